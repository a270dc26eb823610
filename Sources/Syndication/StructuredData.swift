import French
import JSON
public import SiteModel

/// What pages say, as linked data for search engines and other programs: JSON-LD in the words of https://schema.org/.
public struct StructuredData: Sendable {
    private let site: Site
    private let addresses: Addresses
    private let time: LocalTime
    /// The description of everything that the site is not to be taken at its word for.
    private let notice: String?
    private let publisher: [UInt8]
    /// By service: its fields, but for the commune that it serves.
    private let units: [Unit.ID: [UInt8]]

    public init(_ site: Site) {
        self.site = site
        let addresses = Addresses(site.settings)
        self.addresses = addresses
        time = LocalTime(site.settings)
        let notice = site.notice
        self.notice = notice
        var json = JSONWriter()
        json.object { json in
            json.field("@type", "GovernmentOrganization")
            json.field("@id", addresses.canonical(Self.publisherID))
            json.field("name", site.settings.publisher.name)
        }
        publisher = json.bytes
        units = site.units.mapValues { Self.fields(of: $0, notice) }
    }

    private static let publisherID = Route("/#editeur")
    private static let siteID = Route("/#site")

    /// The things of a page and the way to it, in one document for a `<script>`; empty where there is nothing to say.
    ///
    /// - Parameters:
    ///   - things: what one of the functions below has written.
    ///   - steps: the pages above this one and the page itself, home first.
    public func document(_ things: [UInt8], steps: [(name: String, address: String)]) -> [UInt8] {
        guard !things.isEmpty || steps.count > 1 else { return [] }
        var json = JSONWriter(capacity: things.count + 1024)
        json.object { json in
            json.field("@context", "https://schema.org")
            json.key("@graph")
            json.array(0..<1) { json, _ in
                if !things.isEmpty { json.value(things) }
                guard steps.count > 1 else { return }
                json.object { json in
                    json.field("@type", "BreadcrumbList")
                    json.key("itemListElement")
                    json.array(steps.enumerated()) { json, step in
                        json.object { json in
                            json.field("@type", "ListItem")
                            json.field("position", step.offset + 1)
                            json.field("name", step.element.name)
                            // The last is the page itself.
                            if step.offset < steps.count - 1 { json.field("item", step.element.address) }
                        }
                    }
                }
            }
        }
        return ScriptData.escaped(json.bytes)
    }

    /// The site and who publishes it.
    public func home() -> [UInt8] {
        let settings = site.settings
        return things { json in
            json.object { json in
                json.field("@type", "WebSite")
                json.field("@id", addresses.canonical(Self.siteID))
                json.field("url", addresses.canonical(.home))
                json.field("name", settings.title)
                json.field("inLanguage", "fr")
                if let notice { json.field("description", notice) }
                json.key("publisher")
                json.value(publisher)
            }
            json.object { json in
                json.field("@type", "GovernmentOrganization")
                json.field("@id", addresses.canonical(Self.publisherID))
                json.field("name", settings.publisher.name)
                json.field("url", addresses.canonical(.home))
                json.field("address", settings.publisher.address)
                json.field("telephone", Self.telephone(settings.publisher.telephone) ?? settings.publisher.telephone)
                json.field("email", settings.publisher.email)
                if let notice { json.field("description", notice) }
                json.key("areaServed")
                json.object { json in
                    json.field("@type", "AdministrativeArea")
                    json.field("name", settings.departement.name)
                }
            }
        }
    }

    /// The commune, the services that answer for it, its next meetings.
    public func commune(_ commune: Commune, events: [Event]) -> [UInt8] {
        let id = addresses.canonical(Route("\(Route.commune(commune).path)#commune"))
        return things { json in
            json.object { json in
                json.field("@type", "AdministrativeArea")
                json.field("@id", id)
                json.field("name", Typography.apply(commune.name))
                json.field("identifier", commune.code.text)
                if let notice { json.field("description", notice) }
                json.key("containedInPlace")
                json.object { json in
                    json.field("@type", "AdministrativeArea")
                    json.field("name", site.settings.departement.name)
                }
            }
            for unit in commune.unitIDs.compactMap({ units[$0] }) {
                json.object { json in
                    json.fields(unit)
                    json.key("areaServed")
                    json.object { $0.field("@id", id) }
                }
            }
            for event in events { write(event, to: &json) }
        }
    }

    /// A guide or an alert.
    public func article(
        _ page: Page, at route: Route, section: String? = nil, alert: Alert? = nil,
    ) -> [UInt8] {
        let front = page.frontMatter
        return things { json in
            json.object { json in
                json.field("@type", "Article")
                json.field("@id", addresses.canonical(route))
                json.field("url", addresses.canonical(route))
                json.field("headline", front.title)
                let description = [notice, front.summary.isEmpty ? nil : front.summary].compactMap { $0 }
                if !description.isEmpty { json.field("description", description.joined(separator: " – ")) }
                if let section { json.field("articleSection", section) }
                if let day = alert?.sent.day ?? front.publish { json.field("datePublished", day.description) }
                if let day = front.updated ?? alert?.sent.day { json.field("dateModified", day.description) }
                if let alert { json.field("expires", alert.expires.minute == nil ? "\(alert.expires)" : time.end(of: alert.expires)) }
                json.field("inLanguage", "fr")
                json.key("isPartOf")
                json.object { $0.field("@id", addresses.canonical(Self.siteID)) }
                for role in ["author", "publisher"] {
                    json.key(role)
                    json.value(publisher)
                }
            }
        }
    }

    private func write(_ event: Event, to json: inout JSONWriter) {
        json.object { json in
            json.field("@type", "Event")
            json.field("name", Typography.apply(event.title))
            json.field("startDate", Self.instant(event.date, event.start))
            // Without times, the last day is part of it.
            if event.end != nil || event.lastDate > event.date { json.field("endDate", Self.instant(event.lastDate, event.end)) }
            json.field("eventStatus", "https://schema.org/EventScheduled")
            if let notice { json.field("description", notice) }
            json.key("location")
            json.object { json in
                json.field("@type", "Place")
                json.field("name", event.place.isEmpty ? site.settings.departement.name : Typography.apply(event.place))
            }
            json.key("organizer")
            json.value(publisher)
        }
    }

    private static func fields(of unit: Unit, _ notice: String?) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("@type", "PoliceStation")
            json.field("name", Typography.apply(unit.name))
            if let telephone = telephone(unit.telephone) { json.field("telephone", telephone) }
            if let address = unit.address { json.field("address", Typography.apply(address)) }
            // Hours that hold in season only would be wrong for most of the year.
            if let hours = unit.openingHours.map(OpeningHoursText.lines), !hours.isEmpty, !unit.isSeasonal {
                json.key("openingHours")
                json.array(hours) { $0.string($1) }
            }
            if let notice { json.field("description", notice) }
        }
        // Without its braces.
        return Array(json.bytes.dropFirst().dropLast())
    }

    /// `+33465711003`, `17`
    private static func telephone(_ text: String?) -> String? {
        text.flatMap { FrenchText.telephoneURI($0) }.map { String($0.dropFirst("tel:".count)) }
    }

    /// `2026-12-10T09:00`, local time; the day alone where there is no time.
    private static func instant(_ date: CalendarDate, _ minutes: Int?) -> String {
        guard let minutes else { return date.description }
        return "\(date)T\(OpeningHoursText.clock(minutes))"
    }

    /// Objects of one array, without its brackets.
    private func things(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.array(0..<1) { json, _ in write(&json) }
        return Array(json.bytes.dropFirst().dropLast())
    }
}
