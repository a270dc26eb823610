import Calendar
import Diagnostics
import SiteModel
import Testing

@Suite struct DamagedCalendarTests {
    /// Bytes are changed, left out and doubled: every file is read or refused with a place, none stops the program.
    @Test func aDamagedFileIsReadOrRefused() throws {
        let sound = Array(
            """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Ici
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19701025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID=Ici:20261203T093000
            DURATION:PT2H
            RRULE:FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270901T000000Z
            EXDATE;TZID=Ici:20270107T093000
            RDATE;VALUE=DATE-TIME;TZID=Ici:20261222T140000
            SUMMARY:Permanence\\, mairie
            CATEGORIES:permanence,74010
            END:VEVENT
            END:VCALENDAR

            """.utf8)
        let first = try #require(CalendarDate(iso: "2026-11-24"))
        let last = try #require(CalendarDate(iso: "2027-11-24"))
        let reader = CalendarReader(zone: "Europe/Paris", window: first...last)
        #expect(reader.read(sound, file: "a.ics").events.count == 1)
        var chance = Chance(seed: 1)
        var refused = 0
        for _ in 0..<1500 {
            let bytes = chance.damage(sound)
            let (events, diagnostics) = reader.read(bytes, file: "a.ics")
            if !diagnostics.isEmpty { refused += 1 }
            #expect(diagnostics.allSatisfy { ($0.location?.offset ?? 0) <= bytes.count })
            #expect(events.allSatisfy { $0.occurrences.count < 5000 })
        }
        #expect(refused > 100)
    }
}

/// The same numbers each time.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func damage(_ sound: [UInt8]) -> [UInt8] {
        var bytes = sound
        for _ in 0...number(below: 3) {
            let place = number(below: bytes.count)
            switch number(below: 5) {
            case 0: bytes[place] = UInt8(number(below: 256))
            case 1: bytes[place] = UInt8(0x20 + number(below: 95))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(bytes[place], at: place)
            default:
                let end = min(bytes.count, place + 1 + number(below: 40))
                bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count))
            }
        }
        return bytes
    }
}
