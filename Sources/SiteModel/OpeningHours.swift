/// When a service receives the public: an ordinary week, and public holidays.
public struct OpeningHours: Sendable, Hashable {
    /// In minutes after midnight; `end` is after `start` and at most 1440.
    public struct Span: Sendable, Hashable {
        public let start: Int
        public let end: Int

        /// `nil` unless 0 ≤ `start` < `end` ≤ 1440.
        public init?(start: Int, end: Int) {
            guard start >= 0, start < end, end <= 1440 else { return nil }
            self.start = start
            self.end = end
        }

        public static let wholeDay = Span(unchecked: 0, 1440)

        private init(unchecked start: Int, _ end: Int) {
            self.start = start
            self.end = end
        }
    }

    public struct Day: Sendable, Hashable {
        /// In order of time, apart from each other; empty when closed.
        public private(set) var spans: [Span]
        /// What the times do not say (`sur rendez-vous`, `2e et 4e samedis`); empty when there is nothing to add.
        public private(set) var note: String

        public init(_ spans: [Span] = [], note: String = "") {
            self.spans = []
            self.note = note
            for span in spans { add(span) }
        }

        public var isClosed: Bool { spans.isEmpty && note.isEmpty }

        /// Spans that touch or overlap become one.
        public mutating func add(_ span: Span) {
            var start = span.start
            var end = span.end
            var apart: [Span] = []
            for other in spans {
                if other.end < start || other.start > end {
                    apart.append(other)
                } else {
                    start = min(start, other.start)
                    end = max(end, other.end)
                }
            }
            if let joined = Span(start: start, end: end) { apart.append(joined) }
            spans = apart.sorted { $0.start < $1.start }
        }

        /// A note that is there already is not repeated.
        public mutating func add(note text: String) {
            if text.isEmpty || note == text { return }
            note = note.isEmpty ? text : "\(note), \(text)"
        }
    }

    /// Monday first, always seven.
    public let week: [Day]
    /// `nil` when the feed does not say.
    public let holidays: Day?
    /// A sentence about the whole week; empty when there is nothing to add.
    public let comment: String

    /// `nil` unless `week` has seven days of which one at least says something, or there is a comment.
    public init?(week: [Day], holidays: Day? = nil, comment: String = "") {
        guard week.count == 7, !comment.isEmpty || !week.allSatisfy(\.isClosed) || holidays?.isClosed == false else {
            return nil
        }
        self.week = week
        self.holidays = holidays
        self.comment = comment
    }
}
