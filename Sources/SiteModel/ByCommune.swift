/// Places of things in a list, by the commune that they concern: alerts, events.
public struct ByCommune: Sendable {
    /// Those for the whole département.
    public let everywhere: [Int]
    private let own: [INSEECode: [Int]]

    /// `areas`: for each thing, in order, its communes; none means all.
    public init(_ areas: [[INSEECode]]) {
        everywhere = areas.indices.filter { areas[$0].isEmpty }
        var named: [INSEECode: [Int]] = [:]
        for (place, area) in areas.enumerated() {
            for code in area where named[code]?.last != place { named[code, default: []].append(place) }
        }
        let common = everywhere
        own = named.mapValues { ($0 + common).sorted() }
    }

    public subscript(code: INSEECode) -> [Int] { own[code] ?? everywhere }
}
