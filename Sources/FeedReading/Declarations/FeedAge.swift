import Diagnostics
import French
import SiteModel

extension FeedDeclaration {
    /// What is to be said of a file that is older than `feeds.yml` admits.
    func staleness(on today: CalendarDate) -> Diagnostic? {
        guard let maximumAge = feed.maximumAge, feed.age(on: today) > maximumAge else { return nil }
        return .warning(
            .feedStale, at: retrievedLocation,
            "« \(feed.title) » a été récupéré le \(FrenchText.date(feed.retrieved)), il y a \(FrenchText.count(feed.age(on: today), "jour", "jours")) ; "
                + "feeds.yml en admet \(FrenchText.number(maximumAge)) (« max_age »)",
            advice: "téléchargez l’édition courante, puis mettez à jour « vintage » et « retrieved »")
    }
}
