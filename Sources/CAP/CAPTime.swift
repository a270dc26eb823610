public import SiteModel

/// An instant as CAP writes it: `2022-08-10T16:12:20+02:00`, its offset being that of the sender's own clocks.
public struct CAPTime: Sendable, Hashable {
    /// Day and minute after midnight, by the sender's clocks.
    public let date: CalendarDate
    public let minute: Int
    /// Minutes by which these clocks are ahead of Greenwich.
    public let offset: Int

    /// `nil` unless written exactly so; `Z`, which CAP does not allow, is understood.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Self.number(bytes[11..<13]), hour < 24, let minute = Self.number(bytes[14..<16]), minute < 60,
            Self.number(bytes[17..<19]) != nil
        else { return nil }
        // Some write fractions of a second.
        var zone = bytes[19...]
        if zone.first == UInt8(ascii: ".") { zone = zone.dropFirst().drop { (0x30...0x39).contains($0) } }
        let isOffset =
            zone.count == 6 && (zone.first == UInt8(ascii: "+") || zone.first == UInt8(ascii: "-"))
            && zone[zone.startIndex + 3] == UInt8(ascii: ":")
        guard isOffset || zone.elementsEqual("Z".utf8) else { return nil }
        var offset = 0
        if isOffset {
            guard let hours = Self.number(zone.dropFirst().prefix(2)), let minutes = Self.number(zone.suffix(2)) else { return nil }
            offset = (hours * 60 + minutes) * (zone.first == UInt8(ascii: "-") ? -1 : 1)
        }
        self.date = date
        self.minute = hour * 60 + minute
        self.offset = offset
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
