extension Sequence<Diagnostic> {
    /// Each fault once, in the order of files, then of places, then of identifiers and messages, all by bytes:
    /// work done in parallel reads the same each time. Those without a file come first.
    public func sortedForReport() -> [Diagnostic] {
        Set(self).sorted { $0.precedes($1) }
    }

    /// Whether the build must stop before publishing.
    public var hasErrors: Bool {
        contains { $0.severity == .error }
    }
}

extension Diagnostic {
    fileprivate func precedes(_ other: Diagnostic) -> Bool {
        if let first = Self.order(location?.file ?? "", other.location?.file ?? "") { return first }
        let (offset, otherOffset) = (location?.offset ?? -1, other.location?.offset ?? -1)
        if offset != otherOffset { return offset < otherOffset }
        let (line, otherLine) = (location?.line ?? -1, other.location?.line ?? -1)
        if line != otherLine { return line < otherLine }
        if let first = Self.order(id.rawValue, other.id.rawValue) { return first }
        if let first = Self.order(message, other.message) { return first }
        // Nothing that is printed may depend on the order of arrival.
        return Self.order(remainder, other.remainder) ?? false
    }

    private var remainder: String {
        "\(severity) \(location?.length ?? -1) \(advice ?? "") \(notes)"
    }

    /// `nil` when both are the same bytes.
    private static func order(_ left: String, _ right: String) -> Bool? {
        if left.utf8.elementsEqual(right.utf8) { return nil }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
