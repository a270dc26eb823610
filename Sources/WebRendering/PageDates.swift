import SiteModel

/// The latest day of what a page says: shown at its foot, and told to robots.
extension WebRenderer {
    func updated(_ page: WebPage) -> CalendarDate? {
        switch page.kind {
        case .home, .search: [parts.latestFeed, latestGuide].compactMap { $0 }.max()
        case .guides: latestGuide
        case .theme: parts.themes.all[page.index].guides.compactMap { site.guides[$0].frontMatter.updated }.max()
        case .guide: site.guides[page.index].frontMatter.updated
        case .communes: parts.latestFeed
        case .commune, .encart: updatedCommune(page.index)
        case .bulletin: site.editions[page.edition].errata.last?.date ?? site.editions[page.edition].date
        case .bulletins: site.editions.first?.date
        case .edition: site.editions[page.index].page.frontMatter.updated ?? site.editions[page.index].date
        case .alerts: site.alerts.map(\.sent.day).max()
        case .alert, .alertEncart: site.alerts[page.index].page.frontMatter.updated ?? site.alerts[page.index].sent.day
        case .alertArchive: site.archive.map { min($0.alert.expires.day, site.today) }.max() ?? site.today
        case .archivedAlert: site.archive[page.index].alert.page.frontMatter.updated ?? site.archive[page.index].alert.sent.day
        case .agenda, .api: site.today
        case .consultations: site.consultations.compactMap(latest).max()
        case .consultation: latest(of: site.consultations[page.index])
        case .commitments: site.commitments.map(\.date).max()
        case .legal: updatedLegal(page.index)
        case .page, .operation: site.pages[page.index].frontMatter.updated
        case .notFound, .offline, .redirect, .pastEncart: nil
        }
    }

    /// What was counted last, or decided since; before that, the day on which the survey opened.
    private func latest(of consultation: Consultation) -> CalendarDate? {
        let decided = site.commitments.filter { $0.consultation == consultation.slug }.map(\.date)
        let counted = consultation.standing(on: site.today) == .published ? site.consultationResults[consultation.slug]?.counted : nil
        return (decided + [counted].compactMap { $0 }).max() ?? min(consultation.opens, site.today)
    }

    private func updatedLegal(_ index: Int) -> CalendarDate? {
        let own = site.pages[index].frontMatter.updated
        return switch LegalPage(site.pages[index]) {
        case .sources: [own, parts.latestFeed].compactMap { $0 }.max()
        // Its figures are measured anew.
        case .ecoDesign: site.today
        default: own
        }
    }

    private var latestGuide: CalendarDate? { site.guides.compactMap(\.frontMatter.updated).max() }

    private func updatedCommune(_ index: Int) -> CalendarDate? {
        let code = site.communes[index].code
        let alerts = parts.communes.alerts[code]
        let dates = [
            parts.latestFeed, site.communeNotes[code]?.frontMatter.updated, site.editions.first?.date,
            alerts.map { site.alerts[$0].sent.day }.max(),
        ]
        return dates.compactMap { $0 }.max()
    }
}
