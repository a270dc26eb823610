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
    mutating func unproven(_ asked: [Int], free: [Bool]) -> [Int] {
        release(free)
        var left = asked.filter { !isProven($0) }
        for round in 0..<4 where left.count > 2 {
            widen(left, round: round)
            left.removeAll { isProven($0) }
        }
        return left.filter { cell in
            guard !isProven(cell) else { return false }
            for cost in [1.0, -1.0] where !isProven(cell) { look([(cell, cost)]) }
            return !isProven(cell)
        }
    }

    private func isProven(_ cell: Int) -> Bool {
        highest[cell] - lowest[cell] >= system.cells[cell].requiredWidth
    }

    /// Keeps the proofs that hold for these cells.
    private mutating func release(_ free: [Bool]) {
        guard free != self.free else { return }
        let closed = free.indices.filter { self.free[$0] && !free[$0] }
        self.free = free
        for (index, cell) in system.cells.enumerated() {
            program.bound(index, free[index] ? cell.steps : 0...0)
        }
        guard !closed.isEmpty else { return }
        moves.removeAll { move in closed.contains { move[$0] != 0 } }
        for index in lowest.indices { (lowest[index], highest[index]) = (0, 0) }
        for move in moves { note(move) }
    }

    /// One look for many cells at once: some up, the others down.
    private mutating func widen(_ cells: [Int], round: Int) {
        look(cells.enumerated().map { position, cell in (cell, (position >> round) & 1 == 0 ? 1.0 : -1.0) })
        look(cells.enumerated().map { position, cell in (cell, (position >> round) & 1 == 0 ? -1.0 : 1.0) })
    }

    private mutating func look(_ wanted: [(cell: Int, cost: Double)]) {
        var costs = Array(repeating: 0.0, count: free.count)
        for (cell, cost) in wanted { costs[cell] = cost }
        guard let move = program.minimum(costs: costs), move.contains(where: { $0 != 0 }),
            system.allows(move, free: free)
        else { return }
        moves.append(move)
        note(move)
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
