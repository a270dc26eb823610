import SiteModel
import Templates

/// Pages above a page, as breadcrumbs list them.
struct Trails: Sendable {
    let home: Value
    let guides: Value
    let communes: Value
    let bulletins: Value
    let alerts: Value
    let archive: Value
    let consultations: Value

    private let homeStep: Value
    private let communesStep: Value
    private let guidesStep: Value

    init(_ addresses: Addresses) {
        func step(_ title: String, _ route: Route) -> Value {
            ["title": .text(title), "href": .text(addresses.href(route))]
        }
        let first = step("Accueil", .home)
        homeStep = first
        communesStep = step("Communes", .communes)
        guidesStep = step("Guides", .guides)
        home = [first]
        guides = .list([first, guidesStep])
        communes = .list([first, communesStep])
        bulletins = .list([first, step("Bulletins", .bulletins)])
        alerts = .list([first, step("Alertes", .alerts)])
        archive = .list([first, step("Alertes", .alerts), step("Archives", .alertArchive)])
        consultations = .list([first, step("Consultations", .consultations)])
    }

    func theme(_ title: String, _ href: String) -> Value {
        .list([homeStep, guidesStep, ["title": .text(title), "href": .text(href)]])
    }

    func commune(_ name: String, _ href: String) -> Value {
        .list([homeStep, communesStep, ["title": .text(name), "href": .text(href)]])
    }
}
