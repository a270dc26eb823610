import BulletinRendering
import Figures
import SiteModel

/// A PDF to be had: where it is published, and the job that makes it.
struct PrintOrder: Sendable {
    let route: Route
    let job: PrintJob
}

/// All that a site prints: each kind of document asks its composer.
struct PrintOrders: Sendable {
    let site: Site
    /// Kinds that are asked for; `nil` for all.
    let documents: Set<PrintDocument>?
    /// Jobs composed at once.
    let workers: Int
    /// Filled with the QR codes of what is printed.
    var drawnCodes = DrawnCodes()

    /// In an order that never changes: by edition, then by commune; then the sheets of guides and the permanences by
    /// commune; then the agenda, guides and alerts, of a whole site.
    func orders(for communes: [Commune], isWhole: Bool) async throws -> [PrintOrder] {
        var orders: [PrintOrder] = []
        let codes = QRCodes(drawnCodes)
        for edition in site.editions {
            let communes = communes.filter(edition.covers)
            if let frozen = edition.frozen {
                for document in [PrintDocument.bulletin, .bulletinLarge] where isAskedFor(document) {
                    orders += self.orders(document, for: communes, of: edition, frozen)
                }
            }
            if isAskedFor(.bulletin), edition.frozen == nil {
                let composer = BulletinComposer(edition: edition, site: site, codes: codes)
                orders += try await each(communes) { commune in
                    [PrintOrder(route: .bulletinPDF(edition.id, of: commune), job: composer.job(for: commune))]
                }
            }
            if isAskedFor(.bulletinLarge), edition.frozen == nil, edition.page.frontMatter.print.contains(.large) {
                let composer = BulletinComposer(edition: edition, site: site, document: .bulletinLarge, codes: codes)
                orders += try await each(communes) { commune in
                    [PrintOrder(route: .largeBulletin(edition.id, of: commune), job: composer.job(for: commune))]
                }
            }
            if isAskedFor(.poster), !edition.posterFormats.isEmpty {
                let composer = ContactsPosterComposer(edition: edition, site: site, codes: codes)
                orders += try await each(communes) { commune in
                    edition.posterFormats.map { format in
                        PrintOrder(
                            route: .contactsPoster(edition.id, of: commune, on: format),
                            job: composer.job(for: commune, on: format))
                    }
                }
            }
        }
        if isAskedFor(.poster) {
            for guide in site.guides where guide.hasCommuneSheets {
                let composer = CommuneSheetComposer(guide: guide, site: site, codes: codes)
                orders += try await each(communes) { commune in
                    Route.communeSheet(of: guide, for: commune).map { [PrintOrder(route: $0, job: composer.job(for: commune))] } ?? []
                }
            }
        }
        if isAskedFor(.permanences) {
            let composer = PermanencesComposer(site: site, codes: codes)
            orders += try await each(communes) { commune in
                composer.job(for: commune).map { [PrintOrder(route: .permanences(of: commune), job: $0)] } ?? []
            }
        }
        if isWhole { orders += (agendaOrders(codes) + pageOrders() + consultationOrders(codes)).filter { isAskedFor($0.job.document) } }
        return orders
    }

    /// What an edition was when it went to print, with its errata.
    private func orders(
        _ document: PrintDocument, for communes: [Commune], of edition: Edition, _ frozen: FrozenEdition,
    ) -> [PrintOrder] {
        let jobs = frozen.jobs[document.rawValue] ?? [:]
        return communes.compactMap { commune in
            jobs[commune.code].map { job in
                PrintOrder(
                    route: document == .bulletin ? .bulletinPDF(edition.id, of: commune) : .largeBulletin(edition.id, of: commune),
                    job: PrintJob(job, document: document, subject: commune.name, source: edition.page.file, errata: edition.errata))
            }
        }
    }

    private func isAskedFor(_ document: PrintDocument) -> Bool { documents?.contains(document) ?? true }

    private func each(
        _ communes: [Commune], _ orders: @escaping @Sendable (Commune) -> [PrintOrder],
    ) async throws -> [PrintOrder] {
        try await Parallel.map(communes, workers: workers, chunk: 16) { $0.flatMap(orders) }
    }

    private func agendaOrders(_ codes: QRCodes) -> [PrintOrder] {
        let permanences = PermanencesComposer(site: site, codes: codes)
        var orders = permanences.departementJob().map { [PrintOrder(route: .permanences, job: $0)] } ?? []
        orders += site.services.compactMap { service in
            permanences.job(for: service).map { PrintOrder(route: .permanences(of: service), job: $0) }
        }
        if let slip = RegistrationComposer(site: site, codes: codes).job() { orders.append(PrintOrder(route: .registrationSlip, job: slip)) }
        return orders
    }

    private func consultationOrders(_ codes: QRCodes) -> [PrintOrder] {
        site.consultations.flatMap { consultation in
            let composer = ConsultationComposer(consultation, site: site, codes: codes)
            return [false, true].map { isLarge in
                PrintOrder(
                    route: .questionnaire(consultation.slug, isLarge: isLarge), job: composer.questionnaire(isLarge: isLarge))
            } + composer.reports.map { PrintOrder(route: $0.route, job: $0.job) }
        }
    }

    /// The sheets of guides and alerts.
    private func pageOrders() -> [PrintOrder] {
        let composer = PagePrintComposer(site: site)
        var orders: [PrintOrder] = []
        func add(_ page: Page, _ job: (PrintedSheet) -> PrintJob) {
            for sheet in PrintedSheet.asked(by: page.frontMatter.print) {
                guard let route = Route.sheet(sheet, of: page) else { continue }
                orders.append(PrintOrder(route: route, job: job(sheet)))
            }
        }
        for guide in site.guides { add(guide) { composer.job($0, of: guide) } }
        for alert in site.alerts { add(alert.page) { composer.job($0, of: alert) } }
        return orders
    }
}
