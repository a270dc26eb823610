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
        return PrintJob(
            id: id, document: .questionnaire, subject: consultation.title, source: consultation.file, data: json.bytes,
            shape: Array(consultation.file.utf8))
    }
}
