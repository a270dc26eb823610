import Files
import SiteModel
import TemplateOracle
import Templates
import Testing

@testable import WebRendering

/// Another Mustache library, which we did not write, renders our own templates to the same bytes.
@Suite struct OracleTests {
    @Test(arguments: [true, false])
    func theOracleRendersEveryPageAlike(isRich: Bool) throws {
        let site = try isRich ? Samples.rich() : Samples.minimal()
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(
            site: site, templates: library, assets: assets, printed: Samples.printed(site))
        let folder = Samples.root("site-templates/web")
        let files = try Files.tree(below: folder).filter { $0.hasSuffix(".mustache") }.map {
            TemplateFile(path: $0, name: String($0.dropLast(9)), bytes: try Files.read("\(folder)/\($0)"))
        }
        let oracle = try MustacheOracle(files)
        #expect(!renderer.pages.isEmpty)
        for page in renderer.pages {
            var bytes: [UInt8] = []
            _ = renderer.render(page, into: &bytes)
            let (names, outer) = renderer.names(of: page)
            let expected = oracle.render(renderer.template(of: page), names, outer: outer)
            #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(page.route)")
        }
    }
}
