import Files

/// What a build published, for later builds to compare with: `build-manifest.json`.
///
/// It holds neither a time nor a name of the machine: the same inputs give the same bytes. Nothing personal either:
/// it is published with the site.
public struct BuildManifest: Sendable, Hashable {
    /// One published file; its route follows from its path.
    public struct File: Sendable, Hashable {
        /// Below the output folder: `guides/elus/menaces/index.html`.
        public let path: String
        public let sha256: Digest
        /// In bytes.
        public let size: Int

        public init(path: String, sha256: Digest, size: Int) {
            self.path = path
            self.sha256 = sha256
            self.size = size
        }
    }

    /// A feed as it was read.
    public struct FeedSummary: Sendable, Hashable {
        public let id: String
        public let vintage: String
        /// Of the file as published by its producer.
        public let sha256: Digest
        /// Number of records kept.
        public let rows: Int
        /// Communes about which it says something; `nil` for a feed that is not about communes one by one.
        public let communes: Int?
        /// The day on which it was fetched, as `2026-11-24`; `nil` in manifests that did not say it yet.
        public let retrieved: String?

        public init(
            id: String, vintage: String, sha256: Digest, rows: Int, communes: Int? = nil, retrieved: String? = nil,
        ) {
            self.id = id
            self.vintage = vintage
            self.sha256 = sha256
            self.rows = rows
            self.communes = communes
            self.retrieved = retrieved
        }
    }

    /// What an entry of the fact registry said.
    public struct FactValue: Sendable, Hashable {
        public let id: String
        public let value: String

        public init(id: String, value: String) {
            self.id = id
            self.value = value
        }
    }

    /// What the feeds said of a commune or of a service, for people to see what the next files change.
    public struct Record: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case commune, unit
        }

        public let kind: Kind
        public let id: String
        /// As readers see it.
        public let name: String
        /// By name of the value (`hours`); what is unknown has none.
        public let values: [String: String]

        public init(kind: Kind, id: String, name: String, values: [String: String]) {
            self.kind = kind
            self.id = id
            self.name = name
            self.values = values
        }
    }

    public static let generator = "crieur"
    /// Raised when the meaning of a key changes, not when a key is added.
    public static let format = 1

    public let baseURL: String
    /// What every output of a demonstration says; `nil` for a site that is none.
    public let notice: String?
    /// In the order of the bytes of `id`, as are `facts`; `files` in that of `path`.
    public let feeds: [FeedSummary]
    public let facts: [FactValue]
    /// In the order of `kind`, then of `id`.
    public let records: [Record]
    /// Every file below the output folder but the manifest itself and `.gitignore`.
    public let files: [File]

    public init(
        baseURL: String, notice: String? = nil, feeds: [FeedSummary], facts: [FactValue], records: [Record] = [],
        files: [File],
    ) {
        self.baseURL = baseURL
        self.notice = notice
        self.feeds = feeds.sorted { ByteOrder.precedes($0.id, $1.id) }
        self.facts = facts.sorted { ByteOrder.precedes($0.id, $1.id) }
        self.records = Record.Kind.allCases.flatMap { kind in
            records.filter { $0.kind == kind }.sorted { ByteOrder.precedes($0.id, $1.id) }
        }
        self.files = files.sorted { ByteOrder.precedes($0.path, $1.path) }
    }
}
