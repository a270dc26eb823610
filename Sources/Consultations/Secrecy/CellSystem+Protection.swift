extension CellSystem {
    package struct Protection: Sendable {
        /// What must not be published; `true` too for what is not written anyway and is sensitive.
        package var hidden: [Bool]
        /// Sensitive cells that may be worked out from what everybody knows, were all cells hidden: hiding does not help.
        package var exposed: [Int]
    }

    /// What to hide so that neither a sensitive cell nor anything else that is hidden can be worked out, with as little
    /// lost as is found: complementary cells one by one, then each of them published again where nothing needs it.
    ///
    /// - Parameter start: what is hidden already, and stays.
    package func protect(from start: Set<Int> = []) -> Protection {
        var pool = MovePool(self)
        let opening = Opening(self)
        // A small system is cheap to go over in several orders.
        let orders = cells.count <= 120 && start.isEmpty ? 6 : 1
        return (0..<orders).map { protect(order: $0, from: start, pool: &pool, opening: opening) }
            .min { loss(of: $0) < loss(of: $1) }!
    }

    private func loss(of protection: Protection) -> Int {
        cells.indices.reduce(0) { $0 + (protection.hidden[$1] && cells[$1].isWritten ? cells[$1].weight : 0) }
    }

    private func protect(
        order: Int, from start: Set<Int>, pool: inout MovePool, opening: Opening,
    ) -> Protection {
        var found = Protection(hidden: cells.indices.map { cells[$0].isSensitive || start.contains($0) }, exposed: [])
        while let cell = choice(of: unproven(found, pool: &pool, atMost: order == 0 ? 1 : .max), order: order) {
            let more = opening.cheapest(for: cell, hidden: found.hidden)
            if more == nil, isKnownAnyway(cell) {
                found.exposed.append(cell)
                continue
            }
            let hidden = more.flatMap { $0.isEmpty ? nil : $0 } ?? neighbours(of: cell, hidden: found.hidden)
            // A cell that no proof is found for when all are hidden: there is no more to hide.
            if hidden.isEmpty { found.exposed.append(cell) }
            for index in hidden { found.hidden[index] = true }
        }
        publishAgain(&found, but: start, order: order, pool: &pool)
        return found
    }

    /// Whether it can be worked out from what everybody knows, were all cells hidden.
    private func isKnownAnyway(_ cell: Int) -> Bool {
        var pool = MovePool(self)
        return !pool.unprovable([cell], free: Array(repeating: true, count: cells.count)).isEmpty
    }

    private func unproven(_ protection: Protection, pool: inout MovePool, atMost: Int = .max) -> [Int] {
        let exposed = Set(protection.exposed)
        return pool.unproven(
            cells.indices.filter { protection.hidden[$0] && !exposed.contains($0) },
            free: cells.indices.map { protection.hidden[$0] || !cells[$0].isWritten }, atMost: atMost)
    }

    private func choice(of unproven: [Int], order: Int) -> Int? {
        switch order {
        case 0: unproven.first
        case 1: unproven.last
        case 2: unproven.min { cells[$0].count < cells[$1].count }
        case 3: unproven.max { cells[$0].count < cells[$1].count }
        default: unproven.isEmpty ? nil : unproven[unproven.count * (order - 3) / 4]
        }
    }

    /// Where no opening is found in whole numbers: all that stands in a relation with the cell, then all.
    private func neighbours(of cell: Int, hidden: [Bool]) -> [Int] {
        let near = Set(relations.filter { $0.contains { $0.cell == cell } }.flatMap { $0.map(\.cell) })
        let closed = cells.indices.filter { cells[$0].isWritten && !hidden[$0] }
        let nearest = closed.filter(near.contains)
        return nearest.isEmpty ? closed : nearest
    }

    private func publishAgain(_ found: inout Protection, but start: Set<Int>, order: Int, pool: inout MovePool) {
        let complementary = cells.indices.filter { found.hidden[$0] && !cells[$0].isSensitive && !start.contains($0) }
            .sorted { (cells[$0].weight, order.isMultiple(of: 2) ? $0 : -$0) > (cells[$1].weight, order.isMultiple(of: 2) ? $1 : -$1) }
        for cell in complementary {
            found.hidden[cell] = false
            // Proofs that a cell has part in are lost when it is published: they are kept aside.
            let before = pool
            if !unproven(found, pool: &pool, atMost: 1).isEmpty {
                found.hidden[cell] = true
                pool = before
            }
        }
    }
}
