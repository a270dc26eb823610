import SiteModel

/// Which groups and counts are sensitive by themselves. `docs/secret-statistique.md` says why.
struct SecrecyRule: Sendable {
    let answers: Int
    let communes: Int

    init(_ minimum: Consultation.Minimum) {
        answers = minimum.answers
        communes = minimum.communes
    }

    /// Below it, that all or none of a group said the same says what each said.
    var smallGroup: Int { answers * 2 }

    /// Whether something may be told of the answers of these communes.
    ///
    /// Where every commune answered, each is known to have done so: of smaller groups that are hidden too.
    func allows(_ crowd: Crowd, of asked: Int) -> Bool {
        crowd.answers >= answers && crowd.communes >= communes && asked >= communes
            && crowd.communes < asked
    }

    /// - Parameter part: those of `group` who gave one answer.
    func isSensitive(_ part: Crowd, of group: Crowd) -> Bool {
        if isTooFew(group) { return true }
        if part.answers == 0 { return group.answers < smallGroup }
        if part.answers == group.answers { return group.answers < smallGroup }
        return isTooFew(part)
    }

    func isTooFew(_ crowd: Crowd) -> Bool { crowd.answers < answers || crowd.communes < communes }
}

/// Answers, and the communes that they came from.
struct Crowd: Sendable, Hashable {
    let answers: Int
    /// An answer that names no commune counts for one.
    let communes: Int

    init(_ answers: [Answer]) {
        self.answers = answers.count
        communes = Set(answers.compactMap(\.commune)).count + answers.count { $0.commune == nil }
    }
}
