import ContentChecks
import ContentReading
import Diagnostics
import SiteModel

/// What the checks say of one guide.
enum Checked {
    static let day = CalendarDate(year: 2026, month: 11, day: 24)

    static func fact(_ id: String, _ kind: Fact.Kind, _ value: String) -> Fact {
        Fact(id: id, kind: kind, value: value, label: "Étiquette", reference: nil, source: "Exemple", sourceURL: nil, checked: day)
    }

    static let facts = [
        fact("17", .telephone, "17"), fact("3919", .telephone, "3919"), fact("amende", .amount, "1 500 €"),
        fact("information", .article, "article L. 132-3 du code de la sécurité intérieure"),
        fact("loi", .law, "loi n° 2024-247 du 21 mars 2024"), fact("delai", .delay, "10 jours"),
        fact("17cyber", .address, "17cyber.gouv.fr"),
    ]

    static func site(_ page: Page) -> Site? {
        guard let day else { return nil }
        var settings = SiteSettings(
            title: "Essai", departement: .init(code: "74", name: "Haute-Savoie", locative: "", genitive: ""),
            publisher: .init(name: "", address: "", telephone: "", email: "", director: "", host: .init(name: "", address: "", telephone: "")),
            baseURL: "https://exemple.fr/", timezone: "Europe/Paris", demonstration: true, themes: [], emergency: ["17"])
        settings.glossary = [.init(acronym: "RIB", words: "relevé d’identité bancaire")]
        var site = Site(
            settings: settings, today: day, facts: Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) }))
        switch page.kind {
        case .commune(let code): site.communeNotes[code] = page
        default: site.guides = [page]
        }
        return site
    }

    /// - Parameter text: the body of a guide, in Markdown.
    static func diagnostics(
        _ text: String, summary: String = "", allow: [Allowance] = [], kind: Page.Kind = .guide(theme: "elus"),
    ) -> [Diagnostic] {
        let file = "content/guides/elus/essai.md"
        let source = "---\ntitle: Essai\nsummary: \(summary)\n---\n\n" + text
        let start = source.utf8.count - text.utf8.count
        var frontMatter = FrontMatter()
        frontMatter.title = "Essai"
        frontMatter.summary = summary
        frontMatter.allow = allow
        let (document, faults) = MarkdownParser().parse(Array(source.utf8)[start...], file: file, offset: start)
        let page = Page(file: file, kind: kind, slug: "essai", frontMatter: frontMatter, document: document)
        guard let site = site(page) else { return faults }
        return faults + TextReview(site) { $0 == file ? Array(source.utf8) : nil }.check(CheckedText.all(of: site))
    }

    /// The identifiers of what was found, in order.
    static func found(_ text: String) -> [DiagnosticID] { diagnostics(text).map(\.id) }

    /// The words of the source that a message points at.
    static func pointed(_ text: String) -> [String] {
        let source = Array("---\ntitle: Essai\nsummary: \n---\n\n\(text)".utf8)
        return diagnostics(text).compactMap { diagnostic in
            guard let place = diagnostic.location, let offset = place.offset, offset + place.length <= source.count else { return nil }
            return String(decoding: source[offset..<(offset + place.length)], as: UTF8.self)
        }
    }
}
