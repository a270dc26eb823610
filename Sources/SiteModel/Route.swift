/// The address of a page below the site's root: starts and ends with `/`, or names a file.
public struct Route: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let path: String

    public init(_ path: String) { self.path = path }

    public static let home = Route("/")
    public static let guides = Route("/guides/")
    public static let communes = Route("/communes/")
    public static let communeList = Route("/communes/communes.json")
    public static let alerts = Route("/alertes/")
    public static let alertArchive = Route("/alertes/archives/")
    public static let bulletins = Route("/bulletins/")
    public static let operation = Route("/presents-pour-les-elus/")
    public static let agenda = Route("/agenda/")
    public static let search = Route("/recherche/")
    /// Folder of the files that the search page reads. No cache that works offline keeps them.
    public static let searchIndex = Route("/pagefind/")
    public static let notFound = Route("/404.html")
    public static let offline = Route("/hors-ligne/")
    /// https://www.w3.org/TR/appmanifest/
    public static let webManifest = Route("/manifest.webmanifest")
    public static let robots = Route("/robots.txt")

    /// Folder of the files whose names change with their content.
    public static let images = Route("/assets/images/")
    /// The same, of pages on violence within the family, which nothing keeps.
    public static let sensitiveImages = Route("\(theme(Page.violence).path)images/")

    public static func theme(_ id: String) -> Route { Route("/guides/\(id)/") }

    /// An alert for programs (CAP 1.2).
    public static func message(of alert: Alert) -> Route { Route("/alertes/\(alert.page.slug).cap.xml") }

    public static func bulletins(_ edition: Edition.ID) -> Route { Route("/bulletins/\(edition)/") }

    public static func commune(_ commune: Commune) -> Route {
        Route("/communes/\(commune.code)-\(Slug.make(commune.name))/")
    }

    /// A commune's page as a QR code.
    public static func code(beside page: Route) -> Route { Route("\(page.path)qr.svg") }

    /// The HTML twin of a commune's bulletin.
    public static func bulletin(_ edition: Edition.ID, of commune: Commune) -> Route {
        Route("\(Route.commune(commune).path)bulletin-\(edition)/")
    }

    public static func bulletinPDF(_ edition: Edition.ID, of commune: Commune) -> Route {
        Route("\(Route.commune(commune).path)bulletin-\(edition).pdf")
    }

    /// `nil` for a commune's note and an edition's editorial, which have no page of their own.
    public static func page(_ page: Page) -> Route? {
        switch page.kind {
        case .guide(let theme): Route("/guides/\(theme)/\(page.slug)/")
        case .page: Route("/\(page.slug)/")
        case .alert: Route("/alertes/\(page.slug)/")
        case .bulletin: .bulletins(page.slug)
        case .commune: nil
        }
    }

    /// A route that a page may have had: letters, digits, `-` and `_` between `/`, to a final `/` or `.html`.
    public static func former(_ text: String) -> Route? {
        let path = text.hasSuffix(".html") ? text.dropLast(".html".count) : text.hasSuffix("/") ? text.dropLast() : ""
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0].isEmpty, text.utf8.count < 1024 else { return nil }
        let isSound = parts.dropFirst().allSatisfy { part in
            !part.isEmpty && part.utf8.count <= 200
                && part.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" }
        }
        return isSound ? Route(text) : nil
    }

    /// Path of the file below the output folder: `guides/elus/index.html`.
    public var outputFile: String {
        var file = String(path.utf8.dropFirst()) ?? ""
        if path.utf8.last == UInt8(ascii: "/") { file += "index.html" }
        return file
    }

    /// Path of a file in this folder of the output: `pagefind/pagefind.js`.
    public func file(_ name: String) -> String { "\(path.dropFirst())\(name)" }

    public var description: String { path }

    public static func < (left: Route, right: Route) -> Bool { left.path < right.path }
}
