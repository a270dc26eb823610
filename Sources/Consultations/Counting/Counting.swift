public import SiteModel

extension AnswerSheet {
    /// Why nothing can be told of a consultation.
    public struct TooFewAnswers: Error, Sendable, Hashable {
        public let answers: Int
        public let minimum: Consultation.Minimum
    }

    /// What may be published of these answers: the only way from answers to results.
    ///
    /// - Parameters:
    ///   - counted: the day.
    ///   - communes: those that are asked (`AskedCommune.asked(by:of:)`).
    public func results(
        counted: CalendarDate, communes: [AskedCommune],
    ) throws(TooFewAnswers) -> ConsultationResults {
        let rule = SecrecyRule(consultation.minimum)
        guard !rule.isTooFew(Crowd(answers)) else {
            throw TooFewAnswers(answers: answers.count, minimum: consultation.minimum)
        }
        // Answers that name no commune are of people: there is no share of communes to tell, and no territory.
        let communes = answers.contains { $0.commune != nil } ? communes : []
        let (territory, size) = (byTerritory(communes), bySize(communes))
        var groups = CountedRow.rows(territory: territory, size: size, tellsSizes: true, rule: rule)
        if !SizeCrossing(groups).isSafe(by: rule) {
            groups = CountedRow.rows(territory: territory, size: size, tellsSizes: false, rule: rule)
        }
        return ConsultationResults(
            counted: counted, answers: answers.count, invited: communes.isEmpty ? nil : communes.count,
            minimum: consultation.minimum, ways: ways(by: rule), participation: participation(groups, rule),
            curve: curve(by: rule), tables: tables(groups, rule: rule))
    }

    private func tables(_ groups: [CountedRow], rule: SecrecyRule) -> [ConsultationTable] {
        let tables = CountedTable.tables(of: consultation)
        var done: [String: ConsultationTable] = [:]
        for linked in CountedTable.linked(tables) {
            let (system, hidden) = TableSystem.protect(linked, groups, rule: rule)
            for (index, table) in linked.enumerated() {
                done[table.key] = system.table(table, at: index, groups, hidden: hidden)
            }
        }
        return tables.compactMap { done[$0.key] }
    }

    private func ways(by rule: SecrecyRule) -> [ConsultationResults.Way: ConsultationResults.Cell] {
        let ways = Dictionary(grouping: answers, by: \.way)
        var system = CellSystem()
        let order = ConsultationResults.Way.allCases.filter { ways[$0] != nil }
        let cells = order.map { way in
            system.add(ways[way]!.count, isSensitive: rule.isTooFew(Crowd(ways[way]!)))
        }
        system.relate(knownSumOf: cells)
        let hidden = system.protect().hidden
        return Dictionary(
            uniqueKeysWithValues: zip(order, cells).map { ($0, hidden[$1] ? .hidden : .count(ways[$0]!.count)) })
    }

    /// Groups below the minimum of communes are not named; of others the communes asked are no secret.
    private func participation(_ groups: [CountedRow], _ rule: SecrecyRule) -> [ConsultationResults.Participation] {
        ConsultationResults.Axis.allCases.compactMap { axis in
            let rows = groups.compactMap { row -> ConsultationResults.Participation.Row? in
                guard row.group.axis == axis, let name = row.group.name, row.group.asked.count >= rule.communes else { return nil }
                return ConsultationResults.Participation.Row(
                    group: name.id, label: name.label,
                    answers: row.standing == .told ? .count(row.group.answers.count) : .hidden,
                    invited: .count(row.group.asked.count))
            }
            return rows.isEmpty ? nil : ConsultationResults.Participation(axis: axis, rows: rows)
        }
    }
}

extension CountedTable {
    fileprivate var key: String { question.code + "/" + (row ?? "") }
}
