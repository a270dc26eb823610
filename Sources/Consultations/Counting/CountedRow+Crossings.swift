import SiteModel

extension CountedRow {
    /// A row, and the rows that add up to it.
    struct Sum: Sendable, Hashable {
        let whole: Int
        let parts: [Int]
    }

    /// Rows that add up to another, of one axis each.
    static func sums(of rows: [CountedRow]) -> [Sum] {
        rows.indices.flatMap { whole in
            [true, false].compactMap { isSize -> Sum? in
                let parts = rows.indices.filter { rows[$0].whole == whole && (rows[$0].group.axis == .size) == isSize }
                return parts.isEmpty ? nil : Sum(whole: whole, parts: parts)
            }
        }
    }

    /// The communes of one class in one territory, which are never told: without them nobody would see what a class and
    /// a territory give away together. Their rows come after `rows`.
    static func crossings(of rows: [CountedRow]) -> (rows: [CountedRow], sums: [Sum]) {
        let wholes = Set(rows.indices.compactMap { rows[$0].group.axis == .size ? nil : rows[$0].whole })
        let territories = rows.indices.filter { rows[$0].group.axis != .size && !wholes.contains($0) && $0 > 0 }
        let sizeWholes = Set(rows.indices.compactMap { rows[$0].group.axis == .size ? rows[$0].whole : nil })
        let sizes = rows.indices.filter { rows[$0].group.axis == .size && !sizeWholes.contains($0) }
        guard !territories.isEmpty, !sizes.isEmpty else { return ([], []) }
        var found: [CountedRow] = []
        var parts: [Int: [Int]] = [:]
        for territory in territories {
            for size in sizes {
                guard let group = rows[territory].group.crossed(with: rows[size].group) else { continue }
                for whole in [territory, size] { parts[whole, default: []].append(rows.count + found.count) }
                found.append(CountedRow(group: group, standing: .crossing, weight: 1, whole: nil))
            }
        }
        return (found, (territories + sizes).compactMap { whole in parts[whole].map { Sum(whole: whole, parts: $0) } })
    }
}

extension CountedGroup {
    /// `nil` where no commune is of both. Answers that belong nowhere belong nowhere by both axes.
    fileprivate func crossed(with other: CountedGroup) -> CountedGroup? {
        let both = asked.intersection(other.asked)
        let isNowhere = asked.isEmpty && other.asked.isEmpty
        guard isNowhere || !both.isEmpty else { return nil }
        return CountedGroup(
            axis: nil, name: nil, asked: both,
            answers: isNowhere ? answers : answers.filter { $0.commune.map(both.contains) ?? false })
    }
}
