import SiteModel

/// The cells of some tables that bound each other, in all rows, and what is known of how they add up.
struct TableSystem {
    /// A row of a table, by its cells.
    struct Row {
        /// `nil` where everybody knows it.
        let answered: Int?
        /// In the order of the question's codes.
        let codes: [Int]

        var all: [Int] { [answered].compactMap(\.self) + codes }
    }

    private(set) var system = CellSystem()
    /// By table, then by row.
    private(set) var rows: [[Row]] = []
    private let rule: SecrecyRule
    private let holdsHidden: Set<Int>

    /// What to hide of some tables that bound each other, and the cells that it speaks of.
    ///
    /// A pattern is found first without hidden groups and crossings, in a system a tenth as large, then proven with them.
    static func protect(_ tables: [CountedTable], _ told: [CountedRow], rule: SecrecyRule) -> (system: TableSystem, hidden: [Bool]) {
        let kept = told.indices.filter { [.told, .rest].contains(told[$0].standing) }
        let simple = TableSystem(
            tables, kept.map { told[$0].moved(amid: kept) }, ([], []), rule: rule,
            holdsHidden: Set(kept.indices.filter { index in told.contains { $0.whole == kept[index] && $0.standing == .hidden } }))
        let found = simple.system.protect().hidden
        guard kept.count < told.count else { return (simple, found) }
        let whole = TableSystem(tables, told, CountedRow.crossings(of: told), rule: rule)
        var start: Set<Int> = []
        for (narrow, wide) in zip(simple.rows, whole.rows) {
            for (narrow, index) in zip(narrow, kept) {
                start.formUnion(
                    zip(narrow.all, wide[index].all).filter { found[$0] && whole.system.cells[$1].isWritten }.map(\.1))
            }
        }
        return (whole, whole.system.protect(from: start).hidden)
    }

    /// - Parameters:
    ///   - told: what `CountedRow.rows` gives.
    ///   - crossings: what `CountedRow.crossings` gives, or none.
    ///   - holdsHidden: rows of which hidden ones are a part, where these are left out: that such a row gave no answer says
    ///     it of each.
    private init(
        _ tables: [CountedTable], _ told: [CountedRow], _ crossings: (rows: [CountedRow], sums: [CountedRow.Sum]), rule: SecrecyRule,
        holdsHidden: Set<Int> = [],
    ) {
        self.rule = rule
        self.holdsHidden = holdsHidden
        let groups = told + crossings.rows
        let sums = CountedRow.sums(of: told) + crossings.sums
        // How many answers a group has that is not told: the same for all tables, and not known.
        let sizes = groups.map { row -> Int? in
            switch row.standing {
            case .told, .rest: nil
            case .hidden: system.add(row.group.answers.count, isWritten: false, highest: row.group.room)
            case .crossing where !row.group.asked.isEmpty:
                system.add(row.group.answers.count, isWritten: false, highest: row.group.room)
            case .crossing, .elsewhere: system.add(row.group.answers.count, isWritten: false)
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
        for table in tables { add(table, groups, sums, sizes) }
        for (index, table) in tables.enumerated() { addCondition(of: table, at: index, tables, groups) }
    }

    private mutating func add(
        _ table: CountedTable, _ groups: [CountedRow], _ sums: [CountedRow.Sum], _ sizes: [Int?],
    ) {
        let leavesNobodyOut = table.leavesNobodyOut(groups[0].group.answers)
        let added = groups.indices.map { index in
            addRow(
                of: table, groups[index], size: sizes[index], leavesNobodyOut: leavesNobodyOut, holdsHidden: holdsHidden.contains(index))
        }
        rows.append(added.map(\.told))
        for sum in sums {
            let whole = added[sum.whole]
            let parts = sum.parts.map { added[$0] }
            for code in table.codes.indices {
                system.relate(whole.told.codes[code], isSumOf: parts.map { $0.told.codes[code] })
            }
            if !leavesNobodyOut { system.relate(whole.all, isSumOf: parts.map(\.all)) }
        }
    }

    private mutating func addRow(
        of table: CountedTable, _ row: CountedRow, size: Int?, leavesNobodyOut: Bool, holdsHidden: Bool,
    ) -> (told: Row, all: Int) {
        let answering = row.group.answers.filter { table.codes(of: $0) != nil }
        let all = Crowd(answering)
        let isTold = row.standing == .told
        let highest = row.standing == .hidden || (row.standing == .crossing && !row.group.asked.isEmpty) ? row.group.room : nil
        let isSensitive = { [rule] (part: Crowd) -> Bool in
            switch row.standing {
            case .hidden: true
            case .elsewhere, .crossing: false
            case .told, .rest: rule.isSensitive(part, of: all) || (holdsHidden && part.answers < 2)
            }
        }
        let codes = table.codes.map { code in
            let crowd = Crowd(answering.filter { table.codes(of: $0)!.contains(code) })
            return system.add(
                crowd.answers, isSensitive: isSensitive(crowd), isWritten: isTold, weight: row.weight, highest: highest)
        }
        let answered: Int
        if leavesNobodyOut {
            // Known for a group that is told; for a hidden one it is the number of its answers.
            answered = size ?? -1
        } else {
            answered = system.add(
                all.answers, isSensitive: row.standing == .hidden || ([.told, .rest].contains(row.standing) && rule.isTooFew(all)),
                isWritten: isTold, weight: row.weight, highest: highest)
            let silent = system.add(row.group.answers.count - all.answers, isWritten: false)
            if let size {
                system.relate(size, isSumOf: [answered, silent])
            } else {
                system.relate(knownSumOf: [answered, silent])
            }
        }
        if table.question.isExclusive {
            if answered >= 0 { system.relate(answered, isSumOf: codes) } else { system.relate(knownSumOf: codes) }
        } else {
            for (position, code) in codes.enumerated() {
                let others = Crowd(answering.filter { !table.codes(of: $0)!.contains(table.codes[position]) })
                let without = system.add(others.answers, isSensitive: isSensitive(others), isWritten: false, highest: highest)
                if answered >= 0 {
                    system.relate(answered, isSumOf: [code, without])
                } else {
                    system.relate(knownSumOf: [code, without])
                }
            }
        }
        return (Row(answered: leavesNobodyOut ? nil : answered, codes: codes), answered)
    }

    /// Nobody answers a question that is put only to those who gave another answer, unless they gave it.
    private mutating func addCondition(
        of table: CountedTable, at index: Int, _ tables: [CountedTable], _ groups: [CountedRow],
    ) {
        guard let condition = table.question.condition,
            let asked = tables.firstIndex(where: { $0.question.code == condition.question && $0.row == condition.row })
        else { return }
        let wanted = tables[asked].codes.indices.filter { condition.answers.contains(tables[asked].codes[$0]) }
        let larger = groups.indices.map { group in wanted.map { rows[asked][group].codes[$0] } }
        let smaller = groups.indices.compactMap { rows[index][$0].answered }
        guard smaller.count == groups.count,
            zip(smaller, larger).allSatisfy({ system.cells[$0].count <= system.sum(of: $1) })
        else { return }
        let isKnown =
            table.question.isMandatory && (tables[asked].question.isExclusive || wanted.count == 1)
            && zip(smaller, larger).allSatisfy { system.cells[$0].count == system.sum(of: $1) }
        for (smaller, larger) in zip(smaller, larger) {
            if isKnown { system.relate(smaller, isSumOf: larger) } else { system.relate([smaller], isAtMost: larger) }
        }
    }
}
