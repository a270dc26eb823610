import French
import SiteBuild
import SiteModel

/// The registry as a table on the terminal: a line a fact, below it what carries it.
struct FactTable {
    let text: String

    init(_ list: FactList) {
        let head = ["À vérifier avant", "Fait", "Valeur", "État", "Textes", "Imprimés"]
        let lines = [head] + list.rows.map(Self.cells)
        let widths = head.indices.map { column in min(44, lines.map { $0[column].count }.max() ?? 0) }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                let cut = cell.count > widths[column] ? "\(cell.prefix(widths[column] - 1))…" : cell
                let space = String(repeating: " ", count: widths[column] - cut.count)
                return column < 4 ? cut + space : space + cut
            }
            let text = padded.joined(separator: "  ")
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
        var output = [
            "Faits au \(FrenchText.date(list.today)) : \(FrenchText.count(list.rows.count, "inscription", "inscriptions"))", "", line(head),
        ]
        for (row, cells) in zip(list.rows, lines.dropFirst()) {
            output.append(line(cells))
            output += Self.carriers(row)
        }
        text = output.joined(separator: "\n")
    }

    private static func cells(_ row: FactList.Row) -> [String] {
        [
            row.fact.nextReview.map(FrenchText.date) ?? "jamais vérifié", row.fact.id, FrenchText.value(of: row.fact), state(row),
            row.texts.isEmpty ? "" : "\(row.texts.count)",
            row.prints.isEmpty ? "" : FrenchText.number(row.prints.reduce(0) { $0 + $1.routes.count }),
        ]
    }

    private static func state(_ row: FactList.Row) -> String {
        switch row.state {
        case .sound: ""
        case .overdue: "en retard"
        case .toCheck: "à vérifier"
        case .unused: "cité nulle part"
        case .notYet: "à partir du \(row.fact.from.map(FrenchText.date) ?? "")"
        case .over: "jusqu’au \(row.fact.until.map(FrenchText.date) ?? "")"
        }
    }

    private static func carriers(_ row: FactList.Row) -> [String] {
        let texts = row.texts.map { $0.isPublished ? $0.file : "\($0.file) (non publié)" }
        let prints = row.prints.map { $0.routes.count > 1 ? "\($0.name) (\(FrenchText.count($0.routes.count, "commune", "communes")))" : $0.name }
        return (texts + prints).map { "    \($0)" }
    }
}
