public import Diagnostics

/// What a message says, in one language.
public struct CAPInfo: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case extreme = "Extreme"
        case severe = "Severe"
        case moderate = "Moderate"
        case minor = "Minor"
        case unknown = "Unknown"
    }

    public enum Category: String, Sendable, Hashable, CaseIterable {
        case geophysical = "Geo"
        case meteorological = "Met"
        case safety = "Safety"
        case security = "Security"
        case rescue = "Rescue"
        case fire = "Fire"
        case health = "Health"
        case environmental = "Env"
        case transport = "Transport"
        case infrastructure = "Infra"
        case hazardous = "CBRNE"
        case other = "Other"
    }

    /// `fr-FR`; `en-US` where the message names none, as the standard has it.
    public let language: String
    public let categories: [Category]
    public let event: String
    public let severity: Severity
    public let onset: CAPTime?
    public let expires: CAPTime
    public let senderName: String
    public let headline: String
    public let description: String
    public let instruction: String
    /// An address of the web; empty for none.
    public let web: String
    public let contact: String
    public let areas: [CAPArea]
    /// What senders add in codes of their own: `awareness_type`.
    public let parameters: [CAPArea.Geocode]
    public let location: SourceLocation

    public var isFrench: Bool { language.lowercased().hasPrefix("fr") }
}

/// Where.
public struct CAPArea: Sendable, Hashable {
    /// Degrees, WGS 84.
    public struct Point: Sendable, Hashable {
        public let latitude: Double
        public let longitude: Double
    }

    public struct Circle: Sendable, Hashable {
        public let centre: Point
        /// Kilometres.
        public let radius: Double
    }

    public struct Geocode: Sendable, Hashable {
        /// `NUTS3`, `INSEE`, …
        public let name: String
        public let value: String
    }

    public let description: String
    public let geocodes: [Geocode]
    /// Closed: the last point is the first.
    public let polygons: [[Point]]
    public let circles: [Circle]
    public let location: SourceLocation
}
