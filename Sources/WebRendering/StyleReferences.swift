/// What a style sheet names by `url()`: a font, a picture of the `assets` folder. Source: CSS Values and Units 4, « url() ».
struct StyleReferences {
    struct Reference {
        /// Of the address alone, without its quotation marks.
        let range: Range<Int>
        let address: String
    }

    let sheet: [UInt8]
    /// In their order; those of comments are none, nor those of a part of the page (`url(#filter)`).
    let references: [Reference]

    init(_ sheet: [UInt8]) {
        self.sheet = sheet
        var references: [Reference] = []
        var rest = sheet[...]
        while let open = rest.firstRange(of: Self.opening) {
            if let comment = rest.firstRange(of: Self.comment), comment.lowerBound < open.lowerBound {
                guard let end = sheet[comment.upperBound...].firstRange(of: Self.commentEnd) else { break }
                rest = sheet[end.upperBound...]
                continue
            }
            guard let close = sheet[open.upperBound...].firstIndex(of: UInt8(ascii: ")")) else { break }
            let inner = Self.trimmed(sheet[open.upperBound..<close])
            if inner.first != UInt8(ascii: "#") {
                references.append(Reference(range: inner.indices, address: String(decoding: inner, as: UTF8.self)))
            }
            rest = sheet[close...]
        }
        self.references = references
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

    private static let opening = Array("url(".utf8)
    private static let comment = Array("/*".utf8)
    private static let commentEnd = Array("*/".utf8)

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isTrimmed = { (byte: UInt8) in byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
        var inner = bytes.drop(while: isTrimmed)
        while let last = inner.last, isTrimmed(last) { inner.removeLast() }
        return inner
    }
}
