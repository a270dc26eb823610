import Diagnostics

/// Bytes of a template → texts, newlines and tags.
struct TagScanner {
    private let file: TemplateFile
    private var position = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var tokens: [Token] = []
    private var diagnostics: [Diagnostic] = []

    static func scan(_ file: TemplateFile) -> (tokens: [Token], diagnostics: [Diagnostic]) {
        var scanner = TagScanner(file: file)
        scanner.scanAll()
        return (scanner.tokens, scanner.diagnostics)
    }

    private init(file: TemplateFile) {
        self.file = file
    }

    private var bytes: [UInt8] { file.bytes }

    private mutating func scanAll() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var textStart = position
        func text(upTo end: Int) -> [Token] { textStart < end ? [.text(textStart..<end)] : [] }
        while position < bytes.count {
            if let length = newline(at: position) {
                tokens += text(upTo: position)
                tokens.append(.newline(position..<position + length))
                position += length
                textStart = position
            } else if matches(opening, at: position) {
                let start = position
                switch tag(at: start) {
                case .failure(let fault):
                    // What follows is read on as text, so that the other tags are still checked.
                    diagnostics.append(fault.diagnostic)
                    position = start + opening.count
                case .success(let tag):
                    tokens += text(upTo: start)
                    position = tag.range.upperBound
                    textStart = position
                    accept(tag)
                }
            } else {
                position += 1
            }
        }
        tokens += text(upTo: bytes.count)
    }

    private struct Fault: Error {
        let diagnostic: Diagnostic
    }

    private mutating func accept(_ tag: Tag) {
        switch tag.kind {
        case .comment: break
        case .delimiters: setDelimiters(tag)
        default:
            if let fault = fault(inNameOf: tag) {
                diagnostics.append(fault)
                if tag.name.isEmpty { return }
            }
        }
        tokens.append(.tag(tag))
    }

    // MARK: Tags

    private func tag(at start: Int) -> Result<Tag, Fault> {
        let afterOpening = start + opening.count
        let sigil = afterOpening < bytes.count ? bytes[afterOpening] : 0
        let kind = Self.kind(sigil)
        var end = closing
        switch sigil {
        case UInt8(ascii: "{"): end.insert(UInt8(ascii: "}"), at: 0)
        case UInt8(ascii: "="): end.insert(UInt8(ascii: "="), at: 0)
        default: break
        }
        let contentStart = kind == .variable ? afterOpening : afterOpening + 1
        guard let contentEnd = find(end, from: contentStart, acrossLines: kind == .comment) else {
            let start = start..<min(contentStart, bytes.count)
            let place = kind == .comment ? "après le commentaire" : "sur la même ligne"
            return .failure(
                Fault(
                    diagnostic: .error(
                        .templateSyntax, at: file.location(start),
                        "la balise ouverte par « \(file.text(start)) » n’est pas fermée",
                        advice: "fermez-la par « \(String(decoding: end, as: UTF8.self)) » \(place)")))
        }
        let nameRange = trimmed(contentStart..<contentEnd)
        return .success(
            Tag(
                kind: kind, range: start..<contentEnd + end.count, nameRange: nameRange,
                name: kind == .comment ? "" : file.text(nameRange)))
    }

    private static func kind(_ sigil: UInt8) -> Tag.Kind {
        switch sigil {
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        case UInt8(ascii: "&"), UInt8(ascii: "{"): .unescaped
        default: .variable
        }
    }

    /// The end of a tag's content. But for comments it stands on the line where the tag opens and before any
    /// other tag, so that a forgotten closing does not swallow what follows.
    private func find(_ end: [UInt8], from start: Int, acrossLines: Bool) -> Int? {
        var index = start
        while index < bytes.count {
            if matches(end, at: index) { return index }
            if !acrossLines {
                if bytes[index] == UInt8(ascii: "\n") { return nil }
                if opening != closing, matches(opening, at: index) { return nil }
            }
            index += 1
        }
        return nil
    }

    private func fault(inNameOf tag: Tag) -> Diagnostic? {
        let name = bytes[tag.nameRange]
        if name.isEmpty {
            return .error(
                .templateSyntax, at: file.location(tag.range), "cette balise est vide",
                advice: "écrivez un nom entre les accolades, ou supprimez la balise")
        }
        if tag.kind != .close, name.contains(where: Self.isBlank) {
            return .error(
                .templateSyntax, at: file.location(tag.nameRange), "le nom « \(tag.name) » contient une espace",
                advice: "un nom s’écrit en un seul mot")
        }
        let isPath = [.variable, .unescaped, .section, .inverted].contains(tag.kind)
        if isPath, tag.name != ".", name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .contains(where: \.isEmpty)
        {
            return .error(
                .templateSyntax, at: file.location(tag.nameRange), "le nom « \(tag.name) » est mal formé",
                advice: "un point sépare deux noms : « commune.nom »")
        }
        return nil
    }

    /// `{{=<% %>=}}`: two delimiters without blank or equals sign inside.
    private mutating func setDelimiters(_ tag: Tag) {
        let parts = bytes[tag.nameRange].split(whereSeparator: Self.isBlank)
        guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
            diagnostics.append(
                .error(
                    .templateSyntax, at: file.location(tag.range), "ce changement de délimiteurs est mal formé",
                    advice: "écrivez-le comme « {{=<% %>=}} »"))
            return
        }
        opening = Array(parts[0])
        closing = Array(parts[1])
    }

    // MARK: Bytes

    private func matches(_ delimiter: [UInt8], at index: Int) -> Bool {
        guard index + delimiter.count <= bytes.count else { return false }
        return delimiter.indices.allSatisfy { bytes[index + $0] == delimiter[$0] }
    }

    private func newline(at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "\n") { return 1 }
        if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
            return 2
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, Self.isBlank(bytes[first]) { range = range.dropFirst() }
        while let last = range.last, Self.isBlank(bytes[last]) { range = range.dropLast() }
        return range
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
