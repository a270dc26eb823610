import CZlib

/// gzip (RFC 1952) → the bytes that were packed, piece by piece, through zlib, which checks their sum.
/// A file of several members, one after the other, gives all of them.
public final class GzipInflater {
    public enum Outcome: Hashable {
        /// How many bytes were taken from the input, and how many given.
        case progress(taken: Int, given: Int)
        /// The packed bytes are not what gzip writes.
        case damaged
    }

    // zlib keeps the address of its own state: it may not move.
    private let state: UnsafeMutablePointer<z_stream>
    private let isReady: Bool
    /// Whether the last member has come to its end: the file may end here.
    public private(set) var isAtEnd = false

    public init() {
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        // 16: a gzip header and no other. 15: the widest window.
        isReady = inflateInit2_(state, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(state) }
        state.deallocate()
    }

    /// Unpacks as much of `input` as `output` has room for.
    public func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Outcome {
        guard isReady else { return .damaged }
        if isAtEnd, !input.isEmpty {
            // Zeros that fill the last block of a tape or a disk are no member.
            if input.allSatisfy({ $0 == 0 }) { return .progress(taken: input.count, given: 0) }
            guard inflateReset(state) == Z_OK else { return .damaged }
            isAtEnd = false
        }
        state.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        state.pointee.avail_in = UInt32(input.count)
        state.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        state.pointee.avail_out = UInt32(output.count)
        let result = CZlib.inflate(state, Z_NO_FLUSH)
        switch result {
        case Z_STREAM_END: isAtEnd = true
        // No room or nothing to take: not a fault.
        case Z_OK, Z_BUF_ERROR: break
        default: return .damaged
        }
        return .progress(
            taken: input.count - Int(state.pointee.avail_in), given: output.count - Int(state.pointee.avail_out))
    }
}
