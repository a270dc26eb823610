import SiteModel

/// Whether classes of population may be told beside territories: communes of one class in one territory are a group
/// that nobody tells of, and that sums of both must not give back.
struct SizeCrossing {
    private let territories: [CountedRow]
    private let sizes: [CountedRow]

    init(_ rows: [CountedRow]) {
        let leaves = rows.indices.filter { index in
            (rows[index].standing == .told || rows[index].standing == .rest)
                && !rows.contains { $0.whole == index && ($0.standing == .told || $0.standing == .rest) && $0.group.axis != .size }
        }
        territories = leaves.map { rows[$0] }.filter { $0.group.axis != .size }
        sizes = leaves.map { rows[$0] }.filter { $0.group.axis == .size }
    }

    func isSafe(by rule: SecrecyRule) -> Bool {
        sizes.isEmpty || exposed(by: rule, withSizes: true) <= exposed(by: rule, withSizes: false)
    }

    /// How many small groups of communes give away how many of them answered.
    private func exposed(by rule: SecrecyRule, withSizes: Bool) -> Int {
        var system = CellSystem()
        let crossings = territories.map { territory in
            sizes.map { size in
                let asked = territory.group.asked.intersection(size.group.asked)
                let answers = territory.group.answers.filter { $0.commune.map(asked.contains) ?? false }
                let crowd = Crowd(answers)
                return system.add(
                    crowd.answers, isSensitive: !asked.isEmpty && !rule.allows(crowd, of: asked.count), isWritten: false,
                    highest: max(asked.count, crowd.answers))
            }
        }
        for crossing in crossings { system.relate(knownSumOf: crossing) }
        if withSizes { for size in sizes.indices { system.relate(knownSumOf: crossings.map { $0[size] }) } }
        return system.protect().exposed.count
    }
}
