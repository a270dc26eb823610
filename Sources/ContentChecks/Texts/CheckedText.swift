import SiteModel

/// A text of the site that is checked, with what is said of it besides its body.
public struct CheckedText: Sendable {
    public let page: Page
    /// Whether facts must come from the registry.
    let citesRegistry: Bool
    /// What its front matter prints: title, summary, news.
    let lines: [String]

    /// Guides, alerts and bulletins, the notes of communes. A CAP message is another's, a bulletin that has gone to print
    /// stays as it is.
    public static func all(of site: Site) -> [CheckedText] {
        var texts = site.guides.map { CheckedText(page: $0, citesRegistry: true, lines: head($0)) }
        for alert in site.alerts where alert.page.file.hasSuffix(".md") {
            texts.append(CheckedText(page: alert.page, citesRegistry: true, lines: head(alert.page)))
        }
        for edition in site.editions where edition.frozen == nil {
            let news = edition.briefs + edition.errata.map(\.text)
            texts.append(CheckedText(page: edition.page, citesRegistry: true, lines: head(edition.page) + news))
        }
        for code in site.communeNotes.keys.sorted() {
            guard let note = site.communeNotes[code] else { continue }
            texts.append(CheckedText(page: note, citesRegistry: false, lines: head(note)))
        }
        return texts
    }

    private static func head(_ page: Page) -> [String] {
        [page.frontMatter.title, page.frontMatter.summary] + page.frontMatter.shortTexts.map(\.text)
    }
}
