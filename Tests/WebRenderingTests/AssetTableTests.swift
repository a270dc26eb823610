import SiteModel
import Testing
import WebRendering

@Suite struct AssetTableTests {
    @Test func anAssetIsNamedByItsContent() throws {
        let first = AssetTable([("style.css", Array("a{}".utf8)), ("LICENCE", [])])
        let second = AssetTable([("style.css", Array("b{}".utf8))])
        let route = try #require(first.route("style.css")).path
        #expect(route.hasPrefix("/assets/style.") && route.hasSuffix(".css"))
        #expect(route.utf8.count == "/assets/style.12345678.css".utf8.count)
        #expect(second.route("style.css")?.path != route)
        #expect(first.route("other.css") == nil)
        #expect(first.assets.map(\.name) == ["LICENCE", "style.css"])
    }

    private func sheet(_ css: String, _ others: [String]) -> (css: String, unknown: [String]) {
        let files = [("theme.css", Array(css.utf8))] + others.map { ($0, Array($0.utf8)) }
        let table = AssetTable(files.map { (name: $0.0, bytes: $0.1) })
        return (String(decoding: table.asset("theme.css")?.bytes ?? [], as: UTF8.self), table.unknownReferences.map(\.address))
    }

    @Test(arguments: ["url(a.woff2)", "url('a.woff2')", "url( \"a.woff2\" )"])
    func aSheetNamesFilesAsTheyArePublished(_ reference: String) throws {
        let table = AssetTable([("theme.css", Array("src: \(reference);".utf8)), ("a.woff2", [1, 2, 3])])
        let published = try #require(table.route("a.woff2")).path.split(separator: "/").last!
        let css = String(decoding: try #require(table.asset("theme.css")).bytes, as: UTF8.self)
        #expect(css == "src:\(reference.replacing("a.woff2", with: published));")
        #expect(table.unknownReferences.isEmpty)
    }

    @Test func aFolderIsKept() {
        let (css, unknown) = sheet("a{src:url(fonts/t.woff2)}", ["fonts/t.woff2"])
        #expect(css.hasPrefix("a{src:url(fonts/t.") && css.hasSuffix(".woff2)}") && css.utf8.count == "a{src:url(fonts/t.12345678.woff2)}".utf8.count)
        #expect(unknown.isEmpty)
    }

    @Test func aSheetOfAFolderNamesWhatIsBesideIt() {
        let table = AssetTable([
            ("kit/a.css", Array("url(b.png)".utf8)), ("kit/b.png", [1]), ("b.png", [2]),
        ])
        let published = table.route("kit/b.png")?.path.split(separator: "/").last
        #expect(table.asset("kit/a.css").map { String(decoding: $0.bytes, as: UTF8.self) } == published.map { "url(\($0))" })
    }

    @Test func aChangedPictureRenamesTheSheet() {
        let route = { (bytes: [UInt8]) in
            AssetTable([("theme.css", Array("url(a.png)".utf8)), ("a.png", bytes)]).route("theme.css")
        }
        #expect(route([1]) != route([2]))
    }

    @Test(arguments: ["https://example.org/a.png", "data:image/png;base64,AA", "/a.png", "missing.png", "../a.png"])
    func whatIsNotBesideTheSheetIsTold(_ address: String) {
        let (css, unknown) = sheet("b { background: url(\(address)) }", ["a.png"])
        #expect(unknown == [address])
        #expect(css.contains(address))
    }

    @Test func commentsAndPartsOfThePageAreNoReference() {
        let (css, unknown) = sheet("/* url(x.png) */ a { filter: url(#f) } /* open url(y)", [])
        #expect(unknown.isEmpty)
        #expect(css == "a{filter:url(#f)}")
    }

    @Test func anotherSheetIsNamedByAStringToo() {
        let (_, unknown) = sheet("@import \"a.css\"; @import url(b.css); @media print { a { content: \"c.css\" } }", [])
        #expect(unknown == ["a.css", "b.css"])
    }

    @Test func onlyTheFunctionOfThatNameNamesAFile() {
        let (css, unknown) = sheet("a { b: my-url(x); c: \"url(y)\"; src: URL(t.woff2) }", ["t.woff2"])
        #expect(unknown.isEmpty && css.contains("URL(t.") && !css.contains("URL(t.woff2)"))
    }
}
