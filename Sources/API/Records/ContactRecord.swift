import French
import SiteModel

/// Whom the mayor of a commune calls.
struct CommuneContact: Sendable {
    let commune: INSEECode
    let contact: Contact
    let label: String

    static func all(of commune: Commune) -> [CommuneContact] {
        commune.contacts.map {
            CommuneContact(commune: commune.code, contact: $0, label: FrenchText.label($0, among: commune.contacts))
        }
    }
}

extension Resource<CommuneContact> {
    static func contacts(_ context: RecordContext) -> Resource {
        Resource(
            "contacts", "Contacts des élus", "Qui appelle le maire d’une commune : une fonction, jamais une personne.",
            [
                .notice(context.notice).inBulkAlone,
                .text("commune", "Code INSEE de la commune.", .commune) { $0.commune.text }.inBulkAlone,
                .choice("function", "La fonction.") { $0.contact.function },
                .text("label", "La fonction, comme la page la nomme.") { $0.label },
                .optionalChoice("institution", "Sa force, si elle n’en sert qu’une.", word: UnitRecord.word) { $0.contact.institution },
                .optional("telephone", "Téléphone, comme la source l’écrit.") { $0.contact.telephone },
                .optional("email", "Boîte de fonction.") { $0.contact.email },
                .optional("address", "Adresse postale.") { $0.contact.address },
                .optional("hours", "Horaires, en toutes lettres.") { $0.contact.hours },
            ])
    }
}
