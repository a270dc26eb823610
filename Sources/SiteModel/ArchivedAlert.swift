/// An alert that holds no longer: it keeps its address, and leaves every list but that of the archive.
public struct ArchivedAlert: Sendable {
    public enum End: Sendable, Hashable {
        /// Its time is over.
        case expired
        /// Another one says it better.
        case replaced(by: Alert.Reference)
        case cancelled(by: Alert.Reference)
    }

    public var alert: Alert
    public let end: End

    public init(_ alert: Alert, end: End) {
        self.alert = alert
        self.end = end
    }
}
