import French
import SiteModel

extension Alert.Succession.Kind: CaseIterable {
    public static var allCases: [Alert.Succession.Kind] { [.updates, .cancels] }
}

extension Resource<Alert> {
    static func alerts(_ context: RecordContext) -> Resource {
        Resource(
            "alerts", "Alertes en cours", "Un message de prévention, en cours quand le portail a été fabriqué.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, qui finit l’adresse de sa page.") { $0.page.slug },
                .text("title", "Titre.") { $0.page.frontMatter.title },
                .optional("summary", "Résumé, en une ou deux phrases.") { $0.page.frontMatter.summary },
                .choice("kind", "Ce dont elle avertit.") { $0.kind },
                .choice("level", "Gravité, de la moindre à la plus grande.") { $0.level },
                .choice("status", "Réelle, ou bien un exercice ou un essai, auxquels personne ne doit donner suite.") { $0.status },
                .texts("communes", "Codes INSEE des communes concernées ; vide : tout le département.", .commune) { RecordContext.codes($0.communes) },
                .texts("areas", "Brigades et arrondissements qu’elle nomme ; leurs communes sont parmi les précédentes.") { $0.parts.map(\.name) },
                .text("sent", "Quand elle a été émise.", .instant) { context.time.start(of: $0.sent) },
                .optional("onset", "Quand commence ce dont elle avertit ; vide si c’est tout de suite, ou inconnu.", .instant) {
                    $0.onset.map(context.time.start)
                },
                .text("expires", "Quand elle cesse de valoir.", .instant) { context.time.end(of: $0.expires) },
                .optional("updated", "Jour de la dernière correction de la page.", .day) { $0.page.frontMatter.updated?.description },
                .optional("source", "Qui l’a émise : une fonction.") { $0.source },
                .optional("validatedBy", "Qui l’a validée : une fonction ; vide si elle vient d’un autre service.") { $0.validation?.function },
                .optional("validated", "Jour de cette validation.", .day) { $0.validation?.date.description },
                .text("page", "Adresse de la page.", .address) { context.address(Route.page($0.page) ?? .alerts) },
                .optional("message", "Adresse du message CAP 1.2 ; vide si l’alerte vient d’un autre service, qui a le sien.", .address) {
                    $0.hasMessage ? context.address(.message(of: $0)) : nil
                },
                .optional("replaces", "« id » de l’alerte dont elle prend la place.") { $0.earlier.first?.slug },
                .optionalChoice("replacement", "Si elle remplace une alerte : elle la corrige, ou l’annule.") {
                    $0.earlier.isEmpty ? nil : $0.succession?.kind
                },
            ])
    }
}
