import French
import SiteModel
import Templates

extension WebRenderer {
    /// « Vous avez dit, nous avons fait », as it stands on a day: for `partials/commitments`.
    func commitmentNames(of commune: Commune, on day: CalendarDate) -> Object {
        let own = site.commitments.filter { $0.concerns(commune) }
        return [
            "hasCommitments": .bool(!own.isEmpty),
            "commitments": .list(
                own.map { commitment in
                    [
                        "expectation": .text(commitment.expectation), "decision": .text(commitment.decision),
                        "who": .text(commitment.who), "due": Wording.time(commitment.due),
                        "status": .text(FrenchText.status(of: commitment, on: day)),
                        "state": .text(commitment.isOverdue(on: day) ? "overdue" : commitment.status.rawValue),
                        "done": .text(commitment.done),
                    ]
                }),
        ]
    }
}
