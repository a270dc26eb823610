import SiteModel

extension AnswerSheet {
    /// The département, divided into arrondissements and these into territories of brigades.
    func byTerritory(_ communes: [AskedCommune]) -> CountedGroup {
        var whole = département(communes)
        whole.parts = divided(whole, communes, by: .arrondissement, key: \.arrondissement)
        for index in whole.parts.indices where whole.parts[index].name != nil {
            whole.parts[index].parts = divided(whole.parts[index], communes, by: .brigade, key: \.brigade)
        }
        if whole.parts.allSatisfy({ $0.name == nil }) {
            whole.parts = divided(whole, communes, by: .brigade, key: \.brigade)
        }
        return whole
    }

    /// The département, divided into classes of population.
    func bySize(_ communes: [AskedCommune]) -> CountedGroup {
        var whole = département(communes)
        whole.parts = divided(whole, communes, by: .size, key: \.size)
        return whole
    }

    private func département(_ communes: [AskedCommune]) -> CountedGroup {
        CountedGroup(axis: nil, name: nil, asked: Set(communes.map(\.code)), answers: answers)
    }

    /// In order of their names. What belongs to no group, or to one that lies across the border of this larger one, is
    /// kept as groups without name: a part of a brigade's territory is never told, nor can be worked out.
    private func divided(
        _ larger: CountedGroup, _ communes: [AskedCommune], by axis: ConsultationResults.Axis,
        key: KeyPath<AskedCommune, AskedCommune.Group?>,
    ) -> [CountedGroup] {
        let sizes = Dictionary(grouping: communes, by: { $0[keyPath: key] }).mapValues(\.count)
        let inside = Dictionary(grouping: communes.filter { larger.asked.contains($0.code) }, by: { $0[keyPath: key] })
        let answers = Dictionary(grouping: larger.answers, by: \.commune)
        var groups = inside.map { group, members in
            let isWhole = group != nil && members.count == sizes[group]
            return (
                order: group,
                group: CountedGroup(
                    axis: axis, name: isWhole ? group : nil, asked: Set(members.map(\.code)),
                    answers: members.flatMap { answers[$0.code] ?? [] })
            )
        }
        groups.sort { first, second in
            let keys = [first, second].map { axis == .size ? Self.padded($0.order?.id ?? "") : $0.order.map { $0.label + $0.id } ?? "" }
            return keys[0] < keys[1]
        }
        let known = Set(communes.map(\.code))
        let elsewhere = larger.answers.filter { $0.commune.map { !known.contains($0) } ?? true }
        return groups.map(\.group)
            + (elsewhere.isEmpty ? [] : [CountedGroup(axis: axis, name: nil, asked: [], answers: elsewhere)])
    }

    /// Classes stand in order of their first number.
    private static func padded(_ number: String) -> String { String(repeating: "0", count: max(0, 9 - number.utf8.count)) + number }
}
