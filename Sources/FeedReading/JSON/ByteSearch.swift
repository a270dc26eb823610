import Glibc

extension ArraySlice<UInt8> {
    func holds(_ letters: [UInt8]) -> Bool { offset(of: letters) != nil }

    /// Place of the first occurrence, as an index of this slice.
    func offset(of letters: [UInt8]) -> Int? {
        guard let first = letters.first else { return startIndex }
        return withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var place = 0
            while place + letters.count <= bytes.count {
                guard let found = memchr(start + place, Int32(first), bytes.count - letters.count + 1 - place) else {
                    return nil
                }
                place = start.distance(to: UnsafeRawPointer(found))
                if memcmp(start + place, letters, letters.count) == 0 { return startIndex + place }
                place += 1
            }
            return nil
        }
    }
}
