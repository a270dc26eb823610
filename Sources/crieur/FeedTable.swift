import FeedReading
import French
import SiteBuild
import SiteModel

/// The feeds of a site as a table on the terminal, and below it what they lack.
struct FeedTable {
    let text: String

    init(_ review: FeedReview) {
        let total = review.communes.count
        let title =
            "Données du département \(review.departement.code) au \(FrenchText.date(review.today)) : "
            + FrenchText.count(total, "commune", "communes")
        let names = ["Données", "Lignes", "Retenues", "Communes", "Inconnus", "Anciens", "Doublons", "Âge", "Nature"]
        let rows = [names] + review.rows.map { Self.cells($0, today: review.today, total: total) }
        text = ([title, ""] + Self.aligned(rows) + [""] + Self.gaps(review)).joined(separator: "\n")
    }

    private static func cells(_ row: FeedReview.Row, today: CalendarDate, total: Int) -> [String] {
        let age = row.feed.age(on: today)
        let limit = row.feed.maximumAge.map { "\(age) j sur \($0)" + (age > $0 ? " : trop ancien" : "") } ?? "\(age) j"
        let nature =
            switch row.feed.nature {
            case .official: "officielle"
            case .local: "locale"
            case .demonstration: "exemple"
            }
        guard let summary = row.summary else { return [row.feed.id, "non lu", "", "", "", "", "", limit, nature] }
        return [
            row.feed.id, FrenchText.number(summary.rows), FrenchText.number(summary.kept),
            summary.communes.map { "\($0) sur \(total)" } ?? "",
            "\(summary.unmatched.count)", "\(summary.former.count)", "\(summary.duplicates)", limit, nature,
        ]
    }

    /// Words to the left, numbers to the right.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let columns = rows[0].indices
        let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = columns.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                let isWord = column == 0 || column >= columns.count - 2
                return isWord ? row[column] + space : space + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func gaps(_ review: FeedReview) -> [String] {
        let gaps = review.gaps
        var lines = [line("Communes sans brigade ni commissariat", review.names(of: review.communesWithoutUnit.map(\.code)))]
        let lists = gaps.contacts.map { gap in
            ("Communes sans contact « \(FrenchText.label(Contact(function: gap.function, level: .departement))) »",
                review.names(of: gap.communes))
        } + [
            ("Communes dont la mairie n’est pas décrite", review.names(of: gaps.townHalls)),
            ("Services sans horaires", review.names(ofUnits: gaps.unitsWithoutHours)),
            ("Services sans téléphone", review.names(ofUnits: gaps.unitsWithoutTelephone)),
            ("Services sans adresse", review.names(ofUnits: gaps.unitsWithoutAddress)),
        ] + review.rows.map { row in
            ("Codes sans commune dans « \(row.feed.id) »", (row.summary?.unmatched ?? []).map(\.text))
        }
        lines += lists.filter { !$0.1.isEmpty }.map { line($0.0, $0.1) }
        return lines
    }

    /// How many, and the first ten of them.
    private static func line(_ title: String, _ items: [String]) -> String {
        if items.isEmpty { return "\(title) : aucune" }
        let more = items.count > 10 ? ", et \(FrenchText.number(items.count - 10)) autres" : ""
        return "\(title) : \(FrenchText.number(items.count)) (\(items.prefix(10).joined(separator: ", "))\(more))"
    }
}
