import SiteModel
import Templates

/// What the layout says of any page: title, description, where it stands, what it rests on and since when.
struct PageHead {
    /// Title of the document; the site's title follows, but on the home page.
    var title: String
    /// As the breadcrumb ends; the title when `nil`.
    var name: String?
    var description: String
    var section = SiteSection.none
    /// Pages above this one, home first.
    var parents: Value
    /// Facts cited, in order of first use.
    var facts: [Fact] = []
    var reviewer: Proofreading?
    /// Whether it says that nobody has read it yet.
    var asksForReading = false
    /// Whether it is shown for a trial only.
    var isDraft = false
    /// Whether its figures or contacts come from feeds.
    var usesFeeds = false
    /// Whether it leaves as few traces as it can.
    var isSensitive = false
    /// Whether robots leave it out: what it says holds no longer.
    var isUnlisted = false
    /// What the page says, as linked data.
    var structuredData: [UInt8] = []
    /// The page that this one stands for; robots follow that one.
    var standsFor: Route?
    /// The feed that tells what is new on it: `href`, `address`, `title`.
    var feed = Value.absent
    /// Others that one may subscribe to on it: `all`, `levels`, `kinds`, `services`.
    var moreFeeds = Value.absent

    /// The calendars that one may subscribe to on it: `main`, `kinds`, `services`.
    var calendars = Value.absent

    /// A commune's page and its bulletin give the numbers for an emergency where they matter.
    private func statesWhomToCall(_ page: WebPage) -> Bool { page.kind == .commune || page.kind == .bulletin }

    /// `updated`: the latest day of what the page says.
    func names(_ page: WebPage, updated: CalendarDate?, _ parts: SiteParts, _ site: Site) -> Object {
        let canonical = parts.addresses.canonical(standsFor ?? page.route)
        let report = Addresses.mailto(
            site.settings.corrections ?? site.settings.publisher.email,
            subject: "Erreur sur la page « \(name ?? title) » (\(page.route.path))")
        // The fact checked the longest ago dates the page.
        let verified = facts.compactMap(\.certainSince).min()
        return [
            "page": [
                "title": .text(title),
                "titleSuffix": .bool(page.kind != .home),
                "name": .text(name ?? title),
                "description": .text(description.isEmpty ? title : description),
                "kind": .text(page.kind.rawValue),
                "shareType": page.kind == .guide || page.kind == .alert ? "article" : "website",
                "structuredData": .html(structuredData),
                "canonical": page.kind == .notFound ? .absent : .text(canonical),
                "hidden": .bool(
                    site.notice != nil || page.kind == .notFound || page.kind == .offline || standsFor != nil || isUnlisted),
                "sensitive": .bool(isSensitive),
                "feed": feed, "moreFeeds": moreFeeds,
                "calendars": calendars,
                "policy": .html(Array(ResponseHeaders.policyInPage(at: page.route).utf8)),
                "parents": parents,
                "header": parts.headers[section] ?? .html([]),
                "notice": parts.notice,
                "footer": statesWhomToCall(page) ? parts.shortFooter : parts.footer,
                "updated": Wording.time(updated),
                "verified": Wording.time(verified),
                "reviewer": Wording.proofreading(reviewer), "unread": .bool(asksForReading && reviewer == nil), "draft": .bool(isDraft),
                "hasFacts": .bool(!facts.isEmpty),
                "facts": .list(facts.compactMap { parts.facts[$0.id] }),
                "feeds": usesFeeds ? parts.feeds : .html([]),
                "reportError": .text(report),
            ]
        ]
    }
}
