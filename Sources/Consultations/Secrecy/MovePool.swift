/// Proofs that hidden counts cannot be worked out: moves, each of which turns the true counts into other counts that fit
/// all that is published. Two of them that differ by 2 at a cell leave 3 values possible there, or 2 that are not next
/// to each other.
///
/// A move is looked for by linear programming and judged in whole numbers (`CellSystem.allows`): what Clp rounds, or
/// fails to find, can hide more than is needed, and never too little.
struct MovePool {
    private let system: CellSystem
    private let program: LinearProgram
    private var moves: [[Int]] = []
    private var lowest: [Int]
    private var highest: [Int]
    private var free: [Bool]

    init(_ system: CellSystem) {
        self.system = system
        var columns = Array(repeating: [LinearProgram.Entry](), count: system.cells.count)
        for (row, relation) in system.relations.enumerated() {
            for term in relation {
                columns[term.cell].append(LinearProgram.Entry(row: row, coefficient: term.coefficient))
            }
        }
        program = LinearProgram(columns: columns, rows: system.relations.count)
        lowest = Array(repeating: 0, count: columns.count)
        highest = lowest
        free = Array(repeating: false, count: columns.count)
    }

    /// Those of `asked` for which no proof is found where only `free` cells may move.
    /// - Parameter atMost: how many are looked for.
    mutating func unproven(_ asked: [Int], free: [Bool], atMost: Int = .max) -> [Int] {
        release(free)
        var left = asked.filter { !isProven($0) }
        var round = 0
        while left.count > 2, round < 12 {
            let before = left.count
            widen(left, round: round)
            left.removeAll { isProven($0) }
            round = left.count * 10 > before * 9 ? 12 : round + 1
        }
        var found: [Int] = []
        for cell in left where prove(cell) != .proven {
            found.append(cell)
            if found.count == atMost { break }
        }
        return found
    }

    /// Those of `asked` for which there is no proof at all, even in fractions.
    mutating func unprovable(_ asked: [Int], free: [Bool]) -> [Int] {
        unproven(asked, free: free).filter { prove($0) == .impossible }
    }

    private enum Outcome { case proven, impossible, unknown }

    private mutating func prove(_ cell: Int) -> Outcome {
        if isProven(cell) { return .proven }
        let width = Double(system.cells[cell].requiredWidth)
        guard let low = look([(cell, 1)])?[cell], let high = look([(cell, -1)])?[cell] else { return .unknown }
        if isProven(cell) { return .proven }
        if high - low < width - LinearProgram.tolerance { return .impossible }
        // Some systems have their farthest moves in fractions: others are looked for beside these.
        for seed in 1...6 {
            for cost in [1.0, -1.0] where !isProven(cell) { _ = look([(cell, cost)], seed: seed) }
            if isProven(cell) { return .proven }
        }
        return .unknown
    }

    private func isProven(_ cell: Int) -> Bool {
        highest[cell] - lowest[cell] >= system.cells[cell].requiredWidth
    }

    /// Keeps the proofs that hold for these cells.
    private mutating func release(_ free: [Bool]) {
        // Copies of a pool share the program: its bounds may be another's.
        for (index, cell) in system.cells.enumerated() {
            program.bound(index, free[index] ? cell.steps : 0...0)
        }
        let closed = free.indices.filter { self.free[$0] && !free[$0] }
        self.free = free
        guard !closed.isEmpty else { return }
        moves.removeAll { move in closed.contains { move[$0] != 0 } }
        for index in lowest.indices { (lowest[index], highest[index]) = (0, 0) }
        for move in moves { note(move) }
    }

    /// One look for many cells at once: some up, the others down, then the other way round.
    private mutating func widen(_ cells: [Int], round: Int) {
        let signs = Self.smallCosts(cells.count, seed: round + 1)
        for up in [1.0, -1.0] { _ = look(zip(cells, signs).map { ($0, $1 < 0 ? up : -up) }) }
    }

    /// Looks for the move where costs are smallest, notes it if it is of whole numbers, and returns it.
    /// - Parameter seed: other than 0, small costs of all cells lead to another move.
    private mutating func look(_ wanted: [(cell: Int, cost: Double)], seed: Int = 0) -> [Double]? {
        var costs = seed == 0 ? Array(repeating: 0.0, count: free.count) : Self.smallCosts(free.count, seed: seed)
        for (cell, cost) in wanted { costs[cell] = cost }
        let solution = program.minimum(costs: costs)
        if let move = solution.flatMap(LinearProgram.whole), move.contains(where: { $0 != 0 }), system.allows(move, free: free) {
            moves.append(move)
            note(move)
        }
        return solution
    }

    /// The same for the same seed.
    private static func smallCosts(_ count: Int, seed: Int) -> [Double] {
        var state = UInt64(seed)
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Double(state >> 40) / Double(1 << 24) - 0.5) * 0.2
        }
    }

    private mutating func note(_ move: [Int]) {
        for (index, step) in move.enumerated() where step != 0 {
            lowest[index] = min(lowest[index], step)
            highest[index] = max(highest[index], step)
        }
    }
}

extension CellSystem.Cell {
    /// How far a proof may move it.
    var steps: ClosedRange<Int> { -min(2, count)...min(2, (highest ?? .max) - count) }
}
