import SiteModel

/// A group that results tell of, or what its larger group has beside those.
struct ReadRow: Sendable, Hashable {
    let axis: ConsultationResults.Axis?
    /// `nil` for the département, and for what is left.
    let group: String?
    let whole: Int?
    let answers: Int
    /// Communes asked.
    let asked: Int

    var isRest: Bool { group == nil && whole != nil }

    /// The département first, then the groups whose answers are told, each after its whole, then what is left of each.
    static func rows(of results: ConsultationResults, _ communes: [AskedCommune]) -> [ReadRow] {
        var rows = [ReadRow(axis: nil, group: nil, whole: nil, answers: results.answers, asked: communes.count)]
        for axis in ConsultationResults.Axis.allCases {
            for part in results.participation where part.axis == axis {
                for row in part.rows {
                    guard let answers = row.answers.count else { continue }
                    let members = communes.filter { $0.group(axis)?.id == row.group }
                    let larger = axis == .brigade ? Set(members.map(\.arrondissement?.id)) : []
                    let whole = rows.firstIndex { $0.axis == .arrondissement && larger == [$0.group] } ?? 0
                    rows.append(ReadRow(axis: axis, group: row.group, whole: whole, answers: answers, asked: members.count))
                }
            }
        }
        for (whole, axis, parts) in sums(of: rows) {
            let left = ReadRow(
                axis: axis, group: nil, whole: whole, answers: rows[whole].answers - parts.reduce(0) { $0 + rows[$1].answers },
                asked: rows[whole].asked - parts.reduce(0) { $0 + rows[$1].asked })
            if left.answers != 0 || left.asked > 0 { rows.append(left) }
        }
        return rows
    }

    /// Rows that add up to another: brigades of no told arrondissement stand beside arrondissements.
    static func sums(of rows: [ReadRow]) -> [(whole: Int, axis: ConsultationResults.Axis?, parts: [Int])] {
        rows.indices.flatMap { whole in
            [true, false].compactMap { isSize in
                let parts = rows.indices.filter { rows[$0].whole == whole && (rows[$0].axis == .size) == isSize }
                return parts.first.map { (whole, rows[$0].axis, parts) }
            }
        }
    }

    /// Groups that are too small, and those that the others of their whole give away.
    static func faults(of results: ConsultationResults, _ rows: [ReadRow], _ rule: SecrecyRule) -> [ResultsFault] {
        var found: [ResultsFault] = []
        for row in rows {
            guard let axis = row.axis else { continue }
            let place = ConsultationResults.Place.participation(
                axis, group: row.group ?? results.participation.first { $0.axis == axis }?.rows.first?.group ?? "")
            if row.answers < 0 {
                found.append(ResultsFault(place: place, kind: .sum))
            } else if row.answers < rule.answers {
                found.append(ResultsFault(place: place, kind: row.isRest ? .recovered(code: nil) : .tooSmall(row.answers)))
            } else if row.asked > 0, row.asked < rule.communes {
                found.append(ResultsFault(place: place, kind: .tooSmall(row.asked)))
            }
        }
        return found
    }
}

extension AskedCommune {
    func group(_ axis: ConsultationResults.Axis) -> Group? {
        switch axis {
        case .arrondissement: arrondissement
        case .brigade: brigade
        case .size: size
        }
    }
}
