import SiteModel

/// Tables that bound each other, as somebody reads them: what is told, and how far the rest is bounded by it.
struct ReadTables {
    fileprivate struct Unknown {
        let column: Int
        let place: ConsultationResults.Place
        let code: String?
        let isRest: Bool
    }

    private var columns: [[LinearProgram.Entry]] = []
    private var told: [Int?] = []
    private var sums: [Int] = []
    private var unknown: [Unknown] = []
    /// Those who answered and those who gave each code, by table, then by row.
    private var cells: [[(answered: Int, codes: [Int])]] = []
    private let answers: Int
    private let place: ConsultationResults.Place

    init(_ tables: [(CountedTable, ConsultationTable)], _ rows: [ReadRow], answers: Int) {
        self.answers = answers
        place = tables.first.map { .table(question: $0.1.question, row: $0.1.row) } ?? .whole
        for (counted, table) in tables { add(counted, table, rows) }
        for (index, (counted, _)) in tables.enumerated() {
            guard let condition = counted.question.condition,
                let asked = tables.firstIndex(where: { $0.0.question.code == condition.question && $0.0.row == condition.row })
            else { continue }
            let wanted = tables[asked].0.codes.indices.filter { condition.answers.contains(tables[asked].0.codes[$0]) }
            for row in rows.indices {
                let missing = variable(nil)
                relate(wanted.map { (cells[asked][row].codes[$0], 1) } + [(cells[index][row].answered, -1), (missing, -1)])
            }
        }
    }

    private mutating func variable(_ told: Int?) -> Int {
        columns.append([])
        self.told.append(told)
        return columns.count - 1
    }

    private mutating func relate(_ terms: [(cell: Int, coefficient: Int)], sum: Int = 0) {
        for term in terms { columns[term.cell].append(LinearProgram.Entry(row: sums.count, coefficient: term.coefficient)) }
        sums.append(sum)
    }

    private mutating func add(_ counted: CountedTable, _ table: ConsultationTable, _ rows: [ReadRow]) {
        let added = rows.map { row in add(row, counted, table) }
        cells.append(added)
        for (whole, _, parts) in ReadRow.sums(of: rows) {
            for code in table.codes.indices { relate([(added[whole].codes[code], -1)] + parts.map { (added[$0].codes[code], 1) }) }
            relate([(added[whole].answered, -1)] + parts.map { (added[$0].answered, 1) })
        }
    }

    private mutating func add(_ row: ReadRow, _ counted: CountedTable, _ table: ConsultationTable) -> (answered: Int, codes: [Int]) {
        let group = row.axis.flatMap { axis in table.breakdowns.first { $0.axis == axis }?.groups.first { $0.group == row.group } }
        let isDépartement = row.whole == nil
        let place: ConsultationResults.Place =
            if let axis = row.axis, let group = row.group {
                .group(question: table.question, row: table.row, axis, group: group)
            } else {
                .table(question: table.question, row: table.row)
            }
        let answered = variable(isDépartement ? table.answered.count : group?.answered.count)
        let codes = (isDépartement ? table.cells : group?.cells ?? table.codes.map { _ in .hidden }).map { variable($0.count) }
        let silent = variable(nil)
        relate([(answered, 1), (silent, 1)], sum: row.answers)
        if counted.question.isExclusive {
            relate(codes.map { ($0, 1) } + [(answered, -1)])
        } else {
            for code in codes {
                let others = variable(nil)
                relate([(code, 1), (others, 1), (answered, -1)])
            }
        }
        if row.answers > 0, row.isRest || isDépartement || group != nil {
            for (code, column) in zip([nil] + table.codes.map(Optional.some), [answered] + codes) where told[column] == nil {
                if code != nil || !row.isRest { unknown.append(Unknown(column: column, place: place, code: code, isRest: row.isRest)) }
            }
        }
        return (answered, codes)
    }

    /// What can be worked out, or that nothing can be as it is told.
    func faults(_ rule: SecrecyRule) -> [ResultsFault] {
        guard let bounds = bounds(of: unknown, knowing: told) else { return [ResultsFault(place: place, kind: .sum)] }
        let near = zip(unknown, bounds).filter { $0.isGivenAway(by: $1, rule) }.map(\.0)
        guard !near.isEmpty else { return [] }
        // What follows from the number of answers alone, no pattern can hide.
        let anyway = self.bounds(of: near, knowing: told.map { _ in nil }) ?? []
        return zip(near, anyway).filter { !$0.isGivenAway(by: $1, rule) }.map {
            ResultsFault(place: $0.0.place, kind: .recovered(code: $0.0.code))
        }
    }

    private func bounds(of asked: [Unknown], knowing told: [Int?]) -> [(low: Double, high: Double)]? {
        let program = LinearProgram(columns: columns, sums: sums)
        for (column, count) in told.enumerated() { program.bound(column, count.map { $0...$0 } ?? 0...answers) }
        let zeros = Array(repeating: 0.0, count: columns.count)
        guard var low = program.minimum(costs: zeros) else { return nil }
        var high = low
        for unknown in asked {
            for cost in [1.0, -1.0] where high[unknown.column] - low[unknown.column] < 2 - LinearProgram.tolerance {
                var costs = zeros
                costs[unknown.column] = cost
                guard let found = program.minimum(costs: costs) else { continue }
                for (column, value) in found.enumerated() {
                    low[column] = min(low[column], value)
                    high[column] = max(high[column], value)
                }
            }
        }
        return asked.map { (low[$0.column], high[$0.column]) }
    }
}

extension ReadTables.Unknown {
    /// What is left of a group holds hidden ones: there must be room for 2 in it.
    fileprivate func isGivenAway(by bounds: (low: Double, high: Double), _ rule: SecrecyRule) -> Bool {
        guard bounds.high - bounds.low < 2 - LinearProgram.tolerance else { return false }
        return !isRest || bounds.high < 2 - LinearProgram.tolerance
            || (bounds.low > LinearProgram.tolerance && bounds.low < Double(rule.answers) - LinearProgram.tolerance)
    }
}
