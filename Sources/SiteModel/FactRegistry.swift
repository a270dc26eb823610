/// `facts.yml` and `facts.local.yml`: what is said of each fact, window by window.
public struct FactRegistry: Sendable {
    /// By identifier, in the order of their files.
    public private(set) var entries: [Fact.ID: [Fact]] = [:]

    public init() {}

    public var isEmpty: Bool { entries.isEmpty }

    /// Adds an entry; gives the one that speaks of some of the same days, and is kept alone.
    public mutating func add(_ fact: Fact) -> Fact? {
        if let former = entries[fact.id]?.first(where: { $0.overlaps(fact) }) { return former }
        entries[fact.id, default: []].append(fact)
        return nil
    }

    /// What a département states otherwise: its entries replace all those of the same identifier.
    public mutating func override(with local: FactRegistry) {
        entries.merge(local.entries) { _, own in own }
    }

    /// What holds on a day; where nothing does, the entry whose window is the nearest after that day, else the last.
    /// Who cites it is told by `Fact.holds(on:)`.
    public func facts(on day: CalendarDate) -> [Fact.ID: Fact] {
        entries.compactMapValues { facts in
            if let fact = facts.first(where: { $0.holds(on: day) }) { return fact }
            let ordered = facts.sorted { ($0.from ?? day) < ($1.from ?? day) }
            return ordered.first { ($0.from ?? day) > day } ?? ordered.last
        }
    }
}
