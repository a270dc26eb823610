import JSON

/// What a field holds for one record, before it is written as JSON or as a cell.
enum FieldValue {
    case null
    case text(String)
    case integer(Int)
    /// Its digits, with a point.
    case decimal(String)
    case boolean(Bool)
    case texts([String])
    /// Records within a record, which no table holds.
    case nested((inout JSONWriter) -> Void)

    /// Nothing is told by an empty text: it is `null`, so that a table, whose empty cells are `null`, says the same.
    static func optional(_ text: String?) -> FieldValue {
        guard let text, !text.isEmpty else { return .null }
        return .text(text)
    }

    func write(into json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .text(let text): json.string(text)
        case .integer(let number): json.number(number)
        case .decimal(let digits): json.value(Array(digits.utf8))
        case .boolean(let value): json.boolean(value)
        case .texts(let texts): json.array(texts) { $0.string($1) }
        case .nested(let write): write(&json)
        }
    }

    func write(into csv: inout CSVWriter) {
        switch self {
        case .null: csv.empty()
        case .text(let text): csv.text(text)
        case .integer(let number): csv.digits("\(number)")
        case .decimal(let digits): csv.digits(digits)
        case .boolean(let value): csv.digits(value ? "true" : "false")
        case .texts(let texts): csv.texts(texts)
        case .nested: csv.empty()
        }
    }
}
