import French
import JSON
public import SiteModel

/// Turns a consultation into what is printed of it.
public struct ConsultationComposer: Sendable {
    /// Far more than a questionnaire that anyone answers takes.
    private static let mostPages = 40

    private let site: Site
    private let consultation: Consultation
    private let codes: QRCodes
    private let sheet: SheetWriter
    private let writer: ConsultationWriter

    public init(_ consultation: Consultation, site: Site, codes: QRCodes = QRCodes()) {
        self.site = site
        self.consultation = consultation
        self.codes = codes
        sheet = SheetWriter(site: site)
        writer = ConsultationWriter(site: site, consultation: consultation)
    }

    public func questionnaire(isLarge: Bool = false) -> PrintJob {
        let id = "questionnaire\(isLarge ? "-large" : "")-\(consultation.slug)"
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                id, .questionnaire, on: .a4, title: PrintText.apply(consultation.title), date: consultation.opens,
                budget: Self.mostPages, into: &json)
            json.key("large")
            json.boolean(isLarge)
            writer.field(into: &json) { writer.themes(into: &$0) }
            codes.field(
                to: consultation.survey ?? writer.pageURL, alternative: "Code QR\u{A0}: le questionnaire en ligne", into: &json)
            sheet.ours(into: &json)
        }
        return job(id, .questionnaire, json.bytes)
    }

    /// The letter to the mayor of a commune.
    public func invitation(for commune: Commune) -> PrintJob {
        let id = "invitation-\(consultation.slug)-\(commune.code)"
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                id, .invitation, on: .a4, title: "\(PrintText.apply(consultation.title)), commune \(FrenchText.of(commune))",
                date: site.today, budget: 1, into: &json)
            json.field("date", FrenchText.date(site.today))
            json.field("place", PrintText.apply("Mairie \(FrenchText.of(commune))"))
            // The first part of an address is the street, the second the town.
            json.key("address")
            json.array(commune.townHall?.address?.split(separator: ", ").map(String.init) ?? []) { $0.string(PrintText.apply($1)) }
            writer.field(into: &json)
            json.key("paragraphs")
            json.array(consultation.invitation?.paragraphs ?? []) { $0.string(PrintText.apply($1)) }
            json.field("signature", PrintText.apply(consultation.invitation?.signature ?? consultation.contact.function))
            codes.field(
                to: consultation.survey ?? writer.pageURL, alternative: "Code QR\u{A0}: le questionnaire en ligne", into: &json)
            sheet.ours(into: &json)
        }
        return PrintJob(
            id: id, document: .invitation, subject: commune.name, source: consultation.file, data: json.bytes,
            shape: Array(consultation.file.utf8))
    }

    /// The report for those who meet about it, and its summary on one page; none before results are published.
    public var reports: [(route: Route, job: PrintJob)] {
        guard consultation.standing(on: site.today) == .published, let results = site.consultationResults[consultation.slug]
        else { return [] }
        let words = ResultWords(results, of: consultation, in: site)
        return [
            (.consultationReport(consultation.slug), report(words, .consultationReport, "Bilan", budget: Self.mostPages)),
            (.consultationSummary(consultation.slug), report(words, .consultationSummary, "Synthèse", budget: 1)),
        ]
    }

    private func report(_ words: ResultWords, _ document: PrintDocument, _ name: String, budget: Int) -> PrintJob {
        let id = "\(document.rawValue)-\(consultation.slug)"
        let own = site.commitments.filter { $0.consultation == consultation.slug }
        // It is of the day of its latest news.
        let day = (own.map(\.date) + [words.counted]).max() ?? words.counted
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                id, document, on: .a4, title: "\(name)\u{A0}: \(PrintText.apply(consultation.title))", date: day, budget: budget,
                into: &json)
            json.field("date", FrenchText.date(day))
            writer.field(into: &json) { json in
                json.field("leastAnswers", consultation.minimum.answers)
                json.field("leastCommunes", consultation.minimum.communes)
            }
            ConsultationResultsWriter(words: words).field(into: &json)
            CommitmentsWriter(day: site.today, site: site).field(own, into: &json)
            codes.field(to: writer.pageURL, alternative: "Code QR\u{A0}: les résultats sur le portail", into: &json)
            sheet.ours(into: &json)
        }
        return job(id, document, json.bytes)
    }

    private func job(_ id: String, _ document: PrintDocument, _ data: [UInt8]) -> PrintJob {
        PrintJob(
            id: id, document: document, subject: consultation.title, source: consultation.file, data: data,
            shape: Array(consultation.file.utf8))
    }
}
