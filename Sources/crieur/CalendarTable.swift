import French
import SiteBuild
import SiteModel

/// The calendar on the terminal: day by day, then the days on which to build.
struct CalendarTable {
    let text: String

    init(_ calendar: SiteCalendar) {
        var lines = ["Du \(FrenchText.date(calendar.today)) au \(FrenchText.date(calendar.last))"]
        if !calendar.late.isEmpty {
            lines += ["", "En retard"]
            lines += calendar.late.map { Self.line($0, before: "\(FrenchText.date($0.date)), ") }
        }
        var day = calendar.today.adding(days: -1)
        for entry in calendar.entries {
            if entry.date != day { lines += ["", FrenchText.weekdayDate(entry.date)] }
            day = entry.date
            lines.append(Self.line(entry))
        }
        if calendar.entries.isEmpty { lines += ["", "Rien ne paraît, n’expire ni n’est à relire d’ici là."] }
        if !calendar.builds.isEmpty {
            lines += ["", "Jours où fabriquer le site : \(FrenchText.list(calendar.builds.map(FrenchText.date)))."]
        }
        text = lines.joined(separator: "\n")
    }

    private static func line(_ entry: SiteCalendar.Entry, before day: String = "") -> String {
        let name = entry.kind.isOfAFact ? entry.id.map { "\($0), \(entry.title)" } : nil
        return "  \(day)\(words(entry.kind)) : \(name ?? entry.title)\(entry.isDraft ? " (brouillon)" : "")\n      \(entry.file)"
    }

    private static func words(_ kind: SiteCalendar.Kind) -> String {
        switch kind {
        case .reserveFrom: "premier jour de la réserve électorale"
        case .reserveUntil: "dernier jour de la réserve électorale"
        case .publish: "paraît"
        case .expires: "dernier jour"
        case .factFrom: "fait qui commence à valoir"
        case .factUntil: "fait dont c’est le dernier jour"
        case .factReview: "fait à revérifier au plus tard"
        case .review: "à relire"
        case .event: "rendez-vous"
        case .eventEnd: "fin du rendez-vous"
        case .commitment: "échéance d’un engagement"
        case .feed: "données à renouveler au plus tard"
        case .audit: "dernier jour"
        case .security: "à confirmer au plus tard"
        }
    }
}

extension SiteCalendar.Kind {
    fileprivate var isOfAFact: Bool { self == .factFrom || self == .factUntil || self == .factReview }
}
