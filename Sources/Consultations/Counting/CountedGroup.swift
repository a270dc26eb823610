import SiteModel

/// Communes of the département that are counted together, and the smaller groups that they divide into.
struct CountedGroup: Sendable {
    /// By which it is a part of the département; `nil` for the département.
    let axis: ConsultationResults.Axis?
    /// `nil` for the département, and for what is never told.
    let name: AskedCommune.Group?
    let asked: Set<INSEECode>
    let answers: [Answer]
    var parts: [CountedGroup] = []

    var crowd: Crowd { Crowd(answers) }

    /// How many answers it may have for all that everybody knows: one a commune, unless it is known to have more.
    var room: Int { max(asked.count, answers.count) }

    /// Its parts that may be told, and those that are hidden together.
    func published(by rule: SecrecyRule) -> (told: [CountedGroup], hidden: [CountedGroup]) {
        var told = parts.indices.filter { parts[$0].isTellable(by: rule) }
        let hidden = { parts.indices.filter { !told.contains($0) }.map { parts[$0] } }
        // What is hidden must be, together, a group of which something may be told: the whole and the others give it back.
        while !told.isEmpty, told.count < parts.count, !Self.isSafe(hidden(), by: rule) {
            // By what everybody knows, so that the choice says nothing of the answers.
            let smallest = told.indices.min { parts[told[$0]].asked.count < parts[told[$1]].asked.count }!
            told.remove(at: smallest)
        }
        return (told.map { parts[$0] }, hidden())
    }

    /// Where none of its parts is told, they must be safe from what is told of it.
    private func isTellable(by rule: SecrecyRule) -> Bool {
        guard name != nil, rule.allows(crowd, of: asked.count) else { return false }
        return parts.isEmpty || !published(by: rule).told.isEmpty || Self.isSafe(parts, by: rule)
    }

    static func together(_ groups: [CountedGroup]) -> CountedGroup {
        CountedGroup(
            axis: groups.first?.axis, name: nil, asked: groups.reduce(into: []) { $0.formUnion($1.asked) }, answers: groups.flatMap(\.answers))
    }

    /// Whether neither what the hidden groups said together, nor how many of each took part, can be worked out.
    private static func isSafe(_ hidden: [CountedGroup], by rule: SecrecyRule) -> Bool {
        let all = together(hidden)
        guard rule.allows(all.crowd, of: all.asked.count) else { return false }
        let room = hidden.reduce(0) { $0 + $1.room }
        return hidden.allSatisfy { group in
            let highest = min(group.room, all.answers.count)
            let lowest = max(0, all.answers.count - (room - group.room))
            return highest - lowest >= min(2, group.room)
        }
    }
}
