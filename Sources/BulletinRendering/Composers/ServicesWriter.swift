import French
import JSON
import SiteModel

/// Writes the services of the gendarmerie or of the police that are competent for a commune.
struct ServicesWriter {
    let site: Site

    /// The field `contacts`.
    func field(of commune: Commune, into json: inout JSONWriter) {
        field(commune.unitIDs.compactMap { site.units[$0] }, into: &json)
    }

    func field(_ units: [Unit], into json: inout JSONWriter) {
        json.key("contacts")
        json.array(units) { json, unit in
            json.object { json in
                json.field("institution", unit.institution == .police ? "police" : "gendarmerie")
                json.field("name", PrintText.apply(unit.name))
                json.field("telephone", unit.telephone.map(FrenchText.telephone))
                json.field("address", unit.address.map(PrintText.apply))
                json.field("hours", unit.openingHours.map(FrenchText.hours) ?? unit.hours.map(PrintText.apply))
                json.field(
                    "season", unit.isSeasonal ? "Poste ouvert en saison seulement\u{A0}: appelez avant de vous déplacer." : nil)
            }
        }
    }
}
