import CAP
import Diagnostics
import Testing

@Suite struct DamagedMessageTests {
    /// Bytes are changed, left out and doubled: every file is read or refused with a place, none stops the program.
    @Test func aDamagedFileIsReadOrRefused() {
        let sound = Array(soundMessage.utf8)
        var state: UInt64 = 7
        func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var refused = 0
        for _ in 0..<3000 {
            var bytes = sound
            for _ in 0...number(below: 3) {
                let place = number(below: bytes.count)
                switch number(below: 4) {
                case 0: bytes[place] = UInt8(number(below: 256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[place], at: place)
                default:
                    let end = min(bytes.count, place + 1 + number(below: 60))
                    bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count))
                }
            }
            let (message, diagnostics) = CAPReader.read(bytes, file: "a.xml")
            #expect((message == nil) != diagnostics.isEmpty)
            #expect(diagnostics.allSatisfy { ($0.location?.offset ?? 0) <= bytes.count })
            if message == nil { refused += 1 }
        }
        #expect(refused > 500)
    }

    /// libxml2's parsers share nothing once it is set up.
    @Test func manyThreadsMayReadAtOnce() async {
        let bytes = Array(soundMessage.utf8)
        let read = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { CAPReader.read(bytes, file: "a.xml").message?.identifier == "alerte-1" } }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(read.allSatisfy { $0 })
    }
}
