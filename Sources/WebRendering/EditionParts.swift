import Diagnostics
import French
import SiteModel
import Templates

/// A number of the bulletin as pages show it. What is the same for all communes is rendered once: the twins of
/// a département share it.
struct EditionParts: Sendable {
    /// Number, period, date, links, imprint.
    let summary: Value
    /// The sections that all its bulletins share, rendered; those that it lacks are not there.
    let texts: [Edition.Section: Value]
    /// The editorial alone.
    let editorial: Value
    /// Facts that these texts cite.
    let facts: [Fact]
    /// Whether one of them is of a sensitive page: the bulletins then leave as few traces.
    let isSensitive: Bool

    init(
        _ edition: Edition, _ site: Site, _ parts: SiteParts, _ bodies: PageBodies, _ templates: TemplateLibrary,
        faults: inout [Diagnostic],
    ) {
        let front = edition.page.frontMatter
        let guides = edition.featured.compactMap { file in site.guides.first { $0.file == file } }
        let editorialBody = bodies.html(of: edition.page, headingShift: 1, prefix: "edito-", isPrinted: true)
        let publisher = site.settings.publisher
        let own = edition.publisher
        let summary: Value = [
            "number": .text(String(edition.number)), "period": .text(edition.period),
            "title": .text(front.title), "summary": .text(front.summary), "date": Wording.time(edition.date),
            "href": .text(parts.addresses.href(.bulletins(edition.id))),
            "director": .text(edition.director.isEmpty ? site.settings.publisher.director : edition.director),
            "printer": .text(edition.printer), "deposit": .text(edition.legalDeposit),
            "publisher": [
                "name": .text(own?.name ?? publisher.name), "address": .text(own?.address ?? publisher.address),
                "telephone": Wording.telephone(own?.telephone ?? publisher.telephone),
                "email": .text(own?.email ?? publisher.email),
            ],
            "hasErrata": .bool(!edition.errata.isEmpty),
            "errata": .list(edition.errata.map { ["date": Wording.time($0.date), "text": .text($0.text)] }),
        ]
        func feature(_ guide: Page, _ position: Int) -> Value {
            let theme = site.guides.firstIndex { $0.file == guide.file }
                .map { parts.themes.all[parts.themes.themeOfGuide[$0]].title }
            return [
                "id": .text("guide-\(position)"), "title": .text(guide.frontMatter.title),
                "summary": .text(guide.frontMatter.summary), "theme": .text(theme ?? ""),
                "href": .text(parts.addresses.href(Route.page(guide) ?? .guides)),
                "body": .html(bodies.html(of: guide, headingShift: 1, prefix: "guide-\(position)-", isPrinted: true)),
            ]
        }
        // As on paper: two guides whole, the others by their titles.
        let whole = guides.prefix(2)
        let features = whole.enumerated().map { feature($1, $0 + 1) }
        let others = guides.dropFirst(2).map { guide in
            SiteParts.guide(guide, parts.addresses, summary: !guide.leavesFewTraces)
        }
        var texts: [Edition.Section: Value] = [:]
        func text(_ section: Edition.Section, _ template: String, _ names: Object) {
            guard edition.has(section) else { return }
            var rendered: [UInt8] = []
            faults += templates.render(template, names, outer: [parts.names], into: &rendered)
            texts[section] = .html(rendered)
        }
        text(.phenomenon, "partials/edition-opening", ["feature": features.first ?? .absent])
        let empty: Object = [
            "hasEditorial": false, "editorial": .absent, "hasBriefs": false, "briefs": [], "features": [],
            "hasOthers": false, "guides": [],
        ]
        func text(_ section: Edition.Section, _ names: Object) {
            text(section, "partials/edition-texts", empty.merging(names))
        }
        text(.editorial, ["hasEditorial": .bool(!editorialBody.isEmpty), "editorial": .html(editorialBody)])
        let briefs = edition.briefs.map { Value.text(InlineFacts.resolve($0, site.facts)) }
        text(.briefs, ["hasBriefs": .bool(!briefs.isEmpty), "briefs": .list(briefs)])
        text(.guide, ["features": .list(Array(features.dropFirst()))])
        text(.others, ["hasOthers": .bool(!others.isEmpty), "guides": .list(others)])
        self.texts = texts
        editorial = .html(bodies.html(of: edition.page))
        self.summary = summary
        var documents = edition.has(.editorial) ? [edition.page.document] : []
        for (section, guide) in zip([Edition.Section.phenomenon, .guide], whole) where edition.has(section) {
            documents.append(guide.document)
        }
        let news = (edition.has(.briefs) ? edition.briefs : []).flatMap { InlineFacts.directives(in: $0) }.map(\.label)
        var seen: Set<Fact.ID> = []
        let cited = site.settings.emergency + documents.flatMap(\.citedFacts) + news
        facts = cited.filter { seen.insert($0).inserted }.compactMap { site.facts[$0] }
        isSensitive = site.isSensitive(edition)
    }
}
