import French
import JSON
import SiteModel

/// Writes the town hall of a commune and whom its mayor calls, by function.
struct CommuneContactsWriter {
    let commune: Commune

    /// The fields `townHall` (null where no feed gives it) and `officials`.
    func fields(into json: inout JSONWriter) {
        json.key("townHall")
        if let townHall = commune.townHall {
            write(townHall, into: &json)
        } else {
            json.null()
        }
        json.key("officials")
        json.array(commune.contacts) { json, contact in
            json.object { json in
                json.field("label", FrenchText.label(contact, among: commune.contacts))
                json.field("telephone", contact.telephone.map(FrenchText.telephone))
                json.field("email", contact.email)
                json.field("address", contact.address.map(PrintText.apply))
            }
        }
    }

    private func write(_ townHall: TownHall, into json: inout JSONWriter) {
        json.object { json in
            json.field("name", "Mairie \(FrenchText.of(commune))")
            json.field("telephone", townHall.telephone.map(FrenchText.telephone))
            json.field("email", townHall.email)
            json.field("address", townHall.address.map(PrintText.apply))
            json.field("hours", townHall.openingHours.map(FrenchText.hours))
        }
    }
}
