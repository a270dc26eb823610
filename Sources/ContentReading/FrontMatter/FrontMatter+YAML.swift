import Diagnostics
import French
import SiteModel
import YAML

extension FrontMatter {
    /// Reads the keys that every kind of page shares; the caller reads its own from the same `fields`, then
    /// calls `finish()`.
    init(_ fields: inout YAMLFields, of kind: Page.Kind) {
        self.init()
        title = Typography.apply(fields.requiredString("title"))
        summary = Typography.apply(fields.string("summary") ?? "")
        audience = fields.choices("audience")
        updated = fields.date("updated")
        review = fields.date("review")
        if review != nil { reviewPlace = fields.valueLocation(of: "review")?.bytes }
        reviewedBy = fields.mapping("reviewed_by") { Self.proofreading(&$0) } ?? nil
        publish = fields.date("publish")
        // An alert's end may have a time.
        if kind != .alert { expires = fields.date("expires") }
        draft = fields.bool("draft") ?? false
        switch kind {
        case .guide, .page: praise = fields.bool("praise") ?? false
        // Editorials and notes are kept back in any case; an alert never is.
        case .alert, .bulletin, .commune: break
        }
        tags = fields.strings("tags")
        order = fields.int("order") ?? 0
        print = fields.choices("print", among: PrintedForm.admitted(for: kind))
        offline = fields.bool("offline") ?? true
        aliases = Self.aliases(&fields, of: kind)
        overrides = fields.string("overrides")
        shortTexts = fields.mapping("short_texts") { Self.shortTexts(&$0) } ?? []
        allow = fields.mappings("allow") { fields in
            Allowance(
                check: fields.requiredString("check"), reason: fields.requiredString("reason"), text: fields.string("text"),
                place: fields.valueLocation(of: "check")?.bytes)
        }
    }
}

extension FrontMatter {
    private static func proofreading(_ fields: inout YAMLFields) -> Proofreading? {
        let function = Typography.apply(fields.requiredString("function"))
        let date = fields.date("date", required: true)
        return date.map { Proofreading(function: function, date: $0) }
    }

    private static func shortTexts(_ fields: inout YAMLFields) -> [ShortText] {
        ShortText.limits.compactMap { limit in
            let place = fields.valueLocation(of: "\(limit)")?.bytes
            return fields.string("\(limit)").map { ShortText(limit: limit, text: $0, place: place) }
        }
    }

    private static func aliases(_ fields: inout YAMLFields, of kind: Page.Kind) -> [String] {
        let aliases = fields.values(
            "aliases", expected: "l’ancienne adresse d’une page, comme « /ancienne/page/ » ou « /ancienne/page.html »"
        ) { Route.former($0)?.path }
        guard case .commune = kind, !aliases.isEmpty else { return aliases }
        fields.diagnostics.append(
            .error(
                .valueNotAllowed, at: fields.location(of: "aliases") ?? fields.location,
                "ce texte n’a pas de page à lui : « aliases » n’y mène nulle part", advice: "retirez « aliases »"))
        return []
    }
}

extension YAMLFields {
    /// A day written `AAAA-MM-JJ`.
    mutating func date(_ key: String, required: Bool = false) -> CalendarDate? {
        date(key, required: required) { CalendarDate(iso: $0) }
    }

    /// INSEE codes of communes.
    mutating func communes(_ key: String) -> [INSEECode] {
        values(key, expected: "un code INSEE de cinq caractères entre guillemets", id: .feedCodeInvalid) {
            INSEECode($0)
        }
    }
}

extension SourceLocation {
    /// `nil` for the whole file.
    var bytes: Range<Int>? { offset.map { $0..<$0 + length } }
}
