import French
import SiteModel
import Syndication

/// A service, and the communes that it answers for.
struct UnitRecord: Sendable {
    let id: String
    let unit: Unit
    let communes: [INSEECode]

    @Sendable static func word(of institution: Unit.Institution) -> String { institution == .gendarmerie ? "gendarmerie" : "police" }

    /// In the order of their identifiers.
    static func all(_ context: RecordContext) -> [UnitRecord] {
        var communes: [Unit.ID: [INSEECode]] = [:]
        for commune in context.site.communes {
            for unit in commune.unitIDs { communes[unit, default: []].append(commune.code) }
        }
        return context.site.units.values.map { unit in
            UnitRecord(id: context.unitIDs[unit.id] ?? unit.id, unit: unit, communes: communes[unit.id] ?? [])
        }.sorted { $0.id < $1.id }
    }
}

extension Resource<UnitRecord> {
    static func units(_ context: RecordContext) -> Resource {
        Resource(
            "units", "Brigades et commissariats", "Un service de gendarmerie ou de police, compétent pour une ou plusieurs communes.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, le même dans les cartes de contact et dans « communes ».") { $0.id },
                .choice("institution", "Gendarmerie ou police.", word: UnitRecord.word) { $0.unit.institution },
                .text("name", "Nom du service.") { $0.unit.name },
                .optional("telephone", "Téléphone, comme la source l’écrit. En urgence, c’est le 17.") { $0.unit.telephone },
                .optional("address", "Adresse postale.") { $0.unit.address },
                .optional("hours", "Horaires d’ouverture, en toutes lettres.") { $0.unit.openingHours.map { FrenchText.hours($0) } ?? $0.unit.hours },
                .texts("openingHours", "Les mêmes, pour un programme, si la source donne des heures : « openingHours » de « schema.org ».") {
                    $0.unit.openingHours.map(OpeningHoursText.lines) ?? []
                },
                .degrees("latitude", "En degrés (WGS 84).") { $0.unit.position?.latitude },
                .degrees("longitude", "En degrés (WGS 84).") { $0.unit.position?.longitude },
                .boolean("seasonal", "Ouvert une partie de l’année seulement.") { $0.unit.isSeasonal },
                .texts("communes", "Codes INSEE des communes du portail dont il répond.", .commune) { RecordContext.codes($0.communes) }.inBulkAlone,
            ])
    }
}
