/// Everything that is published, resolved and checked: what the renderers turn into pages and bulletins.
public struct Site: Sendable {
    public var settings: SiteSettings
    /// The day of the build, in the site's own time zone.
    public var today: CalendarDate
    /// Its minute, by which alerts end.
    public var minute = 0
    /// Those of the day.
    public var facts: [Fact.ID: Fact]
    /// All that is said of facts, of other days too.
    public var registry = FactRegistry()
    /// Feeds in the order of `feeds.yml`.
    public var feeds: [Feed]
    /// In order of their codes.
    public var communes: [Commune]
    /// The map of the département; `nil` where no feed gives contours.
    public var map: DepartementMap?
    public var units: [Unit.ID: Unit]
    /// In order of theme, `order`, then title.
    public var guides: [Page]
    public var pages: [Page]
    /// Texts that are not published today: drafts, those to come, those that are over.
    public var unpublished: [Page] = []
    /// What the reserve of today keeps back.
    public var reserved: [ReservedText] = []
    /// Whether drafts are part of it, for a trial.
    public var showsDrafts = false
    /// What a commune or its brigade adds.
    public var communeNotes: [INSEECode: Page]
    /// Those valid today, latest first.
    public var alerts: [Alert]
    /// Those that hold no longer, latest first.
    public var archive: [ArchivedAlert] = []
    /// Latest first.
    public var editions: [Edition]
    /// Today's and later, in order of time.
    public var events: [Event]
    /// What the police and the gendarmerie have recorded, as far as the site's policies let it be shown.
    public var figures = RecordedFigures()
    /// Former routes, in the order of their bytes.
    public var redirects: [Redirect] = []
    /// What became of what was expected, the latest status first.
    public var commitments: [Commitment] = []
    /// Hours on the public way, of past quarters; shown only beside commitments that ask for them.
    public var presence: [PresenceHours] = []
    /// Meetings that were announced and do not take place, by time.
    public var cancelledEvents: [Event] = []
    /// What élus are asked, the latest first.
    public var consultations: [Consultation] = []
    /// What was counted, by the slug of the consultation: `results.yml`.
    public var consultationResults: [Consultation.ID: ConsultationResults] = [:]
    /// What the operation offers, in the order of `operation.yml`.
    public var measures: [Measure] = []
    /// What an audit found of the site's accessibility; `nil` without one.
    public var accessibility: AccessibilityAudit?

    /// Where published texts show images.
    public var imageUses: [ImageUse] = []
    /// By their files: those that could be read.
    public var images: [String: SiteImage] = [:]

    public init(
        settings: SiteSettings, today: CalendarDate, facts: [Fact.ID: Fact] = [:], feeds: [Feed] = [],
        communes: [Commune] = [], units: [Unit.ID: Unit] = [:], guides: [Page] = [],
        pages: [Page] = [], communeNotes: [INSEECode: Page] = [:], alerts: [Alert] = [],
        editions: [Edition] = [], events: [Event] = [],
    ) {
        self.settings = settings
        self.today = today
        self.facts = facts
        self.feeds = feeds
        self.communes = communes
        self.units = units
        self.guides = guides
        self.pages = pages
        self.communeNotes = communeNotes
        self.alerts = alerts
        self.editions = editions
        self.events = events
    }

    public var now: LocalMoment { LocalMoment(today, minute: minute) }

    /// When what says no day of its own last changed: the day of the latest feed, not the clock's.
    public var quietDay: CalendarDate { feeds.map(\.retrieved).max() ?? today }

    /// What every output says of itself; `nil` for what may be handed out.
    public var notice: String? {
        isDemonstration ? Demonstration.notice : showsDrafts ? "BROUILLON : NE PAS DIFFUSER" : nil
    }

    public var isDemonstration: Bool {
        settings.demonstration || feeds.contains { $0.nature == .demonstration }
    }
}
