import Files

/// A feed's file, which may be opened several times.
struct FeedSource: Sendable {
    private let openStream: @Sendable () throws(DiskError) -> ByteStream

    init(_ open: @escaping @Sendable () throws(DiskError) -> ByteStream) { openStream = open }

    init(_ bytes: [UInt8]) {
        openStream = { () throws(DiskError) in ByteStream(bytes) }
    }

    func open() throws(DiskError) -> FeedStream { try FeedStream(try openStream()) }
}
