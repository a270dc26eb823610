import SiteModel

/// The documents of pages → HTML.
struct PageBodies: Sendable {
    private let renderer: DocumentHTML

    init(_ site: Site) { renderer = DocumentHTML(site: site) }

    /// `headingShift` lowers headings where the text stands below another heading; `prefix` keeps identifiers
    /// apart where several texts share a page; `isPrinted`: without images, as a bulletin prints the text.
    func html(of page: Page, headingShift: UInt8 = 0, prefix: String = "", isPrinted: Bool = false) -> [UInt8] {
        let document = isPrinted ? page.document.withoutImages : page.document
        var bytes: [UInt8] = []
        bytes.reserveCapacity(document.text.count * 3 / 2)
        renderer.append(document, prefix: prefix, headingShift: headingShift, to: &bytes)
        return bytes
    }
}
