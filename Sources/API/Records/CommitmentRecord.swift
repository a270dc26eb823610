import SiteModel

extension Resource<Commitment> {
    static func commitments(_ context: RecordContext) -> Resource {
        Resource(
            "commitments", "Engagements", "Vous avez dit, nous avons fait : ce que les élus ont demandé, et ce que c’est devenu.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, qui finit son adresse.") { $0.anchor },
                .text("consultation", "« id » de la consultation à laquelle il répond.") { $0.consultation },
                .text("expectation", "Ce qui était attendu.") { $0.expectation },
                .text("decision", "Ce qui a été décidé.") { $0.decision },
                .text("who", "Qui en répond : une fonction.") { $0.who },
                .optional("due", "Échéance.", .day) { $0.due?.description },
                .choice("status", "Prévu, en cours, fait, abandonné.") { $0.status },
                .text("date", "Jour de cet état.", .day) { $0.date.description },
                .optional("done", "Ce qui a été fait.") { $0.done },
                .texts("communes", "Codes INSEE des communes concernées ; vide : tout le département.", .commune) {
                    RecordContext.codes(($0.communes ?? []).sorted())
                },
                .text("page", "Adresse de la page, à l’endroit de cet engagement.", .address) {
                    context.address(Route("\(Route.commitments.path)#\($0.anchor)"))
                },
            ])
    }
}
