import Testing

@testable import SiteAssembly

@Suite struct LinkResolverTests {
    @Test(arguments: [
        ("../elus/menaces.md", "content/guides/cyber/x.md", "content/guides/elus/menaces.md"),
        ("y.md", "content/guides/cyber/x.md", "content/guides/cyber/y.md"),
        ("./y.md", "content/guides/cyber/x.md", "content/guides/cyber/y.md"),
        ("../../pages/a.md", "content/guides/cyber/x.md", "content/pages/a.md"),
        ("/pages/a.md", "content/guides/cyber/x.md", "content/pages/a.md"),
        ("../../../../a.md", "content/pages/x.md", "a.md"),
    ])
    func joinsPathsAsAnEditorWritesThem(_ path: String, _ file: String, _ target: String) {
        #expect(LinkResolver.join(path, from: file, root: "content") == target)
    }

    @Test func absoluteRootsStayAbsolute() {
        #expect(LinkResolver.join("../b/y.md", from: "/site/c/a/x.md", root: "/site/c") == "/site/c/b/y.md")
    }
}
