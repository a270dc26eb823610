import SiteModel

extension Resource<Fact> {
    static func facts(_ context: RecordContext) -> Resource {
        Resource(
            "facts", "Faits vérifiés", "Un numéro, un montant, un délai, un article de loi : ce que les guides citent, avec sa source.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant.") { $0.id },
                .choice("kind", "Ce que c’est.") { $0.kind },
                .text("value", "La valeur, comme les guides l’écrivent.") { $0.value },
                .text("label", "Ce qu’elle désigne.") { $0.label },
                .optional("reference", "Le texte de loi dont elle vient.") { $0.reference },
                .text("source", "La page où elle a été vérifiée.") { $0.source },
                .optional("sourceAddress", "Adresse de cette page.", .address) { RecordContext.webAddress($0.sourceURL) },
                .choice("status", "Vérifié (« checked »), ou bien à confirmer (« to-check ») : ne le donnez pas alors pour certain.") { $0.status },
                .optional("checked", "Jour de la dernière vérification.", .day) { $0.certainSince?.description },
                .optional("nextReview", "Dernier jour où cette vérification vaut.", .day) {
                    $0.certainSince == nil ? nil : $0.nextReview?.description
                },
                .optional("validFrom", "Premier jour où le fait vaut ; vide : sans borne.", .day) { $0.from?.description },
                .optional("validUntil", "Dernier jour où le fait vaut ; vide : sans borne.", .day) { $0.until?.description },
            ])
    }
}
