public import SiteModel

extension FrenchText {
    /// How a commitment stands on a day: `En cours`, `Fait le 3 novembre 2026`, `En retard`.
    public static func status(of commitment: Commitment, on day: CalendarDate) -> String {
        if commitment.isOverdue(on: day) { return "En retard" }
        return switch commitment.status {
        case .planned: "Prévu"
        case .ongoing: "En cours"
        case .done: "Fait le \(date(commitment.date))"
        case .dropped: "Abandonné le \(date(commitment.date))"
        }
    }
}
