import SiteModel

/// What the columns that survey programs add hold, whatever their language.
enum FixedColumn: Hashable {
    /// Number of the response or of the dossier.
    case id
    /// When it was sent; empty for what was not finished.
    case submitted
    /// Code of an invitation: it finds doubles, and is told nowhere.
    case token
    /// Read by nobody: addresses, times, people.
    case passedOver

    /// - Parameter heading: as the file has it.
    /// Sources: LimeSurvey's exports in English and French; https://github.com/demarche-numerique/demarche.numerique.gouv.fr
    static func limeSurvey(_ heading: String) -> FixedColumn? {
        let name = heading.lowercased()
        switch name {
        case "id", "response id", "id de la réponse": return .id
        case "submitdate", "date submitted", "date de soumission": return .submitted
        case "token", "access code", "code d'accès", "code d’accès", "jeton", "code d'invitation", "code d’invitation": return .token
        case "lastpage", "last page", "dernière page", "startlanguage", "start language", "langue de départ", "seed", "tête de série",
            "startdate", "date started", "date de lancement", "datestamp", "date last action", "date de la dernière action",
            "ipaddr", "ip address", "adresse ip", "refurl", "referrer url", "url référente", "url de référence", "interviewtime",
            "total time", "temps total", "firstname", "first name", "prénom", "lastname", "last name", "nom", "email", "email address",
            "adresse électronique", "emailstatus", "participant id", "participant_id":
            return .passedOver
        default: break
        }
        let starts = ["group time: ", "question time: ", "durée pour le groupe", "durée pour la question", "temps pour le groupe", "temps pour la question", "grouptime", "attribute_"]
        return starts.contains { name.hasPrefix($0) } ? .passedOver : nil
    }

    static func dossier(_ heading: String) -> FixedColumn? {
        switch heading.lowercased() {
        case "id": .id
        case "déposé le": .submitted
        case "email", "franceconnect ?", "civilité", "nom", "prénom", "dépôt pour un tiers", "nom du mandataire", "prénom du mandataire",
            "date de naissance", "à archiver", "archivé", "état du dossier", "dernière mise à jour le", "dernière mise à jour du dossier le",
            "passé en instruction le", "traité le", "motivation de la décision", "instructeurs", "groupe instructeur", "labels",
            "notifications", "domaine du mail", "avis", "étiquettes":
            .passedOver
        default: heading.lowercased().hasPrefix("établissement ") || heading.lowercased().hasPrefix("entreprise ") ? .passedOver : nil
        }
    }

    /// A table of what was typed in from paper: one row a questionnaire.
    static func paper(_ heading: String) -> FixedColumn? {
        switch heading.lowercased() {
        case "feuille": .id
        case "date": .submitted
        default: nil
        }
    }
}
