/// The quotation marks that word processors put in the place of straight ones.
public enum TypographicQuotes {
    private static let marks: [Unicode.Scalar] = ["“", "”", "„", "‘", "’", "«", "»"]
    private static let spaces: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]

    /// The text without those around it; `nil` where it has none.
    public static func removed(around text: String) -> String? {
        var scalars = Substring(text).unicodeScalars
        guard let first = scalars.first, let last = scalars.last, scalars.count > 2, marks.contains(first), marks.contains(last)
        else { return nil }
        scalars = scalars.dropFirst().dropLast()
        while let first = scalars.first, spaces.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
        return String(scalars)
    }
}
