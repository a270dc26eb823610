import SiteModel

extension Site {
    /// The facts that a page cites, its texts to paste included, in order of first use.
    func facts(citedBy page: Page) -> [Fact] { page.citedFacts.compactMap { facts[$0] } }
}
