/// The cheapest counts to hide so that one hidden count can no longer be worked out.
///
/// Looks for the move of that count that asks least of the published ones (as Kelly, Golden and Assad put it in 1992):
/// what it moves is what to hide.
struct Opening {
    private let system: CellSystem
    private let program: LinearProgram

    init(_ system: CellSystem) {
        self.system = system
        // Each count moves up by its even column, down by its odd one: both cost.
        var columns = Array(repeating: [LinearProgram.Entry](), count: system.cells.count * 2)
        for (row, relation) in system.relations.enumerated() {
            for term in relation {
                columns[term.cell * 2].append(LinearProgram.Entry(row: row, coefficient: term.coefficient))
                columns[term.cell * 2 + 1].append(LinearProgram.Entry(row: row, coefficient: -term.coefficient))
            }
        }
        program = LinearProgram(columns: columns, rows: system.relations.count)
    }

    /// Published counts to hide for `cell`, ascending; `nil` where it cannot move, whatever is hidden.
    func cheapest(for cell: Int, hidden: [Bool]) -> [Int]? {
        let width = system.cells[cell].requiredWidth
        let ways = [(width, 0), (0, width), (1, 1)].filter { up, down in
            up + down >= width && up <= system.cells[cell].steps.upperBound && -down >= system.cells[cell].steps.lowerBound
        }
        return ways.compactMap { up, down -> Set<Int>? in
            var opened: Set<Int> = []
            for step in [up, -down] where step != 0 {
                guard let moved = moved(cell, by: step, hidden: hidden) else { return nil }
                opened.formUnion(moved)
            }
            return opened
        }.min { loss($0) < loss($1) }?.sorted()
    }

    private func loss(_ cells: Set<Int>) -> Int { cells.reduce(0) { $0 + system.cells[$1].weight } }

    private func moved(_ cell: Int, by step: Int, hidden: [Bool]) -> [Int]? {
        var costs: [Double] = []
        costs.reserveCapacity(hidden.count * 2)
        for (index, other) in system.cells.enumerated() {
            let isMoved = index == cell
            program.bound(index * 2, isMoved ? max(step, 0)...max(step, 0) : 0...other.steps.upperBound)
            program.bound(index * 2 + 1, isMoved ? max(-step, 0)...max(-step, 0) : 0...(-other.steps.lowerBound))
            let cost = hidden[index] || !other.isWritten ? 0.001 : Double(other.weight)
            costs += [cost, cost]
        }
        return program.minimum(costs: costs).map { solution in
            hidden.indices.filter {
                abs(solution[$0 * 2] - solution[$0 * 2 + 1]) > LinearProgram.tolerance && !hidden[$0] && system.cells[$0].isWritten
            }
        }
    }
}
