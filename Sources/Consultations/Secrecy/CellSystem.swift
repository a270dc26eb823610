/// Counts that are published or hidden together, and what everybody knows of how they add up.
///
/// A reader of what is published knows the published counts, that every count is a whole number from 0 up, and the
/// relations. `protect` decides which counts to hide so that no hidden one can be worked out.
package struct CellSystem: Sendable {
    package struct Cell: Sendable, Hashable {
        package let count: Int
        /// Whether it must be hidden, and must not be worked out.
        package let isSensitive: Bool
        /// Whether it is written at all: a difference that only follows from others is not.
        package let isWritten: Bool
        /// What hiding it loses, beside others.
        package let weight: Int
        /// The largest count that it may have, where everybody knows one.
        package let highest: Int?

        /// How many apart the values that it may have must lie: 2, unless everybody knows more already.
        var requiredWidth: Int { min(2, highest ?? 2) }
    }

    package struct Term: Sendable, Hashable {
        package let cell: Int
        package let coefficient: Int

        package init(cell: Int, coefficient: Int) {
            self.cell = cell
            self.coefficient = coefficient
        }
    }

    /// Terms whose sum everybody knows.
    package typealias Relation = [Term]

    package private(set) var cells: [Cell] = []
    package private(set) var relations: [Relation] = []

    package init() {}

    /// The new cell's index.
    package mutating func add(
        _ count: Int, isSensitive: Bool = false, isWritten: Bool = true, weight: Int = 1, highest: Int? = nil,
    ) -> Int {
        cells.append(
            Cell(count: count, isSensitive: isSensitive, isWritten: isWritten, weight: weight, highest: highest))
        return cells.count - 1
    }

    /// Parts that add up to a total.
    package mutating func relate(_ total: Int, isSumOf parts: [Int]) {
        relations.append([Term(cell: total, coefficient: -1)] + parts.map { Term(cell: $0, coefficient: 1) })
    }

    /// Cells whose sum everybody knows, whatever is hidden.
    package mutating func relate(knownSumOf parts: [Int]) {
        relations.append(parts.map { Term(cell: $0, coefficient: 1) })
    }

    /// Smaller cells whose sum is no larger than that of others; how much is missing is nobody's to know.
    package mutating func relate(_ smaller: [Int], isAtMost larger: [Int]) {
        let missing = add(sum(of: larger) - sum(of: smaller), isWritten: false)
        relations.append(
            (smaller + [missing]).map { Term(cell: $0, coefficient: 1) }
                + larger.map { Term(cell: $0, coefficient: -1) })
    }

    /// Terms whose sum everybody knows.
    package mutating func relate(_ relation: Relation) { relations.append(relation) }

    func sum(of indices: [Int]) -> Int { indices.reduce(0) { $0 + cells[$1].count } }

    /// Whether adding `move` to the counts gives counts that all who know the relations, and the counts that are not
    /// `free`, must hold possible. Judged in whole numbers: no rounding takes part.
    func allows(_ move: [Int], free: [Bool]) -> Bool {
        for (index, cell) in cells.enumerated() where move[index] != 0 {
            let count = cell.count + move[index]
            guard free[index], count >= 0, count <= cell.highest ?? .max else { return false }
        }
        return relations.allSatisfy { $0.reduce(0) { $0 + $1.coefficient * move[$1.cell] } == 0 }
    }
}
