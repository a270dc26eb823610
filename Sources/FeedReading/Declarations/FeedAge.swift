import Diagnostics
import SiteModel

extension FeedDeclaration {
    /// What is to be said of a file that is older than `feeds.yml` admits.
    func staleness(on today: CalendarDate) -> Diagnostic? {
        guard let maximumAge = feed.maximumAge, feed.age(on: today) > maximumAge else { return nil }
        return .warning(
            .feedStale, at: retrievedLocation,
            "« \(feed.title) » a été récupéré le \(feed.retrieved), il y a \(feed.age(on: today)) jours ; "
                + "feeds.yml en admet \(maximumAge)",
            advice: "téléchargez l’édition courante, puis mettez à jour « vintage » et « retrieved »")
    }
}
