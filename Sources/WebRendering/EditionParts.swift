import Diagnostics
import SiteModel
import Templates

/// A number of the bulletin as pages show it. What is the same for all communes is rendered once: the twins of
/// a département share it.
struct EditionParts: Sendable {
    /// Number, period, date, links, imprint.
    let summary: Value
    /// The phenomenon of the month, with which the printed bulletin opens.
    let opening: Value
    /// Editorial, short news, the second guide and the titles of the others, in the order of the printed bulletin.
    let texts: Value
    /// The editorial alone.
    let editorial: Value
    /// Facts that these texts cite.
    let facts: [Fact]
    /// Whether one of them is about violence within the family: the twins then leave as few traces.
    let isSensitive: Bool

    init(
        _ edition: Edition, _ site: Site, _ parts: SiteParts, _ bodies: PageBodies, _ templates: TemplateLibrary,
        faults: inout [Diagnostic],
    ) {
        let front = edition.page.frontMatter
        let guides = edition.featured.compactMap { file in site.guides.first { $0.file == file } }
        let editorialBody = bodies.html(of: edition.page, headingShift: 1, prefix: "edito-")
        let summary: Value = [
            "number": .text(String(edition.number)), "period": .text(edition.period),
            "title": .text(front.title), "summary": .text(front.summary), "date": Wording.time(edition.date),
            "href": .text(parts.addresses.href(.bulletins(edition.id))),
            "director": .text(edition.director.isEmpty ? site.settings.publisher.director : edition.director),
            "printer": .text(edition.printer),
        ]
        func feature(_ guide: Page, _ position: Int) -> Value {
            let theme = site.guides.firstIndex { $0.file == guide.file }
                .map { parts.themes.all[parts.themes.themeOfGuide[$0]].title }
            return [
                "id": .text("guide-\(position)"), "title": .text(guide.frontMatter.title),
                "summary": .text(guide.frontMatter.summary), "theme": .text(theme ?? ""),
                "href": .text(parts.addresses.href(Route.page(guide) ?? .guides)),
                "body": .html(bodies.html(of: guide, headingShift: 1, prefix: "guide-\(position)-")),
            ]
        }
        // As on paper: two guides whole, the others by their titles.
        let whole = guides.prefix(2)
        let features = whole.enumerated().map { feature($1, $0 + 1) }
        let others = guides.dropFirst(2).map { guide in
            SiteParts.guide(guide, parts.addresses, summary: !Themes.isSensitive(guide))
        }
        var rendered: [UInt8] = []
        faults += templates.render(
            "partials/edition-opening", ["feature": features.first ?? .absent], outer: [parts.names],
            into: &rendered)
        opening = .html(rendered)
        rendered = []
        faults += templates.render(
            "partials/edition-texts",
            [
                "hasEditorial": .bool(!editorialBody.isEmpty), "editorial": .html(editorialBody),
                "hasBriefs": .bool(!edition.briefs.isEmpty), "briefs": .list(edition.briefs.map { .text($0) }),
                "features": .list(Array(features.dropFirst())),
                "hasOthers": .bool(!others.isEmpty), "guides": .list(others),
            ], outer: [parts.names], into: &rendered)
        texts = .html(rendered)
        editorial = .html(bodies.html(of: edition.page))
        self.summary = summary
        var cited: [Fact] = []
        let emergency = site.settings.emergency.compactMap { site.facts[$0] }
        let texts = [edition.page.document] + whole.map(\.document)
        for facts in [emergency] + texts.map({ site.facts(citedBy: $0) }) {
            for fact in facts where !cited.contains(where: { $0.id == fact.id }) {
                cited.append(fact)
            }
        }
        facts = cited
        isSensitive = whole.contains(where: Themes.isSensitive)
    }
}
