import Diagnostics
import FeedReading
import Files
import French
import SiteModel

/// Adds an event to a table of the agenda.
public struct NewEvent: Sendable {
    /// As a person types it: the reader of the agenda judges it.
    public var kind: String
    public var title: String
    public var day: String
    public var start = ""
    public var end = ""
    public var place = ""
    /// By their codes, or by their names.
    public var communes: [String] = []

    public init(kind: String, title: String, day: String) {
        self.kind = kind
        self.title = title
        self.day = day
    }

    /// The table with one line more.
    public struct Table: Sendable {
        public let file: String
        public let bytes: [UInt8]
        /// Where there was no table.
        public let isNew: Bool
        public let event: Event
    }

    /// - Parameter name: the table's, without `.csv`; `nil` for the only one, or a first one.
    /// - Throws: a refusal where the reader finds a fault in the line.
    public func added(in content: String, named name: String?, today: CalendarDate) throws -> Table {
        guard let title = TypedText.line(title) else { throw Refusal("le titre est vide") }
        let settings = try NewText.settings(below: content).settings
        let departement = settings?.departement.code ?? SiteSettings.Departement.country
        let invited = communes.isEmpty ? nil : try InvitedCommunes(below: content, departement: departement)
        let codes = try communes.map { try invited?.code(of: $0) ?? $0 }
        let file = try Self.table(in: "\(content)/agenda", named: name)
        let isNew = Files.kind(of: file) != .file
        let line = try AgendaLine(
            [
                "kind": TypedText.line(kind) ?? "", "title": title, "date": day, "start": start, "end": end,
                "place": TypedText.line(place) ?? "", "communes": codes.joined(separator: " "),
            ], addedTo: isNew ? [] : try Files.read(file), file: file)
        let event = try Self.read(
            line, file: file, content: content, departement: departement, zone: settings?.timezone ?? "Europe/Paris", today: today)
        guard event.date >= today else { throw Refusal("le \(FrenchText.date(event.date)) est passé : le portail n’annonce que ce qui vient") }
        return Table(file: file, bytes: line.table, isNew: isNew, event: event)
    }

    /// The new event, as the agenda's own reader understands it.
    private static func read(
        _ line: AgendaLine, file: String, content: String, departement: String, zone: String, today: CalendarDate,
    ) throws -> Event {
        // Alone below the first line, so that the faults of other lines are of no consequence.
        let reader = FeedReader(departement: departement, contentRoot: content) { (_) throws(DiskError) in line.alone }
        let (events, faults) = try reader.agenda([file], communes: nil, today: today, zone: zone)
        if let fault = faults.first(where: { $0.severity == .error }) {
            throw Refusal(fault.message + (fault.advice.map { " ; \($0)" } ?? ""))
        }
        guard let event = events.first else { throw Refusal("cette ligne ne se lit pas comme un événement") }
        return event
    }

    private static func table(in folder: String, named name: String?) throws -> String {
        if let name {
            let slug = try FileName.checked(name.hasSuffix(".csv") ? String(name.dropLast(4)) : name, named: "--file")
            return "\(folder)/\(slug).csv"
        }
        guard Files.kind(of: folder) == .folder else { return "\(folder)/agenda.csv" }
        let tables = try Files.tree(below: folder).filter { $0.hasSuffix(".csv") }
        guard tables.count > 1 else { return "\(folder)/\(tables.first ?? "agenda.csv")" }
        let names = tables.map { "« \($0.dropLast(4)) »" }.joined(separator: ", ")
        throw Refusal("l’agenda a plusieurs tables ; choisissez-en une par « --file » : \(names)")
    }
}
