import BulletinRendering
import SiteModel

/// What is printed of the agenda has no page of its own.
extension Explainer {
    func agendaLines(_ route: String) -> [String] {
        if route == Route.permanences.path { return lines(route, .permanences, of: site.permanences) }
        if route == Route.registrationSlip.path { return lines(route, .registration, of: site.immersions) }
        if let service = site.services.first(where: { Route.permanences(of: $0).path == route }) {
            return lines(route, .permanences, of: site.permanences(of: service.communes))
        }
        guard let commune = commune(of: route), Route.permanences(of: commune).path == route else { return [] }
        let lines = lines(route, .permanences, of: site.permanences(of: [commune.code]))
        return lines.isEmpty ? [] : lines + communeLines(Route(route))
    }

    private func lines(_ route: String, _ document: PrintDocument, of events: [Event]) -> [String] {
        guard !events.isEmpty else { return [] }
        let files = Set(events.map(\.file)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return ["adresse : \(route)"] + files.map { "source : \($0)" } + ["gabarit : \(printTemplate(document))"]
    }
}
