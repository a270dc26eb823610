public import Diagnostics
import ContentReading
import Files
import French
public import SiteModel
import Templates

/// Begins a text of a site: a file with its keys, each with its sense, and the words that are to be replaced.
public struct NewText: Sendable {
    public typealias Begun = (file: NewFile?, diagnostics: [Diagnostic])

    /// Days after which a guide is read again, and after which an alert ends, where nobody says otherwise.
    private static let reviewDays = 365
    private static let alertDays = 30
    /// Days until a consultation opens, and those on which it is answered.
    private static let consultationDays = (until: 30, open: 40)

    let content: String
    let templates: String
    let today: CalendarDate

    public init(content: String, templates: String, today: CalendarDate) {
        self.content = content
        self.templates = templates
        self.today = today
    }

    /// - Parameters:
    ///   - theme: its identifier, as folders have it, or its title.
    ///   - slug: the file's name without `.md`; `nil` for one made of the title.
    public func guide(theme: String, title: String, slug: String? = nil) throws -> Begun {
        let (settings, diagnostics) = try settings()
        guard let settings else { return (nil, diagnostics) }
        let themes = settings.themes
        let folded = Slug.make(theme)
        guard let found = themes.first(where: { $0.id == folded || Slug.make($0.title) == folded }) else {
            let meant = Suggestion.closest(to: folded, in: themes.map(\.id)).map { "vouliez-vous dire « \($0) » ?" }
            let known = "thèmes connus : " + themes.map { "« \($0.id) »" }.joined(separator: ", ")
            throw Refusal("le thème « \(theme) » n’est pas dans « \(content)/site.yml » ; \(meant ?? known)")
        }
        let review = today.adding(days: Self.reviewDays) ?? today
        return try page("guide", in: "guides/\(found.id)", title: title, slug: slug, ["review": review.description])
    }

    /// - Parameters:
    ///   - form: whose words it begins with; `nil` for those that are all to be written.
    ///   - title: `nil` for the form's own.
    public func alert(_ form: AlertForm? = nil, title: String? = nil, slug: String? = nil) throws -> Begun {
        let (settings, diagnostics) = try settings()
        guard let settings else { return (nil, diagnostics) }
        let expires = today.adding(days: form?.days ?? Self.alertDays) ?? today
        return try page(
            "alert", in: "alerts", title: title ?? form?.title ?? "", slug: slug, model: form?.model,
            ["kind": (form?.kind ?? .autre).rawValue, "expires": expires.description, "source": TypedText.quotedYAML(settings.publisher.name)])
    }

    /// - Parameter month: `2027-01`.
    public func bulletin(_ month: String) throws -> Begun {
        guard month.utf8.count == 7, let first = CalendarDate(iso: "\(month)-01") else {
            throw Refusal("« \(month) » n’est pas un mois : écrivez-le AAAA-MM, comme « \(today.description.prefix(7)) »")
        }
        let (settings, diagnostics) = try settings()
        guard let settings else { return (nil, diagnostics) }
        let number = try EditionNumbers.next(in: "\(content)/bulletins")
        return try begin(
            "bulletin.md", at: "bulletins/\(month).md",
            Self.bulletinValues(first, today: today, number: number, director: settings.publisher.director))
    }

    /// What élus are asked.
    public func consultation(_ name: String) throws -> Begun {
        let slug = try FileName.checked(name, named: "<nom>")
        let opens = today.adding(days: Self.consultationDays.until) ?? today
        let closes = opens.adding(days: Self.consultationDays.open) ?? opens
        return try begin(
            "questions.yml", at: "consultations/\(slug)/questions.yml", ["opens": opens.description, "closes": closes.description])
    }

    /// What is done with a consultation's answers.
    public func commitments(_ name: String) throws -> Begun {
        let slug = try FileName.checked(name, named: "<nom>")
        return try begin("commitments.yml", at: "consultations/\(slug)/commitments.yml", ["today": today.description])
    }

    static func bulletinValues(
        _ first: CalendarDate, today: CalendarDate, number: Int, director: String,
    ) -> [Name: String] {
        let isThisMonth = (first.year, first.month) == (today.year, today.month)
        return [
            "number": "\(number)", "period": TypedText.quotedYAML("\(FrenchText.month(first.month)) \(first.year)"),
            "date": (isThisMonth ? today : first).description, "director": TypedText.quotedYAML(director),
        ]
    }

    private func page(
        _ kind: String, in folder: String, title: String, slug: String?, model: String? = nil, _ others: [Name: String],
    ) throws -> Begun {
        guard let line = TypedText.line(title) else { throw Refusal("le titre est vide") }
        let name = try slug.map { try FileName.checked($0, named: "--slug") }
            ?? FileName.make(of: line, orElse: "\(kind == "alert" ? "alerte" : kind)-\(today)")
        let values: [Name: String] = ["title": TypedText.quotedYAML(line), "today": today.description]
        return try begin(model ?? "\(kind).md", at: "\(folder)/\(name).md", values.merging(others) { $1 })
    }

    private func begin(_ model: String, at place: String, _ values: [Name: String]) throws -> Begun {
        let (models, faults) = try Models.read(below: templates)
        guard let models else { return (nil, faults) }
        let (bytes, diagnostics) = models.render(model, values)
        guard let bytes else { return (nil, diagnostics) }
        let file = NewFile("\(content)/\(place)", bytes)
        guard file.isFree else { throw Refusal("« \(file.path) » existe déjà : il reste tel qu’il est") }
        return (file, diagnostics)
    }

    private func settings() throws -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        try Self.settings(below: content)
    }

    /// `nil`, with what is wrong with it, where `site.yml` cannot be read; what is still to be written in it is no matter.
    static func settings(below content: String) throws -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        let file = "\(content)/site.yml"
        guard Files.kind(of: file) == .file else {
            throw Refusal(
                "« \(file) » n’existe pas ; lancez crieur dans le dossier du projet, ou commencez-en un par « crieur new site »")
        }
        return SettingsReader.read(try Files.read(file), file: file)
    }
}
