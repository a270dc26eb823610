import Publishing

/// One difference between what feeds said at a former build and what they say now.
public struct RecordChange: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Not there before.
        case appeared
        /// No longer there.
        case disappeared
        /// A value, by its name: `nil` where there was or is none.
        case value(name: String, before: String?, now: String?)
    }

    /// Which commune or service, as it is called now, or was.
    public let record: BuildManifest.Record
    public let kind: Kind

    /// In the order of the records, then of the names of their values.
    public static func between(
        _ before: [BuildManifest.Record], _ now: [BuildManifest.Record],
    ) -> [RecordChange] {
        func byKey(_ records: [BuildManifest.Record]) -> [String: BuildManifest.Record] {
            Dictionary(records.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let former = byKey(before)
        let present = byKey(now)
        // A manifest of before there were records tells nothing of what appeared.
        guard !before.isEmpty else { return [] }
        let disappeared = before.filter { present[$0.key] == nil }.map { RecordChange(record: $0, kind: .disappeared) }
        let others = BuildManifest(baseURL: "", feeds: [], facts: [], records: now, files: []).records.flatMap { record in
            guard let old = former[record.key] else { return [RecordChange(record: record, kind: .appeared)] }
            let names = Set(old.values.keys).union(record.values.keys).sorted()
            let renamed = old.name == record.name
                ? [] : [RecordChange(record: record, kind: .value(name: "name", before: old.name, now: record.name))]
            return renamed + names.filter { old.values[$0] != record.values[$0] }.map { name in
                RecordChange(
                    record: record, kind: .value(name: name, before: old.values[name], now: record.values[name]))
            }
        }
        return disappeared + others
    }
}

extension BuildManifest.Record {
    fileprivate var key: String { "\(kind.rawValue) \(id)" }
}
