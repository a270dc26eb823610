import CCMarkGFM
import Diagnostics
import French
import SiteModel

/// What stayed text though it was meant as more: it would be printed with its signs.
extension DocumentBuilder {
    mutating func report(_ slip: DirectiveSlip, in run: [UInt8]) {
        let written = run[slip.range]
        diagnostics.append(
            .directiveSlip(
                slip, written: String(decoding: written, as: UTF8.self), at: place(of: written, or: 1)))
    }

    /// « ]( » that libcmark-gfm left in a text: a space in the address, or no « ) »; and « ] ( ».
    mutating func reportLinks(in run: [UInt8]) {
        reportLinks(in: run, opening: [0x5D, 0x28])
        reportLinks(in: run, opening: [0x5D, 0x20, 0x28])
    }

    private mutating func reportLinks(in run: [UInt8], opening: [UInt8]) {
        var search = body.startIndex + max(0, min(self.run.source - offset, body.count))
        let limit = min(body.endIndex, search + run.count + 200)
        for place in run.indices.dropLast() where run[place...].starts(with: opening) {
            // An escaped bracket is not found: its backslash stands between.
            guard let found = Self.position(of: opening[...], in: body[search..<limit]) else { return }
            search = found + opening.count
            guard run[..<place].contains(0x5B) else { continue }
            let line = body[search...].prefix { $0 != 0x0A && $0 != 0x0D }
            let address = line.prefix { $0 != 0x29 }
            let written = String(decoding: address, as: UTF8.self)
            // Brackets of another kind, such as « [1](voir note) », are words.
            guard Self.isAddress(written) else { continue }
            let place = SourceLocation(file: file, offset: search - body.startIndex + offset, length: max(1, address.count))
            if opening.count == 3 {
                diagnostics.append(
                    .error(
                        .linkBroken, at: place, "une espace sépare ce lien de son adresse : il serait imprimé tel quel",
                        advice: "retirez l’espace entre « ] » et « ( »"))
            } else {
                diagnostics.append(.linkUnread(written, isClosed: address.endIndex < line.endIndex, at: place))
            }
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        if text.contains("://") || text.hasPrefix("www.") { return true }
        let path = text.lowercased().split(separator: "#").first ?? ""
        return [".md", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".pdf", ".docx", ".odt"].contains {
            path.contains($0)
        }
    }

    /// A row of a table whose cells are not as many as its columns: the library makes up for those that lack, and drops
    /// those that are too many.
    mutating func checkCells(of row: OpaquePointer) {
        let line = Int(cmark_node_get_start_line(row))
        guard let table = cmark_node_parent(row), line > 0, line <= source.lineStarts.count else { return }
        let columns = Int(cmark_gfm_extensions_get_table_columns(table))
        let start = body.startIndex + source.lineStarts[line - 1] + max(0, Int(cmark_node_get_start_column(row)) - 1)
        guard start < body.endIndex else { return }
        let text = body[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        var trimmed = text
        while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed.removeLast() }
        let pipe = UInt8(ascii: "|")
        let bars = trimmed.indices.filter { trimmed[$0] == pipe && ($0 == trimmed.startIndex || body[$0 - 1] != UInt8(ascii: "\\")) }
        let opens = trimmed.first == pipe ? 1 : 0
        let closes = bars.count > opens && bars.last == trimmed.indices.last ? 1 : 0
        let cells = bars.count - opens - closes + 1
        guard cells != columns else { return }
        diagnostics.append(
            .error(
                .tableRow, at: SourceLocation(file: file, offset: start - body.startIndex + offset, length: max(1, trimmed.count)),
                "cette ligne du tableau a \(FrenchText.count(cells, "case", "cases")), la première en a \(FrenchText.number(columns))",
                advice: cells < columns
                    ? "ajoutez « | » pour chaque case qui manque, même vide"
                    : "retirez la case de trop, qui ne serait pas publiée ; un « | » qui est du texte s’écrit « \\| »"))
    }

    /// Escapes and entities before it may have moved it within its text: it is looked for.
    private func place(of written: ArraySlice<UInt8>, or length: Int) -> SourceLocation {
        guard let found = place(of: written) else {
            return SourceLocation(file: file, offset: run.source, length: length)
        }
        return SourceLocation(file: file, offset: found - body.startIndex + offset, length: written.count)
    }

    /// Where the run's words stand in the body: from its source on, else on that line, where a quotation that goes on without
    /// its mark makes the library count too far.
    func place(of written: ArraySlice<UInt8>) -> Int? {
        let from = body.startIndex + max(0, min(run.source - offset, body.count))
        if let found = Self.position(of: written, in: body[from...]) { return found }
        let line = body[..<from].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? body.startIndex
        return Self.position(of: written, in: body[line...])
    }
}
