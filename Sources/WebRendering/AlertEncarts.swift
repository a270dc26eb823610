import French
import SiteModel
import Syndication
import Templates

/// One alert as other sites show it within a frame. It hides itself when it is over; when it is no longer published, its
/// address stays and says so, since the page that shows it is somebody else's.
extension WebRenderer {
    func alertEncart(_ index: Int) -> PageContent {
        let alert = site.alerts[index]
        let front = alert.page.frontMatter
        let (told, advice) = DocumentText.passages(of: alert.page.document, in: site)
        let steps = (advice.isEmpty ? told : advice).filter { $0.form != .paragraph }.map { Value.text($0.gist.words) }
        return PageContent(
            head: PageHead(
                title: alertEncartTitle(front.title), description: front.summary, section: .alerts, parents: trails.alerts,
                standsFor: Route.page(alert.page)),
            names: [
                "alert": [
                    "title": .text(front.title), "summary": .text(front.summary.isEmpty ? nil : front.summary),
                    "level": .text(alert.level.rawValue), "levelName": .text(FrenchText.name(of: alert.level)),
                    "validity": .text(FrenchText.validity(of: alert)), "source": .text(alert.source),
                    "ends": .text(LocalTime(site.settings).briefEnd(of: alert.expires)),
                    "hasSteps": .bool(!steps.isEmpty), "steps": .list(steps.map { ["text": $0] }),
                ],
            ])
    }

    /// Of an alert that is over.
    func pastEncart() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Alerte terminée", description: "Cette alerte n’est plus en cours.", section: .alerts, parents: trails.alerts,
                standsFor: .alerts),
            names: ["alert": .absent])
    }

    func alertEncartTitle(_ title: String) -> String { "Alerte\u{A0}: \(title)" }
}

extension Site {
    /// Former alerts whose frames other sites may still show: their slugs.
    var pastAlerts: [(slug: String, file: Page.ID)] {
        let current = Set(alerts.map(\.page.slug) + alerts.flatMap { $0.earlier.map(\.slug) })
        // Those that another took the place of show that one, while it lasts.
        return archive.map(\.alert.page).filter { !current.contains($0.slug) }.map { ($0.slug, $0.file) }
    }
}
