/// A part of the département, as an editor names it.
public struct Territory: Sendable, Hashable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case arrondissements
        /// By name or identifier; police stations too.
        case brigades
        /// By their codes.
        case communes
    }

    public let level: Level
    public let names: [String]
    /// The file that names them, and where: bytes by the name.
    public let file: String
    public let places: [String: Range<Int>]

    public init(level: Level, names: [String], file: String, places: [String: Range<Int>]) {
        self.level = level
        self.names = names
        self.file = file
        self.places = places
    }
}
