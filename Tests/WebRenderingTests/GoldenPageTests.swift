import Files
import Glibc
import SiteModel
import Testing

@testable import WebRendering

/// Whole pages, compared byte for byte. `CRIEUR_RECORD=1 swift test` writes them anew.
@Suite struct GoldenPageTests {
    @Test(arguments: [
        ("404", "/404.html"), ("alert", "/alertes/faux-agents/"), ("theme", "/guides/environnement/"),
    ])
    func demonstrationPages(_ name: String, _ path: String) throws {
        let settings = Samples.settings(baseURL: "https://exemple.fr/portail/")
        try compare(Samples.rich(settings: settings), path, with: name)
    }

    @Test func barePage() throws {
        try compare(Samples.minimal(), "/communes/74001-abondance/", with: "bare-commune")
    }

    private func compare(_ site: Site, _ path: String, with name: String) throws {
        // Fingerprints would change with each change to the style sheet.
        let assets = AssetTable(["style.css", "site.js", "device.js", "icon.svg", "icon-touch.png"].map { ($0, Array($0.utf8)) })
        let renderer = WebRenderer(site: site, templates: try Samples.templates().library, assets: assets)
        let page = try #require(renderer.pages.first { $0.route.path == path })
        var bytes: [UInt8] = []
        _ = renderer.render(page, into: &bytes)
        let file = Samples.root("Tests/WebRenderingTests/Golden/\(name).html")
        if getenv("CRIEUR_RECORD") != nil {
            let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            defer { close(descriptor) }
            #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
            return
        }
        let expected = String(decoding: try Files.read(file), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let found = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let difference = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }
        if let difference {
            let (wanted, got) = difference.element
            Issue.record("\(name).html, line \(difference.offset + 1): expected “\(wanted)”, found “\(got)”")
        }
        #expect(found.count == expected.count)
    }
}
