import French
import SiteModel
import Templates

extension WebRenderer {
    /// The town hall, and whom its mayor calls by function: for `partials/commune-town-hall` and
    /// `partials/commune-contacts`.
    func contactNames(of commune: Commune) -> Object {
        let referents = commune.contacts.filter { $0.function == .attacksOnOfficials }
        let others = commune.contacts.filter { $0.function != .attacksOnOfficials }
        return [
            "townHall": townHall(of: commune),
            "hasReferents": .bool(!referents.isEmpty),
            "referents": .list(referents.map { Self.contact($0, among: commune.contacts) }),
            "hasContacts": .bool(!commune.contacts.isEmpty),
            "contacts": .list(commune.contacts.map { Self.contact($0, among: commune.contacts) }),
            "hasOtherContacts": .bool(!others.isEmpty),
            "otherContacts": .list(others.map { Self.contact($0, among: commune.contacts) }),
        ]
    }

    private static func contact(_ contact: Contact, among contacts: [Contact]) -> Value {
        [
            "label": .text(FrenchText.label(contact, among: contacts)),
            "purpose": .text(FrenchText.purpose(contact.function)),
            "telephone": Wording.telephone(contact.telephone), "email": Wording.email(contact.email),
            "address": .text(contact.address.map(Typography.apply)),
            "hours": .text(contact.hours.map(Typography.apply)),
        ]
    }

    private func townHall(of commune: Commune) -> Value {
        guard let townHall = commune.townHall else { return .absent }
        return [
            "name": .text("Mairie \(FrenchText.of(commune))"),
            "telephone": Wording.telephone(townHall.telephone), "email": Wording.email(townHall.email),
            "website": Wording.website(townHall.website),
            "address": .text(townHall.address.map(Typography.apply)),
            "opening": townHall.openingHours.map { Wording.opening($0) } ?? .absent,
        ]
    }
}

extension Wording {
    /// Opening hours: a row for the days that keep the same ones, and what times do not say.
    static func opening(_ hours: OpeningHours) -> Value {
        let week: [Value] = FrenchText.hoursLines(hours).map { line in
            ["days": .text(line.days.prefix(1).uppercased() + line.days.dropFirst()), "times": .text(line.times)]
        }
        return [
            "hasWeek": .bool(!week.isEmpty), "week": .list(week),
            "comment": .text(hours.comment.isEmpty ? nil : Typography.apply(hours.comment)),
        ]
    }

    /// Hours of a feed that gives only words.
    static func opening(inWords words: String) -> Value {
        let words = Typography.apply(words)
        return [
            "hasWeek": .bool(false), "week": .list([]),
            "comment": .text(words.prefix(1).uppercased() + words.dropFirst()),
        ]
    }

    /// A mailbox that can be written to.
    static func email(_ address: String?) -> Value {
        guard let address else { return .absent }
        return ["href": .text(Addresses.mailto(address)), "text": .text(address)]
    }

    /// A site, shown without what every address starts with.
    static func website(_ address: String?) -> Value {
        guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return .absent }
        var shown = address.drop { $0 != "/" }.drop { $0 == "/" }
        if shown.hasSuffix("/") { shown = shown.dropLast() }
        return ["href": .text(address), "text": .text(String(shown))]
    }
}
