import ContentReading
import Diagnostics
import SiteModel
import WebRendering

extension FuzzPath {
    /// A whole file, front matter included: a guide, an alert or an edition, as its first line says.
    func readPage(_ bytes: [UInt8]) {
        let (name, rest) = Self.split(bytes)
        let kinds: [String: Page.Kind] = ["alert": .alert, "bulletin": .bulletin, "page": .page]
        let source = ContentFile(file: "content/file.md", kind: kinds[name] ?? .guide(theme: "elus"), slug: "file")
        let (content, diagnostics) = PageReader().read(rest, of: source)
        Self.judge(diagnostics, about: source.file, of: rest.count)
        let page: Page? =
            switch content {
            case .page(let page): page
            case .alert(let alert): alert.page
            case .edition(let edition): edition.page
            case nil: nil
            }
        require(page != nil || !diagnostics.isEmpty, "a page is left out without a word")
        // What has a fault is not published.
        if let page, !diagnostics.contains(where: { $0.severity == .error }) { requireSoundHTML(of: page.document) }
    }

    /// Each element that is opened is closed, in order, and nothing runs. By bytes: to Swift, `>` and a mark after it are
    /// one character.
    private func requireSoundHTML(of document: Document) {
        var html: [UInt8] = []
        DocumentHTML(site: .empty).append(document, to: &html)
        var open: [String] = []
        let empty: Set = ["br", "col", "hr", "img", "input"]
        for piece in html.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { fatalError("an element without its end") }
            let tag = piece[..<end]
            let isEnd = tag.first == UInt8(ascii: "/")
            let name = String(decoding: tag.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
            if isEnd {
                require(open.popLast() == name, "</\(name)> closes another element: \(String(decoding: html, as: UTF8.self))")
            } else {
                require(!["script", "style", "iframe"].contains(name), "<\(name)> is published")
                if !empty.contains(name) { open.append(name) }
            }
        }
        require(open.isEmpty, "\(open) are never closed")
    }
}
