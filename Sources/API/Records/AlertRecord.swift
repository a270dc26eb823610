import French
import SiteModel

extension Alert.Succession.Kind: CaseIterable {
    public static var allCases: [Alert.Succession.Kind] { [.updates, .cancels] }
}

extension Resource<Alert> {
    static func alerts(_ context: RecordContext) -> Resource {
        Resource(
            "alerts", "Alertes en cours", "Un message de prévention, valable le jour de la fabrication du portail.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, qui finit l’adresse de sa page.") { $0.page.slug },
                .text("title", "Titre.") { $0.page.frontMatter.title },
                .optional("summary", "Résumé, en une ou deux phrases.") { $0.page.frontMatter.summary },
                .choice("kind", "De quoi elle prévient.") { $0.kind },
                .choice("level", "Gravité, de la moindre à la plus grande.") { $0.level },
                .choice("status", "Réelle, ou bien un exercice ou un essai, auxquels personne ne doit donner suite.") { $0.status },
                .texts("communes", "Codes INSEE des communes concernées ; vide : tout le département.", .commune) { RecordContext.codes($0.communes) },
                .text("sent", "Jour de l’émission.", .day) { $0.sent.day.description },
                .text("expires", "Dernier jour de validité.", .day) { $0.expires.day.description },
                .text("ends", "Instant où elle cesse de valoir ; pour un jour entier, le minuit qui le finit.", .instant) {
                    context.time.instant(of: $0.expires.day, minutes: $0.expires.minute ?? 1440)
                },
                .optional("onset", "Instant où commence ce dont elle prévient, si c’est plus tard.", .instant) {
                    $0.onset.map { context.time.start(of: $0) }
                },
                .optional("updated", "Jour de la dernière correction de la page.", .day) { $0.page.frontMatter.updated?.description },
                .optional("source", "Qui l’a émise : une fonction.") { $0.source },
                .optional("validated", "Jour de sa validation ; vide si elle vient d’un autre service.", .day) { $0.validation?.date.description },
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
