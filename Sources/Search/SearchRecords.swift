import French
public import SiteModel

/// A site → what people search: texts whole, and of each commune the few words that tell it from the others.
///
/// Of a page on violence within the family the index holds the title and the theme, not a word more: whoever looks for
/// it finds it, and no excerpt shows what it says.
public enum SearchRecords {
    /// In a fixed order: guides, themes, alerts, bulletins, pages, then communes.
    public static func all(_ site: Site) -> [SearchRecord] {
        guides(site) + themes(site) + alerts(site) + editions(site) + [home(site)] + pages(site) + [agenda(site)]
            + site.communes.map { commune($0, in: site) }
    }

    // MARK: - Texts

    private static func guides(_ site: Site) -> [SearchRecord] {
        let titles = Dictionary(site.settings.themes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        return site.guides.compactMap { guide in
            guard case .guide(let theme) = guide.kind else { return nil }
            return record(of: guide, .guide, context: titles[theme] ?? theme, in: site)
        }
    }

    private static func themes(_ site: Site) -> [SearchRecord] {
        site.settings.themes.map { theme in
            SearchRecord(
                kind: .guide, route: .theme(theme.id), title: theme.title, context: "Tous les guides de ce thème",
                text: theme.id == Page.violence ? titleAlone(theme.title) : theme.summary)
        }
    }

    private static func alerts(_ site: Site) -> [SearchRecord] {
        site.alerts.compactMap { alert in
            record(of: alert.page, .alert, context: FrenchText.validity(of: alert), in: site)
        }
    }

    private static func editions(_ site: Site) -> [SearchRecord] {
        site.editions.map { edition in
            let front = edition.page.frontMatter
            let presented = site.guides.filter { edition.featured.contains($0.file) }
            let isSensitive = edition.page.leavesFewTraces || presented.contains(where: \.leavesFewTraces)
            let texts =
                [front.title, front.summary] + presented.map(\.frontMatter.title) + edition.briefs
                + [DocumentText.text(of: edition.page.document, in: site)]
            return SearchRecord(
                kind: .bulletin, route: .bulletins(edition.id), title: "Bulletin n°\u{A0}\(edition.number) – \(edition.period)",
                context: "un par commune", text: isSensitive ? titleAlone(edition.period) : sentences(texts))
        }
    }

    private static func pages(_ site: Site) -> [SearchRecord] {
        site.pages.compactMap { record(of: $0, .page, context: "", in: site) }
    }

    /// What every page says: the numbers to call in an emergency.
    private static func home(_ site: Site) -> SearchRecord {
        let numbers = site.settings.emergency.compactMap { site.facts[$0] }.map { fact in
            "\(FrenchText.telephone(fact.value))\u{A0}: \(Typography.apply(fact.label))"
        }
        return SearchRecord(kind: .page, route: .home, title: "Accueil", context: "numéros d’urgence", text: sentences(numbers))
    }

    private static func agenda(_ site: Site) -> SearchRecord {
        let events = site.events.map { event in
            "\(Typography.apply(event.title)), "
                + (event.isMonthAlone ? FrenchText.monthOfYear(event.date) : FrenchText.weekdayDate(event.date))
                + (event.place.isEmpty ? "" : ", \(Typography.apply(event.place))")
        }
        return SearchRecord(
            kind: .page, route: .agenda, title: "Agenda", context: "permanences et rencontres",
            text: events.isEmpty ? titleAlone("Agenda") : sentences(events))
    }

    private static func record(of page: Page, _ kind: SearchKind, context: String, in site: Site) -> SearchRecord? {
        guard let route = Route.page(page) else { return nil }
        let front = page.frontMatter
        let text =
            page.leavesFewTraces
            ? titleAlone(front.title)
            : sentences([front.summary] + LegalWords.texts(of: page, in: site) + [DocumentText.text(of: page.document, in: site)])
        return SearchRecord(
            kind: kind, route: route, title: front.title, context: context, keywords: page.leavesFewTraces ? [] : front.tags,
            text: text)
    }

    // MARK: - Communes

    static func commune(_ commune: Commune, in site: Site) -> SearchRecord {
        let name = Typography.apply(commune.name)
        let units = commune.unitIDs.compactMap { site.units[$0] }.map { Typography.apply($0.name) }
        var texts: [String] = []
        if let short = shortName(name) { texts.append("On écrit aussi \(short)") }
        if !units.isEmpty { texts.append(FrenchText.list(units)) }
        let parts = commune.parts.map { Typography.apply($0.name) }.filter { $0 != name }
        if !parts.isEmpty { texts.append("Anciennes communes\u{A0}: \(FrenchText.list(parts))") }
        texts.append("Code Insee \(commune.code)")
        return SearchRecord(
            kind: .commune, route: .commune(commune), title: name, context: commune.postalCodes.joined(separator: ", "),
            text: sentences(texts))
    }

    /// `St-Gervais-les-Bains`, as many write it; `nil` for a name without a saint.
    static func shortName(_ name: String) -> String? {
        let short = name.split(separator: "-", omittingEmptySubsequences: false).map { word in
            switch word {
            case "Saint": "St"
            case "Sainte": "Ste"
            case "Saints": "Sts"
            case "Saintes": "Stes"
            default: String(word)
            }
        }.joined(separator: "-")
        return short == name ? nil : short
    }

    /// Pagefind finds no record without a word; what only says its title again is not shown as an excerpt.
    private static func titleAlone(_ title: String) -> String { sentences([title]) }

    private static func sentences(_ texts: [String]) -> String {
        var text = ""
        for own in texts where !own.isEmpty {
            if !text.isEmpty { text += " " }
            text += own
            while let last = text.last, last.isWhitespace { text.removeLast() }
            if let last = text.last, !".!?…:;".contains(last) { text += "." }
        }
        return text
    }
}
