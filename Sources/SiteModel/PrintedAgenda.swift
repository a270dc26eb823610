/// What is printed of the agenda: strips of the next permanences for notice boards, and the slip by which élus enrol for an
/// immersion.
extension Site {
    /// Permanences that are not over, in order of time.
    public var permanences: [Event] { events.filter { $0.kind == .permanence && $0.lastDate >= today } }

    /// Those that one may go to from these communes; none where no permanence names any of them: what is for everybody is
    /// on the département's strip, and every commune would have the same one.
    public func permanences(of communes: Set<INSEECode>) -> [Event] {
        let all = permanences
        guard all.contains(where: { $0.communes.contains(where: communes.contains) }) else { return [] }
        return all.filter { $0.communes.isEmpty || $0.communes.contains(where: communes.contains) }
    }

    /// Immersions for which one may enrol.
    public var immersions: [Event] { events.filter { $0.kind == .immersion && $0.lastDate >= today } }
}

extension Route {
    public static let permanences = Route("\(agenda.path)permanences.pdf")
    public static let registrationSlip = Route("\(agenda.path)inscription-immersion.pdf")

    public static func permanences(of commune: Commune) -> Route { Route("\(Route.commune(commune).path)permanences.pdf") }

    public static func permanences(of service: LocalService) -> Route { Route("\(agenda.path)permanences-\(service.slug).pdf") }
}
