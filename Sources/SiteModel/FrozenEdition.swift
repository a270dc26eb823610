/// What an edition was on the day on which it went to print: `content/bulletins/<edition>.frozen.ndjson.gz`.
public struct FrozenEdition: Sendable {
    /// A commune's page of the bulletin, as it was rendered: HTML.
    public struct Twin: Sendable, Hashable {
        /// What the bulletin says.
        public let body: [UInt8]
        /// Its sources and dates.
        public let sources: [UInt8]
        /// Whether a text of it is about violence within the family.
        public let isSensitive: Bool

        public init(body: [UInt8], sources: [UInt8], isSensitive: Bool) {
            self.body = body
            self.sources = sources
            self.isSensitive = isSensitive
        }
    }

    /// A commune's print job: one line of JSON, but for its errata, which may come later.
    public struct Job: Sendable, Hashable {
        public let id: String
        /// Everything before the value of `errata`, which is its last key.
        public let opening: [UInt8]

        public init(id: String, opening: [UInt8]) {
            self.id = id
            self.opening = opening
        }
    }

    /// Path of the file.
    public let file: String
    public let date: CalendarDate
    /// SHA-256 of each print template that the bulletin was set with, by its path, in hexadecimal digits.
    public let templates: [String: String]
    /// By kind of document (`bulletin`, `bulletin-large`), then by commune.
    public let jobs: [String: [INSEECode: Job]]
    public let twins: [INSEECode: Twin]

    public init(
        file: String, date: CalendarDate, templates: [String: String], jobs: [String: [INSEECode: Job]],
        twins: [INSEECode: Twin],
    ) {
        self.file = file
        self.date = date
        self.templates = templates
        self.jobs = jobs
        self.twins = twins
    }
}
