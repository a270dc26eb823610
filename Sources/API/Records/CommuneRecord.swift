import French
import SiteModel
import Syndication

extension Resource<Commune> {
    static func communes(_ context: RecordContext) -> Resource {
        Resource(
            "communes", "Communes", "Une commune du portail, sa mairie et les services dont elle dépend.",
            [
                .notice(context.notice).inBulkAlone,
                .text("code", "Code INSEE de la commune : cinq caractères, jamais un nombre.", .commune) { $0.code.text },
                .text("name", "Nom de la commune, avec son article.") { $0.name },
                .text("departement", "Code du département.") { $0.code.departement },
                .optional("arrondissement", "Nom de l’arrondissement.") { $0.arrondissement },
                .texts("postalCodes", "Codes postaux ; le premier est celui de la mairie.") { $0.postalCodes },
                .optionalInteger("population", "Population municipale, en habitants ; vide si aucune source ne la donne.") { $0.population },
                .text("page", "Adresse de la page de la commune.", .address) { context.page(of: $0) },
                .texts("units", "Services compétents, la gendarmerie d’abord : les « id » de la sorte « units ».") { commune in
                    commune.unitIDs.compactMap { context.unitIDs[$0] }
                },
                .texts("neighbours", "Codes INSEE des communes voisines ; vide si aucune source ne donne les contours.", .commune) {
                    RecordContext.codes($0.neighbours)
                },
                .texts("formerCommunes", "Communes déléguées ou associées, par leur nom.") { $0.parts.map(\.name) },
                .optional("townHallAddress", "Adresse postale de la mairie.") { $0.townHall?.address },
                .optional("townHallTelephone", "Téléphone de la mairie, comme la source l’écrit.") { $0.townHall?.telephone },
                .optional("townHallEmail", "Courriel de la mairie.") { $0.townHall?.email },
                .optional("townHallWebsite", "Site de la mairie.", .address) { RecordContext.webAddress($0.townHall?.website) },
                .optional("townHallHours", "Horaires de la mairie, en toutes lettres.") { $0.townHall?.openingHours.map { FrenchText.hours($0) } },
                .texts("townHallOpeningHours", "Les mêmes, pour un programme : « openingHours » de « schema.org ».") {
                    $0.townHall?.openingHours.map(OpeningHoursText.lines) ?? []
                },
            ])
    }
}
