import ContentReading
import Diagnostics
import Foundation
import SiteModel
import Testing
import WebRendering

/// The 673 examples of the GFM specification (https://github.github.com/gfm/), typography off.
@Suite struct GFMSpecificationTests {
    struct Example: Decodable {
        let example: Int
        let markdown: String
        let html: String
    }

    static let examples: [Example]? = FileManager.default
        .contents(atPath: "\(RealData.folder)/gfm-spec/examples.json")
        .flatMap { try? JSONDecoder().decode([Example].self, from: $0) }

    /// The specification shows these without the autolink extension, which Crieur always has: libcmark-gfm
    /// itself, so configured, links the bare address in each.
    static let autolinked: Set<Int> = [610, 614, 616, 619, 620]

    @Test(.enabled(if: GFMSpecificationTests.examples != nil, "needs ../shared/data or CRIEUR_REAL_DATA"))
    func rendersTheSpecifiedHTML() throws {
        let examples = try #require(Self.examples)
        #expect(examples.count == 673)
        let parser = MarkdownParser(typography: .none)
        let renderer = DocumentHTML(specification: ())
        var withRawHTML = 0
        for example in examples {
            let (document, diagnostics) = parser.parse(Array(example.markdown.utf8)[...], file: "example.md")
            if diagnostics.contains(where: { $0.id == .rawHTML }) {
                // Refused on purpose: Crieur publishes no raw HTML.
                withRawHTML += 1
                continue
            }
            var output: [UInt8] = []
            renderer.append(document, to: &output)
            let html = String(decoding: output, as: UTF8.self)
            if Self.autolinked.contains(example.example) {
                #expect(html.contains("<a href="), "example \(example.example)")
            } else {
                #expect(html == example.html, "example \(example.example): \(example.markdown)")
            }
        }
        #expect(withRawHTML == 71)
    }
}
