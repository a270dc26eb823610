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
        reviewedBy = fields.string("reviewed_by").map(Typography.apply)
        publish = fields.date("publish")
        expires = fields.date("expires")
        draft = fields.bool("draft") ?? false
        tags = fields.strings("tags")
        order = fields.int("order") ?? 0
        print = fields.choices("print", among: PrintedForm.admitted(for: kind))
        offline = fields.bool("offline") ?? true
        aliases = fields.strings("aliases")
        overrides = fields.string("overrides")
        shortTexts = fields.strings("short_texts")
        allow = fields.mappings("allow") { fields in
            (check: fields.requiredString("check"), reason: fields.requiredString("reason"))
        }
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
