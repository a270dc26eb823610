import SiteModel

/// Every day that a site names, whenever it is.
struct CalendarEntries {
    typealias Entry = SiteCalendar.Entry

    private(set) var all: [Entry] = []
    private let today: CalendarDate

    init(_ site: Site, root: String) {
        today = site.today
        // Alerts in CAP say when they end, not in a front matter.
        let alerts = Set(site.alerts.map(\.page.file))
        for alert in site.alerts { add(alert.page, expires: alert.expires.day) }
        // A text of which a reserve hides a part is in two lists.
        var seen = alerts
        let reserved = site.reserved.map(\.page)
        let pages = site.guides + site.pages + site.communeNotes.values + site.editions.map(\.page) + site.unpublished + reserved
        for page in pages where seen.insert(page.file).inserted { add(page, expires: page.frontMatter.expires) }
        for row in FactList(site, []).rows { add(row) }
        for event in site.events { add(event) }
        for commitment in site.commitments { add(commitment) }
        for feed in site.feeds { add(feed) }
        let settings = "\(root)/site.yml"
        for reserve in site.settings.reserves {
            add(.reserveFrom, reserve.from, changesNextDay: false, reserve.label, settings)
            add(.reserveUntil, reserve.until, changesNextDay: true, reserve.label, settings)
        }
        if let security = site.settings.security, let day = security.expires.adding(days: -SiteSettings.Security.leastDays) {
            add(.security, day, changesNextDay: true, "Contact de sécurité", settings)
        }
        if let audit = site.accessibility, let day = audit.end?.adding(days: -1) {
            add(.audit, day, changesNextDay: true, "Audit d’accessibilité", "\(root)/accessibility.yml")
        }
    }

    private mutating func add(_ page: Page, expires: CalendarDate?) {
        // What is over needs no more care.
        if let expires, expires < today { return }
        let front = page.frontMatter
        func entry(_ kind: SiteCalendar.Kind, _ date: CalendarDate, build: CalendarDate?) -> Entry {
            var entry = Entry(kind: kind, date: date, build: front.draft ? nil : build, title: front.title, file: page.file)
            entry.isDraft = front.draft
            return entry
        }
        if let day = front.publish { all.append(entry(.publish, day, build: day)) }
        if let expires { all.append(entry(.expires, expires, build: expires.adding(days: 1))) }
        if let day = front.review { all.append(entry(.review, day, build: nil)) }
    }

    private mutating func add(_ row: FactList.Row) {
        let fact = row.fact
        if let from = fact.from { add(.factFrom, from, changesNextDay: false, fact.label, fact.file, id: fact.id) }
        if let until = fact.until { add(.factUntil, until, changesNextDay: true, fact.label, fact.file, id: fact.id) }
        guard row.state == .sound || row.state == .overdue, let day = fact.nextReview else { return }
        // Nobody checks again what no longer holds by then.
        if let until = fact.until, until <= day { return }
        add(.factReview, day, changesNextDay: true, fact.label, fact.file, id: fact.id)
    }

    private mutating func add(_ event: Event) {
        let leaves = event.lastDate.adding(days: 1)
        let isShort = event.lastDate == event.date
        all.append(Entry(kind: .event, date: event.date, build: isShort ? leaves : nil, title: event.title, file: event.file))
        if !isShort {
            all.append(Entry(kind: .eventEnd, date: event.lastDate, build: leaves, title: event.title, file: event.file))
        }
    }

    private mutating func add(_ commitment: Commitment) {
        guard let due = commitment.due, commitment.status == .planned || commitment.status == .ongoing else { return }
        add(.commitment, due, changesNextDay: true, commitment.decision, commitment.file, id: commitment.id)
    }

    private mutating func add(_ feed: Feed) {
        guard let age = feed.maximumAge, let day = feed.retrieved.adding(days: age) else { return }
        add(.feed, day, changesNextDay: true, feed.title, feed.file, id: feed.id)
    }

    private mutating func add(
        _ kind: SiteCalendar.Kind, _ date: CalendarDate, changesNextDay: Bool, _ title: String, _ file: String, id: String? = nil,
    ) {
        var entry = Entry(kind: kind, date: date, build: changesNextDay ? date.adding(days: 1) : date, title: title, file: file)
        entry.id = id
        all.append(entry)
    }
}
