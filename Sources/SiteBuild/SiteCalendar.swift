public import Diagnostics
public import SiteModel

/// What the coming days bring to a site of which nobody changes a word: texts that appear or end, reviews that fall due,
/// facts that begin or cease to hold, meetings. Drafts are part of it, marked as such: they bring nothing by themselves.
public struct SiteCalendar: Sendable {
    /// In the order in which those of one day are listed.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// First and last day of a reserve before an election.
        case reserveFrom = "reserve-from"
        case reserveUntil = "reserve-until"
        /// A text appears.
        case publish
        /// Last day of a text or an alert.
        case expires
        /// First and last day on which a fact holds.
        case factFrom = "fact-from"
        case factUntil = "fact-until"
        /// Last day of a fact's check.
        case factReview = "fact-review"
        /// Day on which a text is to be read again.
        case review
        case event
        /// Last day of a meeting that lasts several.
        case eventEnd = "event-end"
        /// Day by which a commitment is to be kept.
        case commitment
        /// Last day on which a file of data is young enough.
        case feed
        /// Last day on which an audit of accessibility counts.
        case audit
        /// Last day on which the contact for weaknesses is valid for long enough.
        case security
    }

    public struct Entry: Sendable, Hashable {
        public let kind: Kind
        public let date: CalendarDate
        /// First day on which a build says something else, or warns; `nil` where none does.
        public let build: CalendarDate?
        public let title: String
        /// As messages show it.
        public let file: String
        /// Of a fact, a commitment or a feed.
        public var id: String?
        public var isDraft = false
    }

    public let today: CalendarDate
    public let last: CalendarDate
    /// From today to the last day, in order of time.
    public let entries: [Entry]
    /// What was due before today and still is.
    public let late: [Entry]

    /// Days after today on which to build, in order.
    public var builds: [CalendarDate] { Set(entries.compactMap(\.build)).filter { $0 > today }.sorted() }

    /// `nil`, with diagnostics, where the site cannot be read.
    /// - Parameter days: how many follow today.
    public static func read(_ options: BuildOptions, days: Int) async throws -> (calendar: SiteCalendar?, diagnostics: [Diagnostic]) {
        let inputs = try await SiteInputs.read(options)
        return (inputs.site.map { SiteCalendar($0, days: days, root: options.content) }, inputs.diagnostics)
    }

    init(_ site: Site, days: Int, root: String) {
        today = site.today
        last = site.today.adding(days: days) ?? site.today
        let (first, end) = (today, last)
        let all = CalendarEntries(site, root: root).all.sorted { left, right in
            if left.date != right.date { return left.date < right.date }
            if left.kind != right.kind { return left.kind.place < right.kind.place }
            return (left.file, left.title, left.id ?? "") < (right.file, right.title, right.id ?? "")
        }
        entries = all.filter { (first...end).contains($0.date) }
        late = all.filter { $0.date < first && $0.kind.staysDue && !$0.isDraft }
    }
}

extension SiteCalendar.Kind {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether somebody has to do something, on the day or after it.
    fileprivate var staysDue: Bool {
        switch self {
        case .review, .factReview, .commitment, .feed, .audit, .security: true
        case .reserveFrom, .reserveUntil, .publish, .expires, .factFrom, .factUntil, .event, .eventEnd: false
        }
    }
}
