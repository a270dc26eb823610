/// Where a set of records came from: printed beside everything made from it (Licence Ouverte's duty).
public struct Feed: Sendable, Hashable, Identifiable {
    public enum Nature: String, Sendable, Hashable, CaseIterable {
        case official
        case local
        /// Invented for a demonstration: marks every output with `Demonstration.notice`.
        case demonstration
    }

    public let id: String
    /// Path of the file, as messages show it.
    public let file: String
    /// Name of the reader: `communes`, `insee-cog-communes`, …
    public let format: String
    public let title: String
    public let producer: String
    public let licence: String
    /// What the records describe: `1er janvier 2026`, `population 2023`.
    public let vintage: String
    public let retrieved: CalendarDate
    /// Days after `retrieved` for which it may be used; `nil` for no limit.
    public let maximumAge: Int?
    public let nature: Nature
    public let url: String?

    public init(
        id: String, file: String, format: String, title: String, producer: String, licence: String,
        vintage: String, retrieved: CalendarDate, nature: Nature, url: String? = nil,
        maximumAge: Int? = nil,
    ) {
        self.id = id
        self.file = file
        self.format = format
        self.title = title
        self.producer = producer
        self.licence = licence
        self.vintage = vintage
        self.retrieved = retrieved
        self.nature = nature
        self.url = url
        self.maximumAge = maximumAge
    }

    /// Days since it was fetched.
    public func age(on today: CalendarDate) -> Int { today.dayNumber - retrieved.dayNumber }
}

public enum Demonstration {
    /// On every page, print, feed and text made from demonstration data.
    public static let notice = "EXEMPLE : NE PAS DIFFUSER"
}
