import Diagnostics
import SiteModel

/// A column that a format reads, for the reference.
public struct FeedColumn: Sendable, Hashable {
    public let name: String
    public internal(set) var isRequired: Bool
}

extension FeedFormat {
    /// In the order in which they are asked for; empty where the format is no table, or where `feeds.yml` names them.
    public var columns: [FeedColumn] {
        guard let table = reader as? any FeedTable.Type else { return [] }
        return ColumnRecorder.columns { file in
            var diagnostics: [Diagnostic] = []
            _ = table.init(file, filter: DepartementFilter("01"), diagnostics: &diagnostics)
        }
    }

    /// Of the tables of `content/agenda/`.
    public static var agendaColumns: [FeedColumn] {
        ColumnRecorder.columns { file in
            var diagnostics: [Diagnostic] = []
            _ = AgendaTable(file, filter: DepartementFilter("01"), communes: nil, diagnostics: &diagnostics)
        }
    }
}
