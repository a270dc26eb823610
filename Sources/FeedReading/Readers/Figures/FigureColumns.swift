import Diagnostics

/// Where SSMSI's bases hold what, in the words of the recent editions or of the older ones:
///
///     CODGEO_2026;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse;insee_pop;…
///     CODGEO_2024;annee;classe;unité.de.compte;faits;tauxpourmille;valeur.publiée;POP;…
///
/// `complement_info_*`, means of the communes that are kept secret, are no commune's figures: they are never asked for.
struct FigureColumns {
    let code: Int
    let year: Int
    let indicator: Int
    let unit: Int
    let count: Int
    let rate: Int
    /// `nil` in the base of the départements, where all is published.
    let published: Int?
    let inhabitants: Int
    let dwellings: Int
    let inhabitantsVintage: Int?
    let dwellingsVintage: Int?
    /// Of which 1 January the communes are, as the name of the first column says.
    let geography: Int?

    enum Territory {
        case communes, departements
    }

    init?(_ table: CSVTable, of territory: Territory, diagnostics: inout [Diagnostic]) {
        let isOld = table.column("classe") != nil && table.column("indicateur") == nil
        let codeName: String
        switch territory {
        case .communes:
            codeName = table.columnNames.first { $0.hasPrefix(Self.codePrefix) } ?? Self.codePrefix + "<année>"
        case .departements:
            codeName = ["Code.département", "Code_département"].first { table.column($0) != nil } ?? "Code_departement"
        }
        var names =
            isOld
            ? [codeName, "annee", "classe", "unité.de.compte", "faits", "tauxpourmille", "POP", "LOG"]
            : [codeName, "annee", "indicateur", "unite_de_compte", "nombre", "taux_pour_mille", "insee_pop", "insee_log"]
        if territory == .communes { names.append(isOld ? "valeur.publiée" : "est_diffuse") }
        guard let places = table.columns(names, diagnostics: &diagnostics) else { return nil }
        (code, year, indicator, unit) = (places[0], places[1], places[2], places[3])
        (count, rate, inhabitants, dwellings) = (places[4], places[5], places[6], places[7])
        published = territory == .communes ? places[8] : nil
        inhabitantsVintage = table.column(isOld ? "millPOP" : "insee_pop_millesime")
        dwellingsVintage = table.column(isOld ? "millLOG" : "insee_log_millesime")
        geography = Int(codeName.dropFirst(Self.codePrefix.count))
    }

    private static let codePrefix = "CODGEO_"
}
