import Diagnostics
import Files

/// `site-templates/new/departements.csv`: what départements are called, with the words before their names.
enum DepartementNames {
    struct Entry: Sendable, Hashable {
        let code: String
        let name: String
        /// `en Haute-Savoie`
        let locative: String
        /// `de la Haute-Savoie`
        let genitive: String
    }

    /// - Parameter typed: `74`, `2a`, `976`, or a name.
    static func find(_ typed: String, below templates: String) throws -> Entry {
        let entries = try read("\(templates)/new/departements.csv")
        let code = typed.uppercased()
        if let found = entries.first(where: { $0.code == code }) { return found }
        let name = entries.contains { $0.name == typed } ? typed : Suggestion.closest(to: typed, in: entries.map(\.name))
        let meant = entries.first { $0.name == name }.map { " ; vouliez-vous dire « \($0.code) » (\($0.name)) ?" }
        throw Refusal("« --departement » attend le code d’un département (« 01 », « 2A », « 976 »), pas « \(typed) »\(meant ?? "")")
    }

    private static func read(_ file: String) throws(DiskError) -> [Entry] {
        String(decoding: try Files.read(file), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return cells.count == 4 ? Entry(code: cells[0], name: cells[1], locative: cells[2], genitive: cells[3]) : nil
        }
    }
}
