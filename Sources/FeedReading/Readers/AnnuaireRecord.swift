import FoundationEssentials

/// A service as DILA's *Annuaire de l'administration* describes it: what Crieur uses of it.
/// Source: https://www.data.gouv.fr/datasets/service-public-fr-annuaire-de-ladministration-base-de-donnees-locales/
struct AnnuaireRecord: Decodable, Sendable {
    struct Pivot: Decodable, Sendable {
        let kind: String
        let communes: [String]

        private enum CodingKeys: String, CodingKey {
            case kind = "type_service_local"
            case communes = "code_insee_commune"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            kind = try members.text(.kind)
            communes = try members.list(.communes)
        }
    }

    /// A telephone number or a site.
    struct Labelled: Decodable, Sendable {
        let value: String
        /// `description` or `libelle`; empty for the main one.
        let label: String

        private enum CodingKeys: String, CodingKey {
            case value = "valeur"
            case description, libelle
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            value = try members.text(.value)
            label = try members.text(.description) + members.text(.libelle)
        }
    }

    struct Address: Decodable, Sendable {
        let kind: String
        /// Lines before the town, in order.
        let lines: [String]
        let postalCode: String
        let town: String
        let longitude: String
        let latitude: String

        private enum CodingKeys: String, CodingKey {
            case kind = "type_adresse"
            case complement1, complement2
            case street = "numero_voie"
            case postalCode = "code_postal"
            case town = "nom_commune"
            case longitude, latitude
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            kind = try members.text(.kind)
            lines = [try members.text(.complement1), try members.text(.complement2), try members.text(.street)]
            postalCode = try members.text(.postalCode)
            town = try members.text(.town)
            longitude = try members.text(.longitude)
            latitude = try members.text(.latitude)
        }
    }

    struct Opening: Decodable, Sendable {
        let firstDay: String
        let lastDay: String
        /// Start and end, twice; empty where there is none.
        let times: [String]
        let comment: String

        private enum CodingKeys: String, CodingKey {
            case firstDay = "nom_jour_debut"
            case lastDay = "nom_jour_fin"
            case start1 = "valeur_heure_debut_1"
            case end1 = "valeur_heure_fin_1"
            case start2 = "valeur_heure_debut_2"
            case end2 = "valeur_heure_fin_2"
            case comment = "commentaire"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            firstDay = try members.text(.firstDay)
            lastDay = try members.text(.lastDay)
            times = [
                try members.text(.start1), try members.text(.end1), try members.text(.start2), try members.text(.end2),
            ]
            comment = try members.text(.comment)
        }
    }

    let name: String
    let pivots: [Pivot]
    let telephones: [Labelled]
    let emails: [String]
    let sites: [Labelled]
    let addresses: [Address]
    let openings: [Opening]
    let comment: String
    /// `mairie-77188-01`: the first of a commune's is its own town hall.
    let formerKey: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "nom"
        case pivots = "pivot"
        case telephones = "telephone"
        case emails = "adresse_courriel"
        case sites = "site_internet"
        case addresses = "adresse"
        case openings = "plage_ouverture"
        case comment = "commentaire_plage_ouverture"
        case formerKey = "ancien_code_pivot"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        name = try members.text(.name)
        pivots = try members.list(.pivots)
        telephones = try members.list(.telephones)
        emails = try members.list(.emails)
        sites = try members.list(.sites)
        addresses = try members.list(.addresses)
        openings = try members.list(.openings)
        comment = try members.text(.comment)
        formerKey = try members.text(.formerKey)
    }

    /// - Parameter cell: the text of a column of the CSV file; empty where the file has no such column.
    /// - Throws: the error of the first cell that cannot be read.
    init(cells cell: (CodingKeys) -> String) throws {
        func list<Element: Decodable & Sendable>(_ key: CodingKeys) throws -> [Element] {
            do {
                return try NestedList<Element>(cell: cell(key)).elements
            } catch {
                throw DecodingError.dataCorrupted(.init(codingPath: [key], debugDescription: "", underlyingError: error))
            }
        }
        name = cell(.name)
        pivots = try list(.pivots)
        telephones = try list(.telephones)
        emails = try list(.emails)
        sites = try list(.sites)
        addresses = try list(.addresses)
        openings = try list(.openings)
        comment = cell(.comment)
        formerKey = cell(.formerKey)
    }
}
