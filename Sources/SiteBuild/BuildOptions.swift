import SiteModel

/// What one build is asked to do.
public struct BuildOptions: Sendable {
    /// Folder of the Markdown, settings and feeds.
    public var content = "content"
    public var templates = "site-templates"
    public var output = "public"
    /// The day of the build, in the site's time zone.
    public var today: CalendarDate
    /// Its minute, by which alerts end; 0 where only a day is asked for.
    public var minute = 0
    /// Warnings stop the build as errors do.
    public var strict = false
    /// Whether drafts are shown, marked as such: for a folder that is not published.
    public var showsDrafts = false
    /// Whether bulletins are typeset.
    public var printsBulletins = true
    /// Whether the index of the search is made.
    public var indexesSearch = true
    /// Whether a check looks at the spelling of texts, by a tool of its own.
    public var checksSpelling = false
    /// Communes to render; every other file is carried over from the present output. Empty: all.
    public var only: [INSEECode] = []
    /// Pages and bulletins made at once; one per core by default.
    public var workers: Int
    /// A Python with the wheels of requirements.txt, as asked on the command line.
    public var python: String?
    /// The value of `CRIEUR_PYTHON`, used where none was asked for; else `.venv/bin/python3`.
    public var pythonVariable: String?

    /// Whether what a report says is gathered.
    public var wantsOutline = false

    /// Whether editions that went to print are made anew from what texts and feeds say today.
    var ignoresFrozenEditions = false

    var now: LocalMoment { LocalMoment(today, minute: minute) }

    public init(now: LocalMoment, workers: Int) {
        self.init(today: now.day, workers: workers)
        minute = now.minute ?? 0
    }

    public init(today: CalendarDate, workers: Int) {
        self.today = today
        self.workers = workers
    }
}
