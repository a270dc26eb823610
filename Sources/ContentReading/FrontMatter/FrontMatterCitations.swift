import Diagnostics
import SiteModel

/// `:fact[17]` among the keys of a text: where each citation stands, and those that are not read as one.
struct FrontMatterCitations {
    /// In the order of the file.
    private(set) var found: [(opening: String, place: Range<Int>)] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter yaml: its indices are offsets in the file.
    init(_ yaml: ArraySlice<UInt8>, file: String) {
        var start = yaml.startIndex
        while start < yaml.endIndex {
            let end = yaml[start...].firstIndex(of: 0x0A) ?? yaml.endIndex
            // Comments show how citations are written.
            let isComment = yaml[start..<end].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
            if !isComment { read(yaml[start..<end], file: file) }
            start = end + 1
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>, file: String) {
        var search = line.startIndex
        while let colon = line[search...].firstIndex(of: UInt8(ascii: ":")) {
            search = colon + 1
            if let (directive, end) = DirectiveSyntax.inline(line, at: colon) {
                guard DirectiveNames.inline.contains(directive.name) else { continue }
                found.append((directive.opening, colon..<end))
                tell(DirectiveSyntax.slip(line, after: directive, from: colon, to: end), in: line, file: file)
                search = end
            } else {
                tell(DirectiveSyntax.slip(line, at: colon, names: DirectiveNames.inline), in: line, file: file)
            }
        }
    }

    private mutating func tell(_ slip: DirectiveSlip?, in line: ArraySlice<UInt8>, file: String) {
        guard let slip else { return }
        diagnostics.append(
            .directiveSlip(
                slip, written: String(decoding: line[slip.range], as: UTF8.self),
                at: SourceLocation(file: file, offset: slip.range.lowerBound, length: slip.range.count)))
    }

    /// Those of one value.
    func places(in value: Range<Int>) -> [Range<Int>] {
        found.lazy.map(\.place).filter { value.lowerBound <= $0.lowerBound && $0.upperBound <= value.upperBound }
    }
}
