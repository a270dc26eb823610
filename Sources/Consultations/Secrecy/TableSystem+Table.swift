import SiteModel

extension TableSystem {
    /// What is published of a table.
    func table(
        _ table: CountedTable, at index: Int, _ groups: [CountedRow], hidden: [Bool],
    ) -> ConsultationTable {
        let cell = { (cell: Int) -> ConsultationResults.Cell in
            hidden[cell] ? .hidden : .count(system.cells[cell].count)
        }
        let answered = { (row: Int) -> ConsultationResults.Cell in
            rows[index][row].answered.map(cell) ?? .count(groups[row].group.answers.count)
        }
        let breakdowns = ConsultationResults.Axis.allCases.compactMap { axis -> ConsultationTable.Breakdown? in
            let told = groups.indices.filter { groups[$0].standing == .told && groups[$0].group.axis == axis }
            let parts = told.compactMap { row in
                groups[row].group.name.map { name in
                    ConsultationTable.Group(
                        group: name.id, label: name.label, answered: answered(row), cells: rows[index][row].codes.map(cell))
                }
            }
            return parts.isEmpty ? nil : ConsultationTable.Breakdown(axis: axis, groups: parts)
        }
        return ConsultationTable(
            question: table.question.code, row: table.row, codes: table.codes, answered: answered(0),
            cells: rows[index][0].codes.map(cell), breakdowns: breakdowns)
    }
}
