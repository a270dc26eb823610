public import SiteModel

/// The text of `results.yml`: the same results give the same bytes.
public enum ResultsFile {
    public static func text(of results: ConsultationResults, title: String) -> String {
        var lines = notice(title)
        lines += [
            "counted: \(results.counted)", "answers: \(results.answers)",
        ]
        if let invited = results.invited { lines.append("invited: \(invited)") }
        lines += ["minimum: {answers: \(results.minimum.answers), communes: \(results.minimum.communes)}"]
        let ways = ConsultationResults.Way.allCases.compactMap { way in
            results.ways[way].map { "\(way.rawValue): \(text(of: $0))" }
        }
        if !ways.isEmpty { lines.append("ways: {\(ways.joined(separator: ", "))}") }
        lines += participation(results.participation) + curve(results.curve)
        lines.append("tables:")
        for table in results.tables { lines += self.table(table) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func notice(_ title: String) -> [String] {
        [
            "# Résultats de « \(title.split(whereSeparator: \.isNewline).joined(separator: " ")) ».",
            "# Écrits par « crieur consultation count » : ce sont des effectifs, après secret statistique.",
            "# « \(hidden) » : effectif qui n’est pas publié, parce qu’il est trop petit ou qu’il en donnerait un trop petit.",
            "# Ne corrigez rien à la main : la construction du site refuse ce qui permettrait de retrouver une réponse.",
            "# La méthode : docs/secret-statistique.md.",
        ]
    }

    private static func participation(_ axes: [ConsultationResults.Participation]) -> [String] {
        guard !axes.isEmpty else { return [] }
        return ["participation:"] + axes.flatMap { axis in
            ["  - axis: \(axis.axis.rawValue)", "    rows:"]
                + axis.rows.map { row in
                    "      - {\(name(row.group, row.label)), answers: \(text(of: row.answers)), invited: \(text(of: row.invited))}"
                }
        }
    }

    private static func curve(_ curve: ConsultationResults.Curve?) -> [String] {
        guard let curve else { return [] }
        return ["curve:", "  step: \(curve.step.rawValue)", "  points:"]
            + curve.points.map { "    - {day: \($0.day), answers: \(text(of: $0.answers))}" }
    }

    private static func table(_ table: ConsultationTable) -> [String] {
        var lines = ["  - question: \(table.question)"]
        if let row = table.row { lines.append("    row: \(quoted(row))") }
        lines += [
            "    codes: [\(table.codes.map(quoted).joined(separator: ", "))]", "    answered: \(text(of: table.answered))",
            "    cells: \(list(table.cells))",
        ]
        if !table.breakdowns.isEmpty { lines.append("    breakdowns:") }
        for breakdown in table.breakdowns {
            lines += ["      - axis: \(breakdown.axis.rawValue)", "        groups:"]
            lines += breakdown.groups.map { group in
                "          - {\(name(group.group, group.label)), answered: \(text(of: group.answered)), cells: \(list(group.cells))}"
            }
        }
        return lines
    }

    /// What stands for a count that is not told.
    static let hidden = "caché"

    private static func text(of cell: ConsultationResults.Cell) -> String { cell.count.map { "\($0)" } ?? hidden }

    private static func list(_ cells: [ConsultationResults.Cell]) -> String {
        "[\(cells.map(text).joined(separator: ", "))]"
    }

    private static func name(_ group: String, _ label: String) -> String {
        "group: \(quoted(group)), label: \(quoted(label))"
    }

    /// Between quotes whatever it holds: `1` and `no` stay texts for every reader of YAML.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
