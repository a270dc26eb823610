import SiteModel

/// The documents of pages → HTML.
struct PageBodies: Sendable {
    private let renderer: DocumentHTML

    init(_ site: Site) { renderer = DocumentHTML(site: site) }

    /// `headingShift` lowers headings where the text stands below another heading; `prefix` keeps identifiers
    /// apart where several texts share a page.
    func html(of page: Page, headingShift: UInt8 = 0, prefix: String = "") -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(page.document.text.count * 3 / 2)
        renderer.append(page.document, prefix: prefix, headingShift: headingShift, to: &bytes)
        return bytes
    }
}
