import SiteModel

/// One row of every table: a group whose answers are counted, told or not.
struct CountedRow: Sendable {
    enum Standing: Sendable, Hashable {
        /// Published, as far as its cells allow.
        case told
        /// What the published ones leave of a larger group: never written, but it follows from them.
        case rest
        /// Never told: all of it is sensitive.
        case hidden
        /// Answers that belong nowhere.
        case elsewhere
        /// Communes of one class in one territory: never told either, of which nothing is asked.
        case crossing
    }

    let group: CountedGroup
    let standing: Standing
    /// What hiding one of its cells loses.
    let weight: Int
    /// The row that it is a part of.
    let whole: Int?

    /// The département first; a row's parts follow it, and add up to it.
    /// - Parameter tellsSizes: whether classes of population may be told at all.
    static func rows(territory: CountedGroup, size: CountedGroup, tellsSizes: Bool, rule: SecrecyRule) -> [CountedRow] {
        var rows = [CountedRow(group: territory, standing: .told, weight: 8, whole: nil)]
        divide(territory, at: 0, weight: 4, rule: rule, into: &rows)
        if tellsSizes {
            divide(size, at: 0, weight: 4, rule: rule, into: &rows)
        } else {
            for part in size.parts { hide(part, at: 0, into: &rows) }
        }
        return rows
    }

    private static func divide(
        _ group: CountedGroup, at whole: Int, weight: Int, rule: SecrecyRule, into rows: inout [CountedRow],
    ) {
        let (told, hidden) = group.published(by: rule)
        for part in told {
            rows.append(CountedRow(group: part, standing: .told, weight: weight, whole: whole))
            if !part.parts.isEmpty { divide(part, at: rows.count - 1, weight: 1, rule: rule, into: &rows) }
        }
        guard !hidden.isEmpty else { return }
        var around = whole
        if !told.isEmpty {
            rows.append(CountedRow(group: .together(hidden), standing: .rest, weight: 1, whole: whole))
            around = rows.count - 1
        }
        for part in hidden { hide(part, at: around, into: &rows) }
    }

    /// The same among those rows alone, which are kept with their wholes.
    func moved(amid kept: [Int]) -> CountedRow {
        CountedRow(group: group, standing: standing, weight: weight, whole: whole.flatMap(kept.firstIndex(of:)))
    }

    /// With all its parts.
    private static func hide(_ group: CountedGroup, at whole: Int, into rows: inout [CountedRow]) {
        rows.append(CountedRow(group: group, standing: group.asked.isEmpty ? .elsewhere : .hidden, weight: 1, whole: whole))
        let index = rows.count - 1
        for part in group.parts { hide(part, at: index, into: &rows) }
    }
}
