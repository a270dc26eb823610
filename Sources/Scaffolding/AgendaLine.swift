import Diagnostics
import SiteModel

/// A line to add to a table of the agenda, in the order and with the separator that the table has.
struct AgendaLine {
    static let columns = ["kind", "title", "date", "start", "end", "place", "communes"]

    /// The whole table, with its new line at the end.
    let table: [UInt8]
    /// The first line, which names the columns.
    let head: [UInt8]
    /// The new line below the first one, without the others.
    let alone: [UInt8]

    /// - Parameters:
    ///   - values: what the line says, by column.
    ///   - former: the table as it stands; empty for one to begin.
    /// - Throws: a refusal for a table whose first line does not name the columns.
    init(_ values: [String: String], addedTo former: [UInt8], file: String) throws(Refusal) {
        guard TextFile.recordsFault(in: former, file: file) == nil || former.isEmpty else {
            throw Refusal("« \(file) » n’est pas un texte en UTF-8 : ajoutez la ligne dans votre tableur")
        }
        var table = former.isEmpty ? Array((Self.columns.joined(separator: ",") + "\n").utf8) : former
        let names = table.prefix { $0 != 0x0A }
        let ending = names.last == 0x0D ? "\r\n" : "\n"
        if table.last != 0x0A { table += ending.utf8 }
        let text = String(decoding: names, as: UTF8.self).drop { $0 == "\u{FEFF}" }
        let separator = [",", ";", "\t"].map(Character.init).max { left, right in
            text.count { $0 == left } < text.count { $0 == right }
        } ?? ","
        let columns = text.split(separator: separator, omittingEmptySubsequences: false).map { name in
            name.filter { $0 != "\"" && !$0.isWhitespace }.lowercased()
        }
        if let missing = Self.columns.first(where: { !columns.contains($0) }) {
            throw Refusal("la première ligne de « \(file) » ne nomme pas la colonne « \(missing) »")
        }
        let cells = columns.map { Self.cell(values[$0] ?? "", separator: separator) }
        let line = Array((cells.joined(separator: String(separator)) + ending).utf8)
        head = names + Array("\n".utf8)
        alone = head + line
        self.table = table + line
    }

    /// In quotes where it needs them (RFC 4180).
    private static func cell(_ text: String, separator: Character) -> String {
        guard text.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
