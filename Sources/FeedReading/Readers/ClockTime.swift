/// Times of day as official files write them.
enum ClockTime {
    /// Minutes after midnight: `8h00`, `08h0`, `8h`, `08:30`, `09:00:00`, `24h00`; `nil` for anything else.
    static func minutes(_ text: some StringProtocol) -> Int? {
        var parts: [Int] = [0]
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case .zero ... .nine:
                guard digits < 2 else { return nil }
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - .zero)
                digits += 1
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: ":"):
                guard digits > 0, parts.count < 3 else { return nil }
                parts.append(0)
                digits = 0
            default:
                return nil
            }
        }
        // Neither a bare number nor an open « 08:30: »; « 8h » is whole.
        guard parts.count > 1, digits > 0 || parts.count == 2 else { return nil }
        let minutes = parts[0] * 60 + parts[1]
        guard parts[1] < 60, minutes <= 1440, parts.count < 3 || parts[2] < 60 else { return nil }
        return minutes
    }
}
