import Files
import Gzip

/// The bytes of a feed's file, piece by piece, unpacked where its first two bytes say that it is gzip.
final class FeedStream {
    enum Fault: Hashable {
        /// The file ends before what it packs does.
        case truncated
        /// It packs something else than it says.
        case damaged
    }

    private let source: ByteStream
    private let inflater: GzipInflater?
    /// What has been read of the file and not handed out yet: `rest` of `piece`.
    private var piece: UnsafeMutableRawBufferPointer
    private var rest: Range<Int>
    /// Whether the file has been read to its end.
    private var isRead = false
    /// Why the bytes end here, where that is not the file's end.
    private(set) var fault: Fault?

    var isPacked: Bool { inflater != nil }

    init(_ source: ByteStream) throws(DiskError) {
        self.source = source
        piece = .allocate(byteCount: 1 << 16, alignment: 16)
        var count = 0
        while count < 2 {
            let more: Int
            do {
                more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: piece[count...]))
            } catch {
                piece.deallocate()
                throw error
            }
            if more == 0 { break }
            count += more
        }
        rest = 0..<count
        inflater = count >= 2 && piece[0] == 0x1F && piece[1] == 0x8B ? GzipInflater() : nil
    }

    deinit { piece.deallocate() }

    /// Fills `buffer` from its start; gives how many bytes came, 0 at the end or at a fault.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        guard let inflater else {
            if rest.isEmpty { return try source.read(into: buffer) }
            let count = min(rest.count, buffer.count)
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: piece[rest.prefix(count)]))
            rest = rest.dropFirst(count)
            return count
        }
        while fault == nil {
            if rest.isEmpty, !isRead {
                rest = 0..<(try source.read(into: piece))
                isRead = rest.isEmpty
            }
            // Without input, what had no room before is still to be given.
            switch inflater.inflate(UnsafeRawBufferPointer(rebasing: piece[rest]), into: buffer) {
            case .damaged:
                fault = .damaged
            case .progress(let taken, let given):
                rest = rest.dropFirst(taken)
                if given > 0 { return given }
                if isRead, rest.isEmpty {
                    if !inflater.isAtEnd { fault = .truncated }
                    return 0
                }
            }
        }
        return 0
    }
}
