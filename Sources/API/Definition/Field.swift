import JSON
import SiteModel

/// One field of a record: its name, its meaning for those who read it, what it may hold, and where it comes from.
///
/// The functions below are the only ways to make one: each takes a typed closure, so that what is written is what the
/// schema says.
struct Field<Item: Sendable>: Sendable {
    let name: String
    /// In French.
    let meaning: String
    let shape: ValueShape
    let isNullable: Bool
    /// Whether records that stand within another do without it: that one says it once for all.
    private(set) var isInBulkAlone = false
    let value: @Sendable (Item) -> FieldValue

    private init(_ name: String, _ meaning: String, _ shape: ValueShape, isNullable: Bool, _ value: @escaping @Sendable (Item) -> FieldValue) {
        self.name = name
        self.meaning = meaning
        self.shape = shape
        self.isNullable = isNullable
        self.value = value
    }

    var inBulkAlone: Field {
        var field = self
        field.isInBulkAlone = true
        return field
    }

    static func text(
        _ name: String, _ meaning: String, _ format: ValueShape.Format = .plain, _ value: @escaping @Sendable (Item) -> String,
    ) -> Field { Field(name, meaning, .text(format), isNullable: false) { .text(value($0)) } }

    static func optional(
        _ name: String, _ meaning: String, _ format: ValueShape.Format = .plain, _ value: @escaping @Sendable (Item) -> String?,
    ) -> Field { Field(name, meaning, .text(format), isNullable: true) { .optional(value($0)) } }

    static func texts(
        _ name: String, _ meaning: String, _ format: ValueShape.Format = .plain, _ value: @escaping @Sendable (Item) -> [String],
    ) -> Field { Field(name, meaning, .texts(format), isNullable: false) { .texts(value($0)) } }

    static func integer(_ name: String, _ meaning: String, least: Int = 0, _ value: @escaping @Sendable (Item) -> Int) -> Field {
        Field(name, meaning, .integer(least: least), isNullable: false) { .integer(value($0)) }
    }

    static func optionalInteger(
        _ name: String, _ meaning: String, least: Int = 0, _ value: @escaping @Sendable (Item) -> Int?,
    ) -> Field { Field(name, meaning, .integer(least: least), isNullable: true) { value($0).map(FieldValue.integer) ?? .null } }

    /// `243` as `2.43`; never negative.
    static func hundredths(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Item) -> Int?) -> Field {
        Field(name, meaning, .decimal, isNullable: true) { item in
            guard let value = value(item) else { return .null }
            return .decimal("\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)")
        }
    }

    /// Finite.
    static func degrees(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Item) -> Double?) -> Field {
        Field(name, meaning, .decimal, isNullable: true) { item in
            guard let value = value(item), value.isFinite else { return .null }
            return .decimal("\(value)")
        }
    }

    static func boolean(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Item) -> Bool) -> Field {
        Field(name, meaning, .boolean, isNullable: false) { .boolean(value($0)) }
    }

    static func choice<Choice: CaseIterable & Sendable>(
        _ name: String, _ meaning: String, word: @escaping @Sendable (Choice) -> String, _ value: @escaping @Sendable (Item) -> Choice,
    ) -> Field {
        Field(name, meaning, .choice(Choice.allCases.map(word)), isNullable: false) { .text(word(value($0))) }
    }

    static func optionalChoice<Choice: CaseIterable & Sendable>(
        _ name: String, _ meaning: String, word: @escaping @Sendable (Choice) -> String, _ value: @escaping @Sendable (Item) -> Choice?,
    ) -> Field {
        Field(name, meaning, .choice(Choice.allCases.map(word)), isNullable: true) { value($0).map { .text(word($0)) } ?? .null }
    }

    /// A record within this one.
    static func record<Part>(
        _ name: String, _ meaning: String, _ resource: Resource<Part>, _ value: @escaping @Sendable (Item) -> Part,
    ) -> Field {
        Field(name, meaning, .record(resource.name), isNullable: false) { item in
            .nested { resource.write(value(item), asPart: true, into: &$0) }
        }
    }

    static func records<Part>(
        _ name: String, _ meaning: String, _ resource: Resource<Part>, _ value: @escaping @Sendable (Item) -> [Part],
    ) -> Field {
        Field(name, meaning, .records(resource.name), isNullable: false) { item in
            .nested { json in json.array(value(item)) { resource.write($1, asPart: true, into: &$0) } }
        }
    }

    /// The same for records that many share, which are written once.
    static func records<Part>(
        _ name: String, _ meaning: String, _ resource: Resource<Part>, written: @escaping @Sendable (Item) -> [[UInt8]],
    ) -> Field {
        Field(name, meaning, .records(resource.name), isNullable: false) { item in
            .nested { json in json.array(written(item)) { $0.value($1) } }
        }
    }
}

extension Field {
    static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Item) -> Choice,
    ) -> Field { choice(name, meaning, word: { $0.rawValue }, value) }

    static func optionalChoice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Item) -> Choice?,
    ) -> Field { optionalChoice(name, meaning, word: { $0.rawValue }, value) }

    /// What every output of a demonstration says of itself.
    static func notice(_ notice: String?) -> Field {
        optional("notice", "« \(Demonstration.notice) » dans une démonstration, vide dans un portail réel.") { _ in notice }
    }
}
