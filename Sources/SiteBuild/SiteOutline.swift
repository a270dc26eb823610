import ContentChecks
import French
public import SiteModel

/// What a report says of a published site besides its manifest.
public struct SiteOutline: Sendable {
    public let title: String
    public let today: CalendarDate
    /// What its outputs say of themselves: « EXEMPLE : NE PAS DIFFUSER ».
    public let notice: String?
    /// Of texts, communes and lists, by path below the output folder.
    public let titles: [String: String]
    /// Published texts that cite a fact of the day.
    public let texts: [Fact.ID: [Page.ID]]
    /// Alerts that end within a week, and when.
    public let ending: [(title: String, moment: LocalMoment)]

    init(_ site: Site) {
        title = site.settings.title
        today = site.today
        notice = site.notice
        var titles: [String: String] = [:]
        for page in site.guides + site.pages + site.alerts.map(\.page) + site.archive.map(\.alert.page) + site.editions.map(\.page) {
            if let route = Route.page(page) { titles[route.outputFile] = Typography.apply(page.frontMatter.title) }
        }
        for commune in site.communes { titles[Route.commune(commune).outputFile] = Typography.apply(commune.name) }
        self.titles = titles
        let citations = FactCitations(site)
        texts = site.facts.mapValues { fact in citations.citations(of: fact.id).filter(\.isPublished).map(\.file) }
        let limit = site.today.adding(days: 7)
        ending = site.alerts.compactMap { alert in
            guard let limit, alert.expires.day <= limit else { return nil }
            return (alert.page.frontMatter.title, alert.expires)
        }
    }
}
