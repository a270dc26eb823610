import French
import SiteModel
import Syndication
import Templates

/// Guides, facts, services, alerts, events and feeds as lists show them.
extension SiteParts {
    static func guide(_ guide: Page, _ addresses: Addresses, summary: Bool) -> Value {
        let front = guide.frontMatter
        return [
            "href": .text(addresses.href(Route.page(guide) ?? .guides)), "title": .text(front.title),
            "summary": .text(summary && !front.summary.isEmpty ? front.summary : nil),
        ]
    }

    /// How many guides of the same theme a guide's page links to; the theme's page has them all.
    static let siblingCount = 8

    static func sibling(_ guide: Page, _ addresses: Addresses, isCurrent: Bool) -> Value {
        [
            "href": .text(addresses.href(Route.page(guide) ?? .guides)),
            "title": .text(guide.frontMatter.title), "current": .bool(isCurrent),
        ]
    }

    static func fact(_ fact: Fact) -> Value {
        let isTelephone = fact.kind == .telephone
        return [
            "value": .text(FrenchText.value(of: fact)),
            "label": .text(Typography.apply(fact.label)),
            "href": .text(isTelephone ? FrenchText.telephoneURI(fact.value) : nil),
            "reference": .text(fact.reference.map(Typography.apply)),
            "source": .text(Typography.apply(fact.source)),
            "url": .text(safe(fact.sourceURL)), "checked": Wording.time(fact.certainSince),
        ]
    }

    static func unit(_ unit: Unit) -> Value {
        [
            "name": .text(Typography.apply(unit.name)),
            "institution": unit.institution == .gendarmerie ? "Gendarmerie nationale" : "Police nationale",
            "telephone": Wording.telephone(unit.telephone),
            "address": .text(unit.address.map(Typography.apply)),
            "opening": unit.openingHours.map { Wording.opening($0) } ?? unit.hours.map { Wording.opening(inWords: $0) }
                ?? .absent,
            "hours": .text(unit.openingHours.map { FrenchText.hours($0) } ?? unit.hours.map(Typography.apply)),
            "isSeasonal": .bool(unit.isSeasonal),
        ]
    }

    static func feed(_ feed: Feed) -> Value {
        [
            "title": .text(Typography.apply(feed.title)),
            "producer": .text(Typography.apply(feed.producer)),
            "vintage": .text(Typography.apply(feed.vintage)), "licence": .text(feed.licence),
            "retrieved": Wording.time(feed.retrieved), "url": .text(safe(feed.url)),
            "demonstration": .bool(feed.nature == .demonstration),
        ]
    }

    static func alert(_ alert: Alert, _ addresses: Addresses, _ time: LocalTime) -> Value {
        [
            // Lists are kept with the pages that show them.
            "title": alert.page.leavesFewTraces ? "Message de prévention" : .text(alert.page.frontMatter.title),
            "href": .text(addresses.href(Route.page(alert.page) ?? .alerts)),
            "level": .text(alert.level.rawValue), "levelName": .text(FrenchText.name(of: alert.level)),
            "kind": .text(alert.page.leavesFewTraces ? nil : FrenchText.name(of: alert.kind)),
            "expires": Wording.time(alert.expires), "until": .text(time.briefEnd(of: alert.expires)),
            "validity": .text(FrenchText.validity(of: alert)), "source": .text(alert.source),
            "summary": .text(alert.page.leavesFewTraces ? nil : alert.page.frontMatter.summary),
        ]
    }

    static func event(
        _ event: Event, in site: Site, _ communes: CommuneIndex, _ addresses: Addresses, _ time: LocalTime,
    ) -> Value {
        // Most titles say it themselves: « Permanence de la gendarmerie ».
        let kind = kindName(event.kind)
        return [
            "title": .text(Typography.apply(event.title)),
            "kind": .text(kind.map { event.title.hasPrefix($0) ? nil : $0 } ?? nil),
            "date": event.isMonthAlone
                ? ["iso": .text(String(event.date.description.prefix(7))), "text": .text(FrenchText.monthOfYear(event.date))]
                : Wording.time(event.date, weekday: true),
            "lastDate": event.lastDate > event.date && !event.isMonthAlone ? Wording.time(event.lastDate, weekday: true) : .absent,
            "until": .text(event.lastDate.description),
            // Without a time, it is over when its day is.
            "ends": .text(time.instant(of: event.lastDate, minutes: event.end ?? 1440)),
            "hours": .text(Wording.hours(from: event.start, to: event.end)),
            "place": .text(event.place.isEmpty ? nil : Typography.apply(event.place)),
            "isMonthAlone": .bool(event.isMonthAlone), "isImmersion": .bool(event.kind == .immersion),
            "hasArea": .bool(!event.communes.isEmpty),
            "area": area(event.communes, in: site, communes, addresses),
        ]
    }

    private static func kindName(_ kind: Event.Kind) -> String? {
        switch kind {
        case .permanence: "Permanence"
        case .immersion: "Immersion"
        case .meeting: "Réunion"
        case .other: nil
        }
    }

    /// Links to communes, for a sentence.
    static func area(
        _ codes: [INSEECode], in site: Site, _ communes: CommuneIndex, _ addresses: Addresses,
    ) -> Value {
        let places = codes.compactMap { communes.place(of: $0) }
        return .list(
            places.enumerated().map { position, place in
                [
                    "name": .text(Typography.apply(site.communes[place].name)),
                    "href": .text(addresses.href(communes.routes[place])),
                    "last": .bool(position == places.count - 1),
                ]
            })
    }

    /// An address that a registry or a feed gives, when it is one of the web.
    private static func safe(_ url: String?) -> String? {
        guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
        return url
    }
}
