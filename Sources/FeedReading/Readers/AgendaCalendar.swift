import Calendar
import Diagnostics
import SiteModel

/// An iCalendar file of permanences, immersions and meetings (`content/agenda/*.ics`), as a calendar exports it.
///
/// Categories say the rest: *permanence*, *immersion* or *réunion*, and the INSEE codes of the communes that are
/// invited; without codes the event is for the whole département. Without a kind, the title's first word may tell.
/// Cancelled events are marked; tentative ones say so. Immersions of the category *public* are told with day and place.
struct AgendaCalendar {
    private(set) var events: [Event] = []

    /// - Parameter communes: today's communes; `nil` where they are not known, and no code is looked up.
    init(
        _ calendar: [CalendarEvent], filter: DepartementFilter, communes: Set<INSEECode>?,
        diagnostics: inout [Diagnostic],
    ) {
        for event in calendar {
            let invited = Self.communes(event, filter, communes, diagnostics: &diagnostics)
            let title = event.status == .tentative ? "\(event.title) (à confirmer)" : event.title
            for time in event.occurrences {
                var found = Event(
                    kind: Self.kind(of: event), title: title, date: time.firstDay, start: time.start,
                    end: time.end, place: event.place, communes: invited, lastDate: time.lastDay)
                if !event.uid.isEmpty { found.identity = "ics \(event.uid) \(time.original?.description ?? "")" }
                found.changed = event.changed
                found.revision = event.sequence
                found.isCancelled = event.status == .cancelled
                found.isPublic = event.categories.contains { $0.lowercased() == "public" }
                events.append(found)
            }
        }
    }

    private static func kind(of event: CalendarEvent) -> Event.Kind {
        let words = event.categories + event.title.split(separator: " ").prefix(1).map(String.init)
        return words.lazy.compactMap { Event.Kind(word: $0) }.first ?? .other
    }

    private static func communes(
        _ event: CalendarEvent, _ filter: DepartementFilter, _ known: Set<INSEECode>?,
        diagnostics: inout [Diagnostic],
    ) -> [INSEECode] {
        var codes: [INSEECode] = []
        for word in event.categories {
            guard let code = INSEECode(word) else { continue }
            if filter.place(of: word) != .here(code) {
                diagnostics.append(
                    .codeForeign(word, departement: filter.departement, at: event.categoriesLocation))
            } else if let known, !known.contains(code) {
                diagnostics.append(.codeUnknown(code, among: known, at: event.categoriesLocation))
            } else {
                codes.append(code)
            }
        }
        return codes
    }
}

extension Event.Kind {
    /// As editors write it, in a table or as a category.
    init?(word: String) {
        switch word.lowercased() {
        case "permanence": self = .permanence
        case "immersion": self = .immersion
        case "réunion", "reunion", "meeting": self = .meeting
        default: return nil
        }
    }
}
