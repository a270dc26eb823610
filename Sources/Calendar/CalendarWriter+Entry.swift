public import SiteModel

extension CalendarWriter {
    /// What a calendar shows of one event.
    public struct Entry: Sendable, Hashable {
        public let uid: String
        public let sequence: Int
        /// DTSTAMP is the midnight, in universal time, that begins this day.
        public let changed: CalendarDate
        public let isCancelled: Bool
        public let title: String
        /// Empty where it is not told.
        public let place: String
        /// Empty where there is nothing more to say.
        public let details: String
        public let category: String
        /// Address of the page that announces it.
        public let page: String
        public let time: CalendarEvent.Occurrence

        public init(
            uid: String, sequence: Int, changed: CalendarDate, isCancelled: Bool, title: String, place: String,
            details: String, category: String, page: String, time: CalendarEvent.Occurrence,
        ) {
            self.uid = uid
            self.sequence = sequence
            self.changed = changed
            self.isCancelled = isCancelled
            self.title = title
            self.place = place
            self.details = details
            self.category = category
            self.page = page
            self.time = time
        }
    }
}
