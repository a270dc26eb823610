import SiteModel

/// The documents of pages → HTML.
struct PageBodies: Sendable {
    private let site: Site
    private let addresses: Addresses

    init(_ site: Site, _ addresses: Addresses) {
        self.site = site
        self.addresses = addresses
    }

    /// `headingShift` lowers headings where the text stands below another heading; `prefix` keeps identifiers
    /// apart where several texts share a page.
    func html(of page: Page, headingShift: Int = 0, prefix: String = "") -> [UInt8] {
        []
    }
}
