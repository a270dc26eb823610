/// Names that templates are given and what they stand for, gathered from values.
public struct GivenNames: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case text, html, bool, list, group
    }

    public struct Given: Sendable {
        /// Empty where no value was ever there.
        public fileprivate(set) var kinds: Set<Kind> = []
        /// Names of a group, or of a list's elements.
        public fileprivate(set) var inside = GivenNames()
    }

    private var table: [String: Given] = [:]

    public init() {}

    /// In the order of the names.
    public var all: [(name: String, given: Given)] {
        table.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    public mutating func add(_ object: Object) {
        for (name, value) in object.pairs { Self.add(value, to: &table[name.text, default: Given()]) }
    }

    private static func add(_ value: Value, to given: inout Given) {
        switch value {
        case .absent: break
        case .bool: given.kinds.insert(.bool)
        case .text: given.kinds.insert(.text)
        case .html: given.kinds.insert(.html)
        case .list(let elements):
            given.kinds.insert(.list)
            for case .object(let element) in elements { given.inside.add(element) }
        case .object(let object):
            given.kinds.insert(.group)
            given.inside.add(object)
        }
    }
}
