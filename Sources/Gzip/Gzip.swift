import CZlib

/// Whole files in gzip (RFC 1952).
public enum Gzip {
    /// The same bytes, the same file: without date, name or system in its header.
    public static func pack(_ bytes: [UInt8]) -> [UInt8]? {
        var state = z_stream()
        // 16: a gzip header, which zlib leaves empty. 15: the widest window.
        guard
            deflateInit2_(
                &state, 9, Z_DEFLATED, 16 + 15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&state) }
        let bound = Int(deflateBound(&state, UInt(bytes.count)))
        var bytes = bytes
        var packed = [UInt8](repeating: 0, count: bound)
        let isWhole = bytes.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                state.next_in = input.baseAddress
                state.avail_in = UInt32(input.count)
                state.next_out = output.baseAddress
                state.avail_out = UInt32(output.count)
                return deflate(&state, Z_FINISH) == Z_STREAM_END
            }
        }
        guard isWhole else { return nil }
        packed.removeLast(packed.count - Int(state.total_out))
        // The system on which it was packed: none.
        if packed.count > 9 { packed[9] = 255 }
        return packed
    }

    /// `nil` for what is damaged, cut short or no gzip.
    public static func unpack(_ packed: [UInt8]) -> [UInt8]? {
        let inflater = GzipInflater()
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        var taken = 0
        while !(inflater.isAtEnd && taken == packed.count) {
            let outcome = packed[taken...].withUnsafeBytes { input in
                piece.withUnsafeMutableBytes { inflater.inflate(input, into: $0) }
            }
            guard case .progress(let more, let given) = outcome, more + given > 0 else { return nil }
            taken += more
            bytes += piece[..<given]
        }
        return bytes
    }
}
