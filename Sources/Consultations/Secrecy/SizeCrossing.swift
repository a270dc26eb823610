import SiteModel

/// Whether classes of population may be told beside territories: how many answers came from the communes of one class in
/// one territory nobody tells, and sums of both must not give it back, nor how many came from a territory that is hidden.
struct SizeCrossing {
    private let told: [CountedRow]
    private let groups: [CountedRow]
    private let sums: [CountedRow.Sum]

    init(_ rows: [CountedRow]) {
        let crossings = CountedRow.crossings(of: rows)
        told = rows
        groups = rows + crossings.rows
        sums = CountedRow.sums(of: rows) + crossings.sums
    }

    func isSafe(by rule: SecrecyRule) -> Bool {
        let territories = sums.filter { told[$0.whole].group.axis != .size && !isOfSizes($0) }
        return exposed(sums, by: rule) <= exposed(territories, by: rule)
    }

    private func isOfSizes(_ sum: CountedRow.Sum) -> Bool { sum.parts.contains { groups[$0].group.axis == .size } }

    /// How many small groups of communes give away how many of them answered.
    private func exposed(_ sums: [CountedRow.Sum], by rule: SecrecyRule) -> Int {
        var system = CellSystem()
        let sizes = groups.map { row -> Int? in
            switch row.standing {
            case .told, .rest: return nil
            case .elsewhere: return system.add(row.group.answers.count, isWritten: false)
            case .hidden, .crossing:
                let isNowhere = row.group.asked.isEmpty
                return system.add(
                    row.group.answers.count,
                    isSensitive: !isNowhere && !rule.allows(row.group.crowd, of: row.group.asked.count), isWritten: false,
                    highest: isNowhere ? nil : row.group.room)
            }
        }
        for sum in sums {
            let parts = sum.parts.compactMap { sizes[$0] }
            if let whole = sizes[sum.whole] {
                system.relate(whole, isSumOf: parts)
            } else if !parts.isEmpty {
                system.relate(knownSumOf: parts)
            }
        }
        return system.protect().exposed.count
    }
}
