import CCMarkGFM
import Diagnostics
import French
import Glibc
import SiteModel

/// Texts: joined, read for directives, set in French typography.
extension DocumentBuilder {
    mutating func startText() {
        previous = nil
        isHTMLTold = false
    }

    mutating func collect(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        if run.bytes.isEmpty { run.source = sourceOffset(of: node) }
        run.bytes.append(contentsOf: UnsafeRawBufferPointer(start: literal, count: Self.length(literal)))
    }

    /// `link` is the link that ends here, if one does: the text of a bare address is kept as it is.
    mutating func flushRun(in link: OpaquePointer?) {
        // Taken out and put back, so that all texts share one allocation.
        var bytes: [UInt8] = []
        swap(&bytes, &run.bytes)
        append(run: bytes, in: link)
        bytes.removeAll(keepingCapacity: true)
        swap(&bytes, &run.bytes)
    }

    private mutating func append(run bytes: [UInt8], in link: OpaquePointer?) {
        if link != nil, let last = document.links.last, last.destination.utf8.reversed().starts(with: bytes.reversed()) {
            appendText(bytes[...], typeset: false)
            return
        }
        var start = bytes.startIndex
        let hasBracket = bytes.withUnsafeBytes { text in
            text.baseAddress.map { memchr($0, 0x5B, text.count) != nil } ?? false
        }
        // A colon may start a directive, or what was meant as one.
        var search = start
        while let colon = Self.colon(in: bytes, from: search) {
            guard hasBracket, let (directive, end) = DirectiveSyntax.inline(bytes[...], at: colon) else {
                if let slip = DirectiveSyntax.slip(bytes[...], at: colon, names: DirectiveNames.inline) { report(slip, in: bytes) }
                search = colon + 1
                continue
            }
            if DirectiveNames.inline.contains(directive.name),
                let slip = DirectiveSyntax.slip(bytes[...], after: directive, from: colon, to: end)
            {
                report(slip, in: bytes)
            }
            appendText(bytes[start..<colon], typeset: true)
            appendDirective(directive, written: bytes[colon..<end])
            start = end
            search = end
        }
        if hasBracket { reportLinks(in: bytes) }
        appendText(bytes[start...], typeset: true)
    }

    private static func colon(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress, start < text.count else { return nil }
            return memchr(base + start, 0x3A, text.count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        }
    }

    mutating func appendDirective(_ directive: Document.Directive, written: ArraySlice<UInt8>) {
        // Escapes and entities before it may have moved it within its text: look for it.
        let place = place(of: written).map { $0 - body.startIndex + offset } ?? run.source
        if !DirectiveNames.inline.contains(directive.name) {
            diagnostics.append(
                .unknownDirective(
                    directive.name, among: DirectiveNames.inline, prefix: ":",
                    at: SourceLocation(file: file, offset: place, length: min(directive.name.utf8.count + 1, offset + body.count - place))))
        }
        // One whose words are nowhere in the file, written with an entity, may be longer than what is left of it.
        run.source = min(place + written.count, offset + body.count)
        document.directives.append(directive)
        _ = append(
            .init(
                kind: .directive, start: UInt32(document.directives.count - 1), length: UInt32(written.count),
                source: UInt32(clamping: place)))
        previous = 0x30
    }

    mutating func appendText(_ bytes: ArraySlice<UInt8>, typeset: Bool) {
        guard !bytes.isEmpty else { return }
        var bytes = bytes
        if source.hasEscapedColons { bytes = Self.restoringColons(bytes, as: [0x3A])[...] }
        let start = document.text.count
        if typeset && typography == .french {
            bytes.withUnsafeBufferPointer { Typography.append($0, previous: previous, to: &document.text) }
        } else {
            document.text.append(contentsOf: bytes)
        }
        _ = append(
            .init(
                kind: .text, start: UInt32(start), length: UInt32(document.text.count - start),
                source: UInt32(clamping: run.source)))
        previous = bytes.last
    }

    mutating func appendCode(_ literal: UnsafePointer<CChar>?) -> (start: UInt32, length: UInt32) {
        let start = document.text.count
        if let literal {
            let bytes = UnsafeRawBufferPointer(start: literal, count: Self.length(literal))
            if source.hasEscapedColons {
                document.text.append(contentsOf: Self.restoringColons(Array(bytes)[...], as: [0x5C, 0x3A]))
            } else {
                document.text.append(contentsOf: bytes)
            }
        }
        return (UInt32(start), UInt32(document.text.count - start))
    }

    func typeset(_ text: String) -> String {
        typography == .french && !text.isEmpty ? Typography.apply(text) : text
    }

    func plain(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        if source.hasEscapedColons {
            let bytes = Array(UnsafeRawBufferPointer(start: text, count: Self.length(text)))
            return String(decoding: Self.restoringColons(bytes[...], as: [0x3A]), as: UTF8.self)
        }
        return String(cString: text)
    }

    static func restoringColons(_ bytes: ArraySlice<UInt8>, as colon: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position...].starts(with: MarkdownSource.escapedColon) {
                result.append(contentsOf: colon)
                position += MarkdownSource.escapedColon.count
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    static func position(of pattern: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = pattern.first else { return nil }
        var search = bytes.startIndex
        while let at = bytes[search...].firstIndex(of: first) {
            if bytes[at...].starts(with: pattern) { return at }
            search = at + 1
        }
        return nil
    }
}
