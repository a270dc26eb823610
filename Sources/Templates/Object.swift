/// Names and their values, in the order in which they were given.
///
/// A template's objects hold a few dozen names at most: a scan over precomputed hashes is faster there than
/// a hash table, and nothing has to be built. Of two pairs of one name, the last counts.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var pairs: [(Name, Value)]

    public init(_ pairs: [(Name, Value)] = []) {
        self.pairs = pairs
    }

    public init(dictionaryLiteral pairs: (Name, Value)...) {
        self.pairs = pairs
    }

    public subscript(name: Name) -> Value? { place(of: name).map { pairs[$0].1 } }

    private func place(of name: Name) -> Int? {
        // A search through the array itself would copy each value on its way.
        pairs.withUnsafeBufferPointer { pairs in
            var index = pairs.count
            while index > 0 {
                index -= 1
                if pairs[index].0.hash == name.hash, pairs[index].0.text == name.text { return index }
            }
            return nil
        }
    }

    /// Gives a name its value, in place of the one that it had.
    public mutating func set(_ name: Name, _ value: Value) {
        if let index = place(of: name) {
            pairs[index].1 = value
        } else {
            pairs.append((name, value))
        }
    }

    /// Adds another object's names; where both have one, the other's value counts.
    public mutating func merge(_ other: Object) {
        for (name, value) in other.pairs { set(name, value) }
    }

    public func merging(_ other: Object) -> Object {
        var merged = self
        merged.merge(other)
        return merged
    }
}

extension Object: Hashable {
    public static func == (a: Object, b: Object) -> Bool {
        a.pairs.elementsEqual(b.pairs, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        for (name, value) in pairs {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}
