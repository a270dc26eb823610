/// What keeps a table from being read or counted, in French. It tells lines and columns, never what a person wrote: its
/// words may end in a log.
public struct SheetFault: Error, Sendable, Hashable {
    public let message: String
    /// Line of the file, from 1; `nil` for the whole file.
    public let line: Int?
    /// Heading of the column; `nil` where none is meant.
    public let column: String?
    /// What to do.
    public let advice: String?

    public init(_ message: String, line: Int? = nil, column: String? = nil, advice: String? = nil) {
        self.message = message
        self.line = line
        self.column = column
        self.advice = advice
    }

    /// `ligne 12, colonne « CON1 » : …`
    public var text: String {
        let place = [line.map { "ligne \($0)" }, column.map { "colonne « \($0) »" }].compactMap(\.self).joined(separator: ", ")
        return (place.isEmpty ? message : "\(place) : \(message)") + (advice.map { "\n     = \($0)" } ?? "")
    }
}
