extension PrintJob {
    /// The job without the characters that no font can draw: Typst refuses a whole document for one of them.
    ///
    /// - Returns: `nil` where it has none of them; else those that it had, each once, in the order of their codes.
    public func printable(with coverage: FontCoverage) -> (job: PrintJob, missing: [UInt32])? {
        guard let first = Self.firstMissing(in: data, coverage) else { return nil }
        var missing: Set<UInt32> = []
        var kept = Array(data[..<first])
        kept.reserveCapacity(data.count)
        var place = first
        while place < data.count {
            let (scalar, length) = Self.scalar(at: place, in: data)
            if length > 1, !coverage.contains(scalar) {
                missing.insert(scalar)
                place += length
                // What made one picture of several goes with it, and the space that would stand alone.
                while place < data.count, case let (joiner, length) = Self.scalar(at: place, in: data), Self.joins(joiner) {
                    place += length
                }
                let standsAlone = kept.last == 0x20 || kept.last == UInt8(ascii: "\"")
                if standsAlone, place < data.count, data[place] == 0x20 { place += 1 }
                continue
            }
            kept.append(contentsOf: data[place..<place + length])
            place += length
        }
        var job = self
        job.data = kept
        return (job, missing.sorted())
    }

    private static func firstMissing(in data: [UInt8], _ coverage: FontCoverage) -> Int? {
        data.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    place += 1
                    continue
                }
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard place + length <= bytes.count else { return nil }
                var scalar = UInt32(byte) & (0x7F >> UInt32(length))
                for next in 1..<length { scalar = scalar << 6 | UInt32(bytes[place + next] & 0x3F) }
                if !coverage.contains(scalar) { return place }
                place += length
            }
            return nil
        }
    }

    /// JSON is written in UTF-8: sound.
    private static func scalar(at place: Int, in data: [UInt8]) -> (scalar: UInt32, length: Int) {
        let byte = data[place]
        guard byte >= 0xC0 else { return (UInt32(byte), 1) }
        let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, data.count - place)
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for next in 1..<length { scalar = scalar << 6 | UInt32(data[place + next] & 0x3F) }
        return (scalar, length)
    }

    /// Joiners, variation selectors and tones of skin.
    private static func joins(_ scalar: UInt32) -> Bool {
        scalar == 0x200D || (0xFE00...0xFE0F).contains(scalar) || (0x1F3FB...0x1F3FF).contains(scalar)
    }
}
