import Testing

@testable import Consultations

@Suite("What is hidden so that nothing hidden can be worked out")
struct CellSystemTests {
    /// Counts whose total is published, those below 5 being sensitive.
    private func list(_ counts: [Int]) -> (system: CellSystem, parts: [Int], total: Int) {
        var system = CellSystem()
        let parts = counts.map { system.add($0, isSensitive: $0 < 5) }
        let total = system.add(counts.reduce(0, +), weight: 8)
        system.relate(total, isSumOf: parts)
        return (system, parts, total)
    }

    @Test func `nothing sensitive, nothing hidden`() {
        #expect(list([12, 8, 30]).system.protect().hidden.allSatisfy { !$0 })
    }

    @Test func `a total must not give one hidden part back: a second is hidden, the total stays`() {
        let hidden = list([3, 8, 30]).system.protect().hidden
        #expect(hidden[0])
        #expect(hidden.count { $0 } == 2)
        #expect(!hidden[3])
    }

    @Test func `two hidden parts of a sum of 1 are 0 or 1 each: a third is hidden`() {
        #expect(list([0, 1, 9, 30]).system.protect().hidden.prefix(4).count { $0 } == 3)
    }

    @Test func `two hidden parts of a sum of 2 may be 0, 1 or 2`() {
        #expect(list([1, 1, 9, 30]).system.protect().hidden == [true, true, false, false, false])
    }

    @Test func `where nothing else can be hidden the cell is told exposed`() {
        var system = CellSystem()
        let cell = system.add(3, isSensitive: true)
        system.relate(knownSumOf: [cell])
        #expect(system.protect().exposed == [cell])
    }

    @Test func `a count that everybody knows to be 0 or 1 needs no more than both`() {
        var system = CellSystem()
        let one = system.add(1, isSensitive: true, isWritten: false, highest: 1)
        let others = system.add(9, isWritten: false)
        system.relate(knownSumOf: [one, others])
        #expect(system.protect().exposed.isEmpty)
    }

    @Test func `an inequality bounds: 6 asked of those who chose what is hidden leave room above`() {
        var system = CellSystem()
        let chosen = system.add(6, isSensitive: true)
        let other = system.add(20)
        system.relate(knownSumOf: [chosen, other])
        let asked = system.add(6)
        system.relate([asked], isAtMost: [chosen])
        let hidden = system.protect().hidden
        #expect(hidden[chosen] && hidden[other] && !hidden[asked])
    }

    @Test func `the same counts give the same pattern`() {
        let patterns = (0..<5).map { _ in list([0, 1, 7, 7, 7, 30]).system.protect().hidden }
        #expect(Set(patterns).count == 1)
    }

    @Test func `a move is allowed in whole numbers only where every sum stays`() {
        let (system, _, _) = list([3, 8, 30])
        let free = [true, true, false, false]
        #expect(system.allows([2, -2, 0, 0], free: free))
        #expect(!system.allows([2, -1, 0, 0], free: free))
        #expect(!system.allows([-4, 4, 0, 0], free: free))
        #expect(!system.allows([2, 0, -2, 0], free: free))
    }
}
