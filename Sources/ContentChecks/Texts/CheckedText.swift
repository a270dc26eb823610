import SiteModel

/// A text of the site that is checked, with what is said of it besides its body.
public struct CheckedText: Sendable {
    public let page: Page
    /// Whether facts must come from the registry.
    let citesRegistry: Bool
    /// What its front matter prints: title, summary, news.
    let lines: [String]

    /// Whether it tells news, hence may tell a case that is being investigated. Guides speak of procedures in general.
    var mayTellACase: Bool {
        switch page.kind {
        case .alert, .bulletin, .commune: true
        case .guide, .page: false
        }
    }

    /// Guides, alerts and bulletins, the notes of communes. A CAP message is another's, a bulletin that has gone to print
    /// stays as it is.
    public static func all(of site: Site) -> [CheckedText] {
        var texts = site.guides.map { CheckedText(page: $0, citesRegistry: true, lines: head($0)) }
        for alert in site.alerts where alert.page.file.hasSuffix(".md") {
            texts.append(CheckedText(page: alert.page, citesRegistry: true, lines: head(alert.page) + functions(of: alert)))
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

    /// Who issues and validates it is no person's name.
    private static func functions(of alert: Alert) -> [String] { [alert.source] + [alert.validation?.function].compactMap { $0 } }

    private static func head(_ page: Page) -> [String] {
        [page.frontMatter.title, page.frontMatter.summary] + page.frontMatter.shortTexts.map(\.text)
    }
}
