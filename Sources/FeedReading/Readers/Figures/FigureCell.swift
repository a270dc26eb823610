/// Cells of SSMSI's bases, read as bytes: five million rows pass here.
extension CSVRow {
    /// `NA`, quoted or not, or nothing.
    func isNotAvailable(_ column: Int) -> Bool { isEmpty(column) || equals(column, "NA") }

    /// Digits alone, at most nine; `nil` for anything else.
    @inline(__always)
    func wholeNumber(_ column: Int) -> Int? {
        let range = range(column)
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for position in range {
            let digit = bytes[position]
            guard digit >= .zero, digit <= .nine else { return nil }
            value = value * 10 + Int(digit - .zero)
        }
        return value
    }

    /// `1,9464883` or `1.95` in ten-millionths, and the unit of its last digit in ten-millionths; further digits are
    /// cut off. `nil` for anything else.
    func decimal(_ column: Int) -> (tenMillionths: Int, unit: Int)? {
        var value = 0
        var unit = 10_000_000
        var isFraction = false
        let range = range(column)
        guard !range.isEmpty, range.count <= 24 else { return nil }
        for position in range {
            switch bytes[position] {
            case UInt8.zero...UInt8.nine:
                if isFraction {
                    guard unit > 1 else { continue }
                    unit /= 10
                } else if value >= 100_000_000 {
                    return nil
                }
                value = value * 10 + Int(bytes[position] - .zero)
            case .comma where !isFraction, UInt8(ascii: ".") where !isFraction:
                isFraction = true
            default:
                return nil
            }
        }
        return (value * unit, unit)
    }

    /// Whether the value is these bytes.
    @inline(__always)
    func equals(_ column: Int, _ other: [UInt8]) -> Bool {
        let range = range(column)
        guard range.count == other.count else { return false }
        for (offset, byte) in other.enumerated() where bytes[range.lowerBound + offset] != byte { return false }
        return true
    }
}
