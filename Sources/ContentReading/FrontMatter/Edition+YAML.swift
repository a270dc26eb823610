import Diagnostics
import French
import SiteModel
import YAML

extension Edition {
    /// The keys of an edition, beside those that every page has; `nil` where it lacks a number or a date.
    init?(_ page: Page, _ fields: inout YAMLFields) {
        let number = fields.int("number", required: true)
        let period = Typography.apply(fields.requiredString("period"))
        let date = fields.date("date", required: true)
        let featured = fields.strings("featured", required: true)
        let briefs = fields.strings("briefs").map(Typography.apply)
        let director = Typography.apply(fields.requiredString("director"))
        let printer = Typography.apply(fields.requiredString("printer"))
        let pages = fields.value("pages", expected: "2 ou 4", id: .valueNotAllowed) { ["2": 2, "4": 4][$0] }
        let sections = fields.distinctChoices("sections", as: Section.self)
        let territory = fields.territory("territory", file: page.file)
        let days = fields.value("alerts_valid_days", expected: "un nombre de jours, à partir de 0") {
            Int($0).flatMap { (0...366).contains($0) ? $0 : nil }
        }
        let deposit = fields.string("legal_deposit").map(Typography.apply)
        let errata = fields.mappings("errata") { fields in
            (date: fields.date("date", required: true), text: Typography.apply(fields.requiredString("text")))
        }
        let publisher = fields.mapping("publisher") { fields in
            Publisher(
                name: Typography.apply(fields.requiredString("name")),
                address: Typography.apply(fields.requiredString("address")),
                telephone: fields.requiredString("telephone"), email: fields.requiredString("email"))
        }
        guard let number, let date else { return nil }
        self.init(
            page: page, number: number, period: period, date: date, featured: featured, briefs: briefs,
            director: director, printer: printer)
        if let pages { self.pages = pages }
        if !sections.isEmpty { self.sections = sections }
        self.territory = territory
        if let days { alertsValidDays = days }
        legalDeposit = deposit
        self.errata = errata.compactMap { erratum in
            erratum.date.map { Erratum(date: $0, text: erratum.text) }
        }.sorted { ($0.date, $0.text) < ($1.date, $1.text) }
        self.publisher = publisher
    }
}
