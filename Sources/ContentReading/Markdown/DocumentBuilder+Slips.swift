import Diagnostics
import SiteModel

/// What stayed text though it was meant as more: it would be printed with its signs.
extension DocumentBuilder {
    mutating func report(_ slip: DirectiveSlip, in run: [UInt8]) {
        let written = run[slip.range]
        diagnostics.append(
            .directiveSlip(
                slip, written: String(decoding: written, as: UTF8.self), at: place(of: written, or: 1)))
    }

    /// « ]( » that libcmark-gfm left in a text: a space in the address, or no « ) ».
    mutating func reportLinks(in run: [UInt8]) {
        let opening: [UInt8] = [0x5D, 0x28]
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
            guard written.contains(".md") || written.contains("://") || written.contains("www.") else { continue }
            diagnostics.append(
                .linkUnread(
                    written, isClosed: address.endIndex < line.endIndex,
                    at: SourceLocation(file: file, offset: search - body.startIndex + offset, length: max(1, address.count))))
        }
    }

    /// Escapes and entities before it may have moved it within its text: it is looked for.
    private func place(of written: ArraySlice<UInt8>, or length: Int) -> SourceLocation {
        let from = max(0, min(run.source - offset, body.count))
        guard let found = Self.position(of: written, in: body[(body.startIndex + from)...]) else {
            return SourceLocation(file: file, offset: run.source, length: length)
        }
        return SourceLocation(file: file, offset: found - body.startIndex + offset, length: written.count)
    }
}
