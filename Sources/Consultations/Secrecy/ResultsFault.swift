public import SiteModel

/// What must not be in results: somebody changed them, or they were made elsewhere.
public struct ResultsFault: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// They are kept to a lower minimum than the consultation's.
        case lowMinimum
        /// A count from 1 to less than the minimum, or of a group smaller than it.
        case tooSmall(Int)
        /// All of a small group, or none, gave one answer.
        case unanimous(code: String)
        /// A hidden count follows from others, to within one; of those who answered where there is no code.
        case recovered(code: String?)
        /// Counts that cannot be true together.
        case sum
    }

    public let place: ConsultationResults.Place
    public let kind: Kind
}

extension ConsultationResults {
    /// What of these results statistical secrecy does not allow, by nothing but what they say: one fault a place at most.
    ///
    /// - Parameter communes: those that are asked.
    public func secrecyFaults(of consultation: Consultation, communes: [AskedCommune]) -> [ResultsFault] {
        var found: [ResultsFault] = []
        if minimum.answers < consultation.minimum.answers || minimum.communes < consultation.minimum.communes {
            found.append(ResultsFault(place: .whole, kind: .lowMinimum))
        }
        let rule = SecrecyRule(
            Consultation.Minimum(
                answers: max(minimum.answers, consultation.minimum.answers),
                communes: max(minimum.communes, consultation.minimum.communes)))
        if answers < rule.answers { found.append(ResultsFault(place: .whole, kind: .tooSmall(answers))) }
        found += wayFaults(rule) + curveFaults(rule)
        let rows = ReadRow.rows(of: self, communes)
        found += ReadRow.faults(of: self, rows, rule)
        let counted = CountedTable.tables(of: consultation)
        let known = Dictionary(tables.map { ([$0.question, $0.row ?? ""], $0) }, uniquingKeysWith: { first, _ in first })
        for linked in CountedTable.linked(counted) {
            let read = linked.compactMap { table in known[[table.question.code, table.row ?? ""]].map { (table, $0) } }
            let small = read.flatMap { $0.1.smallCells(rule, isExclusive: $0.0.question.isExclusive) }
            found += small.isEmpty ? ReadTables(read, rows, answers: answers).faults(rule) : small
        }
        var places: Set<Place> = []
        return found.filter { places.insert($0.place).inserted }
    }

    private func wayFaults(_ rule: SecrecyRule) -> [ResultsFault] {
        let told = ways.values.compactMap(\.count)
        let hidden = ways.count - told.count
        let left = answers - told.reduce(0, +)
        if ways.isEmpty { return [] }
        if left < 0 || (hidden == 0 && left != 0) { return [ResultsFault(place: .ways, kind: .sum)] }
        if let small = told.filter({ $0 > 0 && $0 < rule.answers }).min() { return [ResultsFault(place: .ways, kind: .tooSmall(small))] }
        return hidden == 1 || (hidden > 1 && left < 2) ? [ResultsFault(place: .ways, kind: .recovered(code: nil))] : []
    }

    private func curveFaults(_ rule: SecrecyRule) -> [ResultsFault] {
        guard let curve else { return [] }
        let told = curve.points.compactMap(\.answers.count)
        let left = answers - told.reduce(0, +)
        if left < 0 { return [ResultsFault(place: .curve, kind: .sum)] }
        let small = (told + (left > 0 ? [left] : [])).filter { $0 < rule.answers }.min()
        return small.map { [ResultsFault(place: .curve, kind: .tooSmall($0))] } ?? []
    }
}

extension ConsultationTable {
    /// Counts that are sensitive by themselves.
    fileprivate func smallCells(_ rule: SecrecyRule, isExclusive: Bool) -> [ResultsFault] {
        let rows =
            [(ConsultationResults.Place.table(question: question, row: row), answered, cells)]
            + breakdowns.flatMap { breakdown in
                breakdown.groups.map { (.group(question: question, row: row, breakdown.axis, group: $0.group), $0.answered, $0.cells) }
            }
        return rows.compactMap { place, answered, cells in
            if let all = answered.count, all < rule.answers { return ResultsFault(place: place, kind: .tooSmall(all)) }
            for (code, cell) in zip(codes, cells) {
                guard let count = cell.count else { continue }
                if count > 0, count < rule.answers { return ResultsFault(place: place, kind: .tooSmall(count)) }
                guard let all = answered.count, count <= all else { continue }
                if all < rule.smallGroup, count == 0 || count == all { return ResultsFault(place: place, kind: .unanimous(code: code)) }
                if !isExclusive, count < all, all - count < rule.answers {
                    return ResultsFault(place: place, kind: .tooSmall(all - count))
                }
            }
            return nil
        }
    }
}
