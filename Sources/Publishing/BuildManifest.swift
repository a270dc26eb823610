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

        public init(id: String, vintage: String, sha256: Digest, rows: Int) {
            self.id = id
            self.vintage = vintage
            self.sha256 = sha256
            self.rows = rows
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

    public static let generator = "crieur"
    /// Raised when the meaning of a key changes, not when a key is added.
    public static let format = 1

    public let baseURL: String
    /// In the order of the bytes of `id`, as are `facts`; `files` in that of `path`.
    public let feeds: [FeedSummary]
    public let facts: [FactValue]
    /// Every file below the output folder but the manifest itself and `.gitignore`.
    public let files: [File]

    public init(baseURL: String, feeds: [FeedSummary], facts: [FactValue], files: [File]) {
        self.baseURL = baseURL
        self.feeds = feeds.sorted { ByteOrder.precedes($0.id, $1.id) }
        self.facts = facts.sorted { ByteOrder.precedes($0.id, $1.id) }
        self.files = files.sorted { ByteOrder.precedes($0.path, $1.path) }
    }
}

enum ByteOrder {
    /// Whether one text stands before the other in the order of their UTF-8 bytes, whatever their Unicode form.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
