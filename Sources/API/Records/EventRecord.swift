import French
import SiteModel
import Syndication

extension Resource<Event> {
    static func events(_ context: RecordContext) -> Resource {
        Resource(
            "events", "Agenda", "Une permanence, une immersion ou une réunion à venir.",
            [
                .notice(context.notice).inBulkAlone,
                .optional("id", "Identifiant, le même dans les calendriers du portail ; vide si seul le mois est dit.") { event in
                    event.identity.isEmpty ? nil : EventIdentity.uid(of: event, context.site.settings)
                },
                .choice("kind", "Ce que c’est ; « other » si l’agenda ne le dit pas.") { $0.kind },
                .text("title", "Titre.") { $0.title },
                .text("month", "Mois du premier jour.", .month) { String($0.date.description.prefix(7)) },
                .optional("date", "Premier jour ; vide si seul le mois est dit : une immersion n’est pas annoncée à tous.", .day) {
                    $0.isMonthAlone ? nil : $0.date.description
                },
                .optional("lastDate", "Dernier jour, le même le plus souvent.", .day) { $0.isMonthAlone ? nil : $0.lastDate.description },
                .optional("start", "Heure du début ; vide pour une journée entière.", .instant) { event in
                    event.start.map { context.time.instant(of: event.date, minutes: $0) }
                },
                .optional("end", "Heure de la fin.", .instant) { event in
                    event.end.map { context.time.instant(of: event.lastDate, minutes: $0) }
                },
                .optional("place", "Lieu.") { $0.place },
                .texts("communes", "Codes INSEE des communes invitées ; vide : tout le département.", .commune) { RecordContext.codes($0.communes) },
                .boolean("cancelled", "Annoncé, puis annulé.") { $0.isCancelled },
                .integer("revision", "Augmente à chaque changement.") { $0.revision },
                .optional("changed", "Jour du dernier changement, si l’agenda le dit.", .day) { $0.changed?.description },
            ])
    }
}
