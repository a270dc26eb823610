/// What a style sheet names: a font or a picture by `url()`, another sheet by `@import`.
/// Source: CSS Values and Units 4, « url() ».
struct StyleReferences {
    struct Reference {
        /// Of the address alone, without its quotation marks.
        let range: Range<Int>
        let address: String
    }

    let sheet: [UInt8]
    /// In their order; those of a part of the page (`url(#filter)`) are none.
    let references: [Reference]

    init(_ sheet: [UInt8]) {
        self.sheet = sheet
        var references: [Reference] = []
        // What an at-rule is so far, from its sign on.
        var rule: Int?
        for (kind, range) in StylePieces(sheet) {
            switch kind {
            case .address: references.append(Self.reference(in: sheet, range.lowerBound + 4..<range.upperBound))
            case .string where rule.map { sheet[$0..<range.lowerBound].starts(with: "@import".utf8) } ?? false:
                references.append(Self.reference(in: sheet, range))
            case .other where sheet[range.lowerBound] == UInt8(ascii: "@"): rule = range.lowerBound
            case .other where [UInt8(ascii: ";"), UInt8(ascii: "{")].contains(sheet[range.lowerBound]): rule = nil
            case .space, .comment, .string, .other: break
            }
        }
        self.references = references.filter { !$0.address.hasPrefix("#") }
    }

    /// The sheet, each address that `published` knows replaced by what it gives.
    func replaced(_ published: (String) -> String?) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        for reference in references {
            guard let address = published(reference.address) else { continue }
            result += sheet[done..<reference.range.lowerBound]
            result += address.utf8
            done = reference.range.upperBound
        }
        return result + sheet[done...]
    }

    private static func reference(in sheet: [UInt8], _ place: Range<Int>) -> Reference {
        let isTrimmed = { (byte: UInt8) in byte <= 0x20 || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")")].contains(byte) }
        var inner = sheet[place].drop(while: isTrimmed)
        while let last = inner.last, isTrimmed(last) { inner.removeLast() }
        return Reference(range: inner.indices, address: String(decoding: inner, as: UTF8.self))
    }
}
