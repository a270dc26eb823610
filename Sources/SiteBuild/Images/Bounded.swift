/// Work that waits for other programs, some of it at a time, its results in order.
enum Bounded {
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], workers: Int, _ transform: @escaping @Sendable (Item) async throws -> Result,
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            var rest = items.enumerated().makeIterator()
            func startNext() {
                guard let (place, item) = rest.next() else { return }
                group.addTask { (place, try await transform(item)) }
            }
            for _ in 0..<max(1, workers) { startNext() }
            while let (place, result) = try await group.next() {
                results[place] = result
                startNext()
            }
            return items.indices.compactMap { results[$0] }
        }
    }
}
