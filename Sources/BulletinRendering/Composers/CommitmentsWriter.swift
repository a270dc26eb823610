import French
import JSON
import SiteModel

/// Writes what was decided after the élus said what they expect, and what became of it.
struct CommitmentsWriter {
    /// On which they are told.
    let day: CalendarDate
    let site: Site

    /// The field `commitments`.
    ///
    /// - Parameter commune: whose areas alone are told of; all of them where it is `nil`.
    func field(_ commitments: [Commitment], for commune: INSEECode? = nil, into json: inout JSONWriter) {
        json.key("commitments")
        json.array(commitments) { json, commitment in
            let isOverdue = commitment.isOverdue(on: day)
            json.object { json in
                json.field("expectation", PrintText.apply(commitment.expectation))
                json.field("decision", PrintText.apply(commitment.decision))
                json.field("who", PrintText.apply(commitment.who))
                json.field("due", commitment.due.map { "Échéance\u{A0}: \(FrenchText.date($0))" })
                json.field("status", FrenchText.status(of: commitment, on: day))
                json.field("state", isOverdue ? "overdue" : commitment.status.rawValue)
                let presence = FrenchText.presence(site.presence(beside: commitment, for: commune))
                let done = [commitment.done, presence].compactMap { $0 }.joined(separator: " ")
                json.field("done", done.isEmpty ? nil : PrintText.apply(done))
            }
        }
    }
}

extension Edition {
    /// Those of a commune that this edition tells, the latest status first.
    func commitments(of commune: Commune, in site: Site) -> [Commitment] {
        has(.commitments) ? site.commitments.filter { $0.concerns(commune) } : []
    }
}
