/// The pages that a public site owes its readers. Crieur makes each from `site.yml`, `accessibility.yml` and the feeds;
/// a text of the same name in `content/pages/` is added below.
public enum LegalPage: String, Sendable, Hashable, CaseIterable {
    // The raw value is the name of the page's file and its route.
    case notice = "mentions-legales"
    case dataProtection = "donnees-personnelles"
    case accessibility = "accessibilite"
    case sources = "sources-et-licences"
    case ecoDesign = "eco-conception"

    public init?(_ page: Page) {
        guard page.kind == .page else { return nil }
        self.init(rawValue: page.slug)
    }

    public var route: Route { Route("/\(rawValue)/") }
}
