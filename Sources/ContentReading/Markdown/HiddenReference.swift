import Diagnostics
import Glibc
import SiteModel

/// A sign that nobody sees, written by its number: `&#x202E;`. Files hold none as such, which is checked before.
enum HiddenReference {
    /// At the reference of `body`, which starts `offset` bytes into `file`; `nil` where none was read as one, as in code.
    static func fault(in body: ArraySlice<UInt8>, of document: Document, file: String, offset: Int) -> Diagnostic? {
        guard let first = first(in: body, from: 0), let start = start(of: document) else { return nil }
        let found = self.first(in: body, from: max(0, start - offset)) ?? first
        return .error(
            .signHidden, at: SourceLocation(file: file, offset: offset + found.place.lowerBound, length: found.place.count),
            "le texte contient \(found.sign.words)", advice: HiddenSign.advice)
    }

    /// Where the node starts that holds a hidden sign; 0 where a link or a directive does.
    private static func start(of document: Document) -> Int? {
        let node = document.nodes.first {
            $0.kind == .text && HiddenSign(in: String(decoding: document.bytes(of: $0), as: UTF8.self)) != nil
        }
        if let node { return Int(node.source) }
        let texts = document.links.flatMap { [$0.destination, $0.title] } + document.infos.values
            + document.directives.flatMap { [$0.label] + $0.attributes.map(\.value) }
        return texts.contains { HiddenSign(in: $0) != nil } ? 0 : nil
    }

    /// Bytes from the start of `body`.
    private static func first(in body: ArraySlice<UInt8>, from: Int) -> (sign: HiddenSign, place: Range<Int>)? {
        body.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return nil }
            var start = from
            while start < text.count, let found = memchr(base + start, 0x26, text.count - start) {
                let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                start = at + 1
                guard start < text.count, text[start] == UInt8(ascii: "#") else { continue }
                // No number is longer.
                let digits = text[(start + 1)..<min(start + 10, text.count)].prefix { $0 != UInt8(ascii: ";") }
                guard digits.endIndex < text.count, text[digits.endIndex] == UInt8(ascii: ";"), let sign = sign(of: digits)
                else { continue }
                return (sign, at..<(digits.endIndex + 1))
            }
            return nil
        }
    }

    /// `x202E` → the sign, if it is a hidden one. Of NUL the library makes U+FFFD.
    private static func sign(of digits: some Sequence<UInt8>) -> HiddenSign? {
        let digits = String(decoding: Array(digits), as: UTF8.self)
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = number.flatMap(Unicode.Scalar.init), scalar != "\0" else { return nil }
        return HiddenSign(in: String(Character(scalar)))
    }
}
