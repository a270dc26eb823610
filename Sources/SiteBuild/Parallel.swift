/// Work spread over tasks and put back in order: parallel builds read the same as sequential ones.
enum Parallel {
    /// Applies `transform` to chunks of `items`, `workers` chunks at a time; results keep the order of `items`.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], workers: Int, chunk: Int = 64,
        _ transform: @escaping @Sendable (ArraySlice<Item>) throws -> [Result],
    ) async throws -> [Result] {
        let chunks = stride(from: 0, to: items.count, by: chunk).map { start in
            items[start..<min(start + chunk, items.count)]
        }
        guard chunks.count > 1, workers > 1 else { return try chunks.flatMap(transform) }
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            var results = [[Result]](repeating: [], count: chunks.count)
            var next = 0
            while next < min(workers, chunks.count) {
                let index = next
                group.addTask { (index, try transform(chunks[index])) }
                next += 1
            }
            while let (index, result) = try await group.next() {
                results[index] = result
                if next < chunks.count {
                    let index = next
                    group.addTask { (index, try transform(chunks[index])) }
                    next += 1
                }
            }
            return results.flatMap { $0 }
        }
    }
}
