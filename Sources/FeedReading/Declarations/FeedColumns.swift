import Diagnostics
import SiteModel
import YAML

/// What `feeds.yml` says of a table whose columns it names itself (format `table`):
///
///     code: INSEE_COM                    # the column that holds the commune's code
///     suppressed: [s, ndiff]             # optional: what stands for statistical secrecy
///     columns:
///       - {column: P22_LOG, label: Logements, unit: logements}
///       - {column: GARE, label: Gare, kind: text}
public struct FeedColumns: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case number, text
    }

    public struct Column: Sendable, Hashable {
        public let name: String
        public let label: String
        public let unit: String?
        public let kind: Kind
        /// Where `feeds.yml` gives the label.
        public let location: SourceLocation
    }

    public let code: String
    public let suppressed: [String]
    public let columns: [Column]

    init(_ entry: inout YAMLFields) {
        code = entry.requiredString("code")
        suppressed = entry.strings("suppressed")
        columns = entry.mappings("columns", required: true) { fields in
            Column(
                name: fields.requiredString("column"), label: fields.requiredString("label"),
                unit: fields.string("unit"), kind: fields.choice("kind", as: Kind.self) ?? .number,
                location: fields.valueLocation(of: "label") ?? fields.location)
        }
    }
}
