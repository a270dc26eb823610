import Diagnostics
import SiteModel

/// What became of a commune's code: mergers, renamings, communes déléguées, arrondissements of large cities.
struct CodeHistory: Sendable {
    enum Resolution: Hashable {
        case current
        /// An arrondissement of Paris, Lyon or Marseille.
        case district(of: INSEECode)
        /// A commune déléguée or associée, where no movement tells more.
        case part(of: INSEECode)
        /// A former commune; `since` is the day of the last change on the way to today's.
        case former(now: INSEECode, since: CalendarDate)
        /// A former commune that was shared out on that day; what is said of it belongs to none of them alone.
        case shared(among: [INSEECode], since: CalendarDate)
        case unknown
    }

    private let current: Set<INSEECode>
    private let parents: [INSEECode: COGCommunes.Parent]
    /// By the code before the change, in the order of the file.
    private let movements: [INSEECode: [COGMovement]]

    init(
        current: Set<INSEECode>, parents: [INSEECode: COGCommunes.Parent] = [:], movements: [COGMovement] = [],
    ) {
        self.current = current
        self.parents = parents
        self.movements = Dictionary(grouping: movements, by: \.codeBefore)
    }

    func resolve(_ code: INSEECode) -> Resolution {
        if current.contains(code) { return .current }
        if let city = LargeCity.city(ofDistrict: code), current.contains(city) { return .district(of: city) }
        if let found = follow(code) { return found }
        guard let parent = parents[code], current.contains(parent.code) else { return .unknown }
        return parent.isCity ? .district(of: parent.code) : .part(of: parent.code)
    }

    /// The change that took the name `name` away from a commune that keeps its code.
    func renaming(of code: INSEECode, from name: String) -> COGMovement? {
        movements[code]?
            .filter { $0.codeAfter == code && $0.nameBefore == name && $0.nameAfter != name }
            .max { $0.date < $1.date }
    }

    /// The last change that took the name `name`, accents and signs apart, from a commune of today that keeps its code.
    func renaming(from name: String) -> COGMovement? {
        let slug = Slug.make(name)
        return movements.values.joined()
            .filter { $0.codeAfter == $0.codeBefore && current.contains($0.codeAfter) && Slug.make($0.nameBefore) == slug }
            .max { ($0.date, $0.codeAfter) < ($1.date, $1.codeAfter) }
    }

    /// Along the mergers, each one on the day of the one before or later, to a code of today.
    private func follow(_ start: INSEECode) -> Resolution? {
        var code = start
        var since: CalendarDate?
        var visited: Set<INSEECode> = [start]
        while let step = lastStep(from: code, since: since) {
            guard step.heirs.count == 1 else { return .shared(among: step.heirs, since: step.date) }
            code = step.heirs[0]
            since = step.date
            if current.contains(code) { return .former(now: code, since: step.date) }
            guard visited.insert(code).inserted else { return nil }
        }
        return nil
    }

    /// Where the code went last, in order of codes; `nil` where it went nowhere.
    private func lastStep(
        from code: INSEECode, since: CalendarDate?,
    ) -> (heirs: [INSEECode], date: CalendarDate)? {
        let steps = (movements[code] ?? []).filter { movement in
            movement.codeAfter != code && since.map { movement.date >= $0 } ?? true
        }
        guard let last = steps.map(\.date).max() else { return nil }
        return (Set(steps.filter { $0.date == last }.map(\.codeAfter)).sorted(), last)
    }
}
