import French
import JSON
import SiteModel

/// Writes what was decided after the élus said what they expect, and what became of it on the day of the edition.
struct CommitmentsWriter {
    let edition: Edition
    let site: Site

    /// The field `commitments`: those that concern the commune, the latest status first.
    func field(of commune: Commune, into json: inout JSONWriter) {
        let own = edition.has(.commitments) ? site.commitments.filter { $0.concerns(commune) } : []
        json.key("commitments")
        json.array(own) { json, commitment in
            let isOverdue = commitment.isOverdue(on: edition.date)
            json.object { json in
                json.field("expectation", PrintText.apply(commitment.expectation))
                json.field("decision", PrintText.apply(commitment.decision))
                json.field("who", PrintText.apply(commitment.who))
                json.field("due", commitment.due.map { "Échéance\u{A0}: \(FrenchText.date($0))" })
                json.field("status", FrenchText.status(of: commitment, on: edition.date))
                json.field("state", isOverdue ? "overdue" : commitment.status.rawValue)
                json.field("done", commitment.done.map(PrintText.apply))
            }
        }
    }
}
