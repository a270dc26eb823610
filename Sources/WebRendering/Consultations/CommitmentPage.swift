import French
import SiteModel
import Templates

extension WebRenderer {
    /// « Vous avez dit, nous avons fait », for the whole département.
    func commitments() -> PageContent {
        let overdue = site.commitments.count { $0.isOverdue(on: site.today) }
        return PageContent(
            head: PageHead(
                title: "Vous avez dit, nous avons fait",
                description: "Ce que les élus \(site.settings.departement.genitive) ont demandé, ce qui a été décidé, et où l’on en est.",
                parents: trails.home, feed: commitmentFeed),
            names: [
                "commitments": .list(site.commitments.map { commitment($0, on: site.today, isListed: true) }),
                "hasCommitments": .bool(!site.commitments.isEmpty),
                "count": .text(FrenchText.count(site.commitments.count, "engagement", "engagements")),
                "overdue": overdue > 0 ? .text("\(overdue) en retard") : .absent,
                "hasConsultations": .bool(!site.consultations.isEmpty),
                "consultations": .text(parts.addresses.href(.consultations)),
            ])
    }

    /// « Vous avez dit, nous avons fait », as it stands on a day: for `partials/commitments`.
    func commitmentNames(of commune: Commune, on day: CalendarDate) -> Object {
        let own = site.commitments.filter { $0.concerns(commune) }
        return ["hasCommitments": .bool(!own.isEmpty), "commitments": .list(own.map { commitment($0, on: day, for: commune.code) })]
    }

    /// - Parameter isListed: whether it stands among those of others, and says whom it concerns.
    func commitment(
        _ commitment: Commitment, on day: CalendarDate, for commune: INSEECode? = nil, isListed: Bool = false,
    ) -> Value {
        let consultation = isListed ? site.consultations.first { $0.slug == commitment.consultation } : nil
        return [
            "id": commune == nil ? .text(commitment.anchor) : .absent, "expectation": .text(commitment.expectation), "decision": .text(commitment.decision),
            "who": .text(commitment.who), "due": Wording.time(commitment.due),
            "status": .text(FrenchText.status(of: commitment, on: day)),
            "state": .text(commitment.isOverdue(on: day) ? "overdue" : commitment.status.rawValue),
            "done": .text(commitment.done),
            "presence": .text(FrenchText.presence(site.presence(beside: commitment, for: commune))),
            "area": isListed
                ? .text(commitment.communes.map { FrenchText.count($0.count, "commune", "communes") } ?? "tout le département") : .absent,
            "consultation": consultation.map { consultation in
                [
                    "title": .text(consultation.title),
                    "href": .text(parts.addresses.href(.consultation(consultation.slug))),
                ]
            } ?? .absent,
        ]
    }
}
