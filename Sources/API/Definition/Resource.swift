import JSON

/// The one definition of a kind of record: its JSON, its table and its schema are all made from these fields, so that none
/// can say what the others do not.
struct Resource<Item: Sendable>: Sendable {
    /// Of its files and of its schema: `units`.
    let name: String
    /// In French, as its meaning.
    let title: String
    let meaning: String
    let fields: [Field<Item>]

    init(_ name: String, _ title: String, _ meaning: String, _ fields: [Field<Item>]) {
        self.name = name
        self.title = title
        self.meaning = meaning
        self.fields = fields
    }

    /// - Parameter asPart: within another record.
    func write(_ item: Item, asPart: Bool = false, into json: inout JSONWriter) {
        json.object { json in
            for field in fields where !asPart || !field.isInBulkAlone {
                json.key(field.name)
                field.value(item).write(into: &json)
            }
        }
    }

    /// One record a line. Source: https://github.com/ndjson/ndjson-spec
    func lines(_ items: some Sequence<Item>) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            var json = JSONWriter(capacity: 512)
            write(item, into: &json)
            bytes += json.bytes
            bytes.append(0x0A)
        }
        return bytes
    }

    /// A row of names, then a row a record.
    func table(_ items: some Sequence<Item>) -> [UInt8] {
        var csv = CSVWriter()
        csv.row { csv in for field in fields { csv.text(field.name) } }
        for item in items {
            csv.row { csv in for field in fields { field.value(item).write(into: &csv) } }
        }
        return csv.bytes
    }

    var schema: RecordSchema {
        RecordSchema(
            name: name, title: title, meaning: meaning,
            fields: fields.map {
                RecordSchema.Field(
                    name: $0.name, meaning: $0.meaning, shape: $0.shape, isNullable: $0.isNullable, isInBulkAlone: $0.isInBulkAlone)
            })
    }
}

/// What a resource says of its records, without them.
public struct RecordSchema: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public let name: String
        public let meaning: String
        public let shape: ValueShape
        public let isNullable: Bool
        /// Whether it is left out of records within another one.
        public let isInBulkAlone: Bool
    }

    public let name: String
    public let title: String
    public let meaning: String
    public let fields: [Field]

    /// As JSON Schema (2020-12). Other properties are allowed: a later build may add some.
    ///
    /// - Parameter opening: keywords of the schema as a whole.
    func write(_ links: SchemaLinks, into json: inout JSONWriter, opening: (inout JSONWriter) -> Void = { _ in }) {
        json.object { json in
            opening(&json)
            json.field("title", title)
            json.field("description", meaning)
            json.field("type", "object")
            json.key("properties")
            json.object { json in
                for field in fields {
                    json.key(field.name)
                    json.object { json in
                        json.field("description", field.meaning)
                        field.shape.write(isNullable: field.isNullable, links, into: &json)
                    }
                }
            }
            json.key("required")
            json.array(fields.filter { !$0.isInBulkAlone }) { $0.string($1.name) }
        }
    }
}
