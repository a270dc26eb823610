import Diagnostics
import French
import SiteModel

/// Keeps back, while a reserve before an election lasts, what praises: before any page, sheet or index sees it.
struct ReservePolicy {
    private let period: ReservePeriod?
    private let root: String
    /// Files of pages that are kept back whole: links to them become plain words.
    private(set) var hidden: Set<Page.ID> = []
    /// Files of pages that lack a part: an anchor that led there leads to the page.
    private(set) var shortened: Set<Page.ID> = []
    private(set) var reserved: [ReservedText] = []

    init(_ site: Site, root: String) {
        period = site.settings.reserve(on: site.today)
        self.root = root
    }

    mutating func apply(to site: inout Site) {
        for index in site.alerts.indices { site.alerts[index].page = plain(site.alerts[index].page) }
        for index in site.archive.indices { site.archive[index].alert.page = plain(site.archive[index].alert.page) }
        guard period != nil else {
            site.guides = site.guides.map(plain)
            site.pages = site.pages.map(plain)
            for index in site.editions.indices { site.editions[index].page = plain(site.editions[index].page) }
            site.communeNotes = site.communeNotes.mapValues(plain)
            return
        }
        site.guides = site.guides.compactMap { pruned($0) }
        site.pages = site.pages.compactMap { pruned($0) }
        for code in site.communeNotes.keys.sorted() {
            if let note = site.communeNotes[code] { hide(.note, note) }
        }
        site.communeNotes = [:]
        site.editions = site.editions.compactMap { pruned($0) }
        for index in site.measures.indices where site.measures[index].page.map(hidden.contains) ?? false {
            site.measures[index].page = nil
        }
        site.reserved = reserved
    }

    /// What is kept back, said once.
    var diagnostic: Diagnostic? {
        guard let period, !reserved.isEmpty else { return nil }
        let count = FrenchText.count(reserved.count, "texte n’est pas publié", "textes ne sont pas publiés")
        let place = SourceLocation(file: "\(root)/site.yml", bytes: period.place)
        return Diagnostic(
            .note, .reserveHidden, at: place,
            "réserve « \(period.label) » : \(count) jusqu’au \(FrenchText.date(period.until)) inclus",
            advice: "ils paraîtront à nouveau d’eux-mêmes, au premier site fabriqué après ce jour",
            notes: reserved.map { Diagnostic.Note($0.kind.words, at: SourceLocation(file: $0.page.file)) })
    }

    /// A block of praise is but text on other days.
    private func plain(_ page: Page) -> Page {
        page.document.hasPraise ? page.with(page.document.withPraisePlain) : page
    }

    private mutating func hide(_ kind: ReservedText.Kind, _ page: Page) {
        reserved.append(ReservedText(kind, page))
        if kind == .part { shortened.insert(page.file) } else if kind != .editorial { hidden.insert(page.file) }
    }

    private mutating func pruned(_ page: Page) -> Page? {
        if page.frontMatter.praise {
            hide(.page, page)
            return nil
        }
        guard page.document.hasPraise else { return page }
        hide(.part, page)
        return page.with(page.document.withoutPraise)
    }

    private mutating func pruned(_ edition: Edition) -> Edition? {
        var edition = edition
        let lostGuides = edition.featured.contains { hidden.contains($0) || shortened.contains($0) }
        if edition.frozen != nil, edition.has(.editorial) || edition.has(.note) || lostGuides {
            hide(.frozenEdition, edition.page)
            return nil
        }
        if edition.page.document.nodes.count > 1 {
            hide(.editorial, edition.page)
            edition.page = edition.page.with(Document())
        }
        edition.sections.removeAll { $0 == .editorial || $0 == .note }
        edition.featured.removeAll(where: hidden.contains)
        return edition
    }
}

extension ReservedText.Kind {
    var words: String {
        switch self {
        case .page: "cette page est une mise en valeur (« praise: true »)"
        case .part: "une partie de ce texte est une mise en valeur (« :::praise »)"
        case .editorial: "l’éditorial de ce bulletin"
        case .note: "le mot de cette commune"
        case .frozenEdition: "ce numéro figé, entier : son éditorial ou le mot d’une commune y est imprimé"
        }
    }
}
