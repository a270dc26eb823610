public import Diagnostics

/// One document to set: everything that its template needs, as JSON.
public struct PrintJob: Sendable, Hashable, Identifiable {
    /// Names the PDF, alone in its run: `bulletin-2026-11-74010`.
    public let id: String
    public let document: PrintDocument
    /// What it is about, for messages: the commune's name.
    public let subject: String
    /// The file to shorten where it does not fit: `content/guides/elus/menaces.md`; `nil` where feeds or several files
    /// make it.
    public let source: String?
    /// One line of JSON, its keys always in the same order: the same job, the same bytes.
    public internal(set) var data: [UInt8]
    /// Equal for jobs whose texts fit the sheet alike, as far as can be told without setting them.
    public let shape: [UInt8]

    public init(
        id: String, document: PrintDocument = .bulletin, subject: String, source: String? = nil, data: [UInt8],
        shape: [UInt8] = [],
    ) {
        self.id = id
        self.document = document
        self.subject = subject
        self.source = source
        self.data = data
        self.shape = shape
    }
}

/// What setting a job gave, kept beside its PDF: pages of the site state it.
public struct PrintResult: Sendable, Hashable, Codable {
    public let pages: Int
    /// Size of the PDF.
    public let bytes: Int
    /// What the template shortened or left out, in the form of `Omission`: `guide:4/9`.
    public let omitted: [String]

    public init(pages: Int, bytes: Int, omitted: [String]) {
        self.pages = pages
        self.bytes = bytes
        self.omitted = omitted
    }
}

/// What became of a job.
public struct PrintOutcome: Sendable {
    public enum Value: Sendable {
        /// Path of the PDF in the temporary folder.
        case printed(file: String, PrintResult)
        case failed([Diagnostic])
    }

    public let job: PrintJob
    public let value: Value
}
