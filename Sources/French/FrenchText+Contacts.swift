public import SiteModel

extension FrenchText {
    /// The label of one of a commune's contacts: where two share a function, each says its force.
    public static func label(_ contact: Contact, among contacts: [Contact]) -> String {
        let isOneOfTwo = contacts.count { $0.function == contact.function } > 1
        guard isOneOfTwo, contact.label.isEmpty, contact.function != .service, let force = contact.institution else {
            return label(contact)
        }
        return label(contact) + (force == .police ? " (police)" : " (gendarmerie)")
    }

    /// A contact's function as readers know it; its own label where a feed gives one.
    public static func label(_ contact: Contact) -> String {
        if !contact.label.isEmpty { return Typography.apply(contact.label) }
        return switch contact.function {
        case .attacksOnOfficials: "Référent «\u{A0}atteintes aux élus\u{A0}»"
        case .service: contact.institution == .police ? "Courriel du commissariat" : "Courriel de la brigade"
        case .prevention: "Référent sûreté"
        case .familyProtection: "Maison de protection des familles"
        case .cybersecurity: "Correspondant cyber"
        case .subPrefecture: "Sous-préfecture"
        }
    }

    /// What a new mayor asks of this function, in a few words.
    public static func purpose(_ function: Contact.Function) -> String {
        switch function {
        case .attacksOnOfficials: "menaces, violences, injures contre un élu"
        case .service: "questions qui ne pressent pas"
        case .prevention: "protection des bâtiments, vidéoprotection"
        case .familyProtection: "violences dans la famille, mineurs en danger"
        case .cybersecurity: "attaque ou fraude informatique"
        case .subPrefecture: "contrôle de légalité, ordre public, subventions"
        }
    }
}
