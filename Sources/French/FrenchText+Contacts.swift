public import SiteModel

extension FrenchText {
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
