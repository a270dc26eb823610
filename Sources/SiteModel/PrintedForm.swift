/// What a page may be printed as, as `print:` in its front matter asks for it.
public enum PrintedForm: String, Sendable, Hashable, CaseIterable {
    case leafletA4 = "leaflet-a4"
    /// Brings the sheets of its booklet too.
    case leafletA5 = "leaflet-a5"
    case posterA4 = "poster-a4"
    case posterA3 = "poster-a3"
    /// The A4 poster once for each commune, with its own contacts.
    case communeA4 = "commune-a4"
    /// Discreet cards to cut.
    case cards
    /// Large print.
    case large
    /// The form by which a town hall gives its alert number, blank.
    case alertNumber = "alert-number"

    /// Those that a page of this kind may ask for.
    public static func admitted(for kind: Page.Kind) -> [PrintedForm] {
        switch kind {
        case .guide: [.leafletA4, .leafletA5, .posterA4, .posterA3, .communeA4, .cards, .alertNumber]
        case .alert: [.posterA4, .posterA3]
        // The posters of an edition are those of its communes' contacts.
        case .bulletin: [.posterA4, .posterA3, .large]
        case .page, .commune: []
        }
    }
}

/// A PDF beside a guide's or an alert's page.
public enum PrintedSheet: String, Sendable, Hashable, CaseIterable {
    case leafletA4 = "fiche-a4"
    case leafletA5 = "fiche-a5"
    /// The A5 leaflet on A4 sheets, to be folded.
    case bookletA5 = "livret-a5"
    case posterA4 = "affiche-a4"
    case posterA3 = "affiche-a3"
    /// Its name says nothing of what they are about.
    case cardsA6 = "cartes-a6"
    case alertNumber = "numero-d-alerte"

    /// What a page asks for: each once, in the order of the cases.
    public static func asked(by forms: [PrintedForm]) -> [PrintedSheet] {
        allCases.filter { sheet in
            switch sheet {
            case .leafletA4: forms.contains(.leafletA4)
            case .leafletA5, .bookletA5: forms.contains(.leafletA5)
            case .posterA4: forms.contains(.posterA4)
            case .posterA3: forms.contains(.posterA3)
            case .cardsA6: forms.contains(.cards)
            case .alertNumber: forms.contains(.alertNumber)
            }
        }
    }
}

/// A size of paper.
public enum PaperFormat: String, Sendable, Hashable, CaseIterable {
    case a3 = "A3"
    case a4 = "A4"
    case a5 = "A5"
}

extension Page {
    /// Whether each commune has this guide as a sheet of its own.
    public var hasCommuneSheets: Bool { frontMatter.print.contains(.communeA4) }
}

extension Edition {
    /// Formats in which the contacts of its communes are printed.
    public var posterFormats: [PaperFormat] {
        let forms = page.frontMatter.print
        return (forms.contains(.posterA4) ? [.a4] : []) + (forms.contains(.posterA3) ? [.a3] : [])
    }
}

extension Route {
    /// `nil` for a page without a route of its own.
    public static func sheet(_ sheet: PrintedSheet, of page: Page) -> Route? {
        Route.page(page).map { Route("\($0.path)\(sheet.rawValue).pdf") }
    }

    /// The sheet of a guide with a commune's own contacts, beside the commune's page; `nil` for a page without a route.
    public static func communeSheet(of guide: Page, for commune: Commune) -> Route? {
        guard case .guide(let theme) = guide.kind else { return nil }
        return Route("\(Route.commune(commune).path)fiche-\(theme)-\(guide.slug).pdf")
    }

    /// The poster of a commune's contacts.
    public static func contactsPoster(_ edition: Edition.ID, of commune: Commune, on format: PaperFormat) -> Route {
        let suffix = format == .a4 ? "" : "-\(format.rawValue.lowercased())"
        return Route("\(Route.commune(commune).path)affiche-\(edition)\(suffix).pdf")
    }

    /// The bulletin in large print.
    public static func largeBulletin(_ edition: Edition.ID, of commune: Commune) -> Route {
        Route("\(Route.commune(commune).path)bulletin-\(edition)-gros-caracteres.pdf")
    }
}
