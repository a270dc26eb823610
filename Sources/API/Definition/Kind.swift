/// A kind of record with all its records: two files in bulk and a schema.
public struct Kind: Sendable {
    public let schema: RecordSchema
    public let count: Int
    /// `lines` and `table` make the files anew at each call.
    public let lines: @Sendable () -> [UInt8]
    public let table: @Sendable () -> [UInt8]

    /// The first of `lines`.
    let first: @Sendable () -> String?

    public var name: String { schema.name }

    init<Item>(_ resource: Resource<Item>, _ items: [Item]) {
        self.init(resource, count: items.count) { items }
    }

    /// For records that are too many to be kept.
    init<Item>(_ resource: Resource<Item>, count: Int, _ items: @escaping @Sendable () -> [Item]) {
        schema = resource.schema
        self.count = count
        lines = { resource.lines(items()) }
        first = {
            guard let item = items().first else { return nil }
            return String(decoding: resource.lines(CollectionOfOne(item)).dropLast(), as: UTF8.self)
        }
        table = { resource.table(items()) }
    }
}
