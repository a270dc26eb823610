/// Hours of gendarmes on the public way in a part of the département and in one past quarter. Never by place, by hour or by
/// brigade: nobody learns from it where they are not.
public struct PresenceHours: Sendable, Hashable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case arrondissement
        case company = "compagnie"
    }

    /// A quarter of a year: `2026-T3`.
    public struct Quarter: Sendable, Hashable, Comparable {
        public let year: Int
        /// 1 to 4.
        public let number: Int

        public init?(_ text: String) {
            let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), parts[1].utf8.count == 2,
                parts[1].first == "T", let number = Int(parts[1].dropFirst()), (1...4).contains(number)
            else { return nil }
            self.year = year
            self.number = number
        }

        /// Whether all of it is over on a day.
        public func isPast(on day: CalendarDate) -> Bool { (day.year, (day.month - 1) / 3 + 1) > (year, number) }

        public static func < (left: Quarter, right: Quarter) -> Bool {
            (left.year, left.number) < (right.year, right.number)
        }
    }

    public let level: Level
    /// Name of the arrondissement or of the compagnie.
    public let area: String
    public let quarter: Quarter
    public let hours: Int
    /// Those of the area.
    public var communes: Set<INSEECode> = []

    public init(level: Level, area: String, quarter: Quarter, hours: Int) {
        self.level = level
        self.area = area
        self.quarter = quarter
        self.hours = hours
    }
}

extension Site {
    /// What stands beside a commitment that asks for it, of the latest quarter; of one commune's areas where one is given.
    public func presence(beside commitment: Commitment, for commune: INSEECode? = nil) -> [PresenceHours] {
        guard commitment.showsPresence, let latest = presence.map(\.quarter).max() else { return [] }
        return presence.filter { hours in
            hours.quarter == latest && (commune.map(hours.communes.contains) ?? true)
        }
    }
}
