import French
import SiteModel
import Templates

/// What a mairie copies into a text message, its app or its bulletin.
extension WebRenderer {
    /// `hasShortTexts` and `shortTexts` of a guide.
    func textsToPaste(of page: Page) -> Object {
        let texts = page.frontMatter.shortTexts.map(entry)
        return ["hasShortTexts": .bool(!texts.isEmpty), "shortTexts": .list(texts)]
    }

    /// A text, what it suits and how long it is.
    private func entry(_ short: ShortText) -> Value {
        let words = short.words(site.facts)
        let use = short.limit <= 160 ? "SMS, panneau lumineux" : short.limit <= 300 ? "Application, réseau social" : "Site, bulletin"
        return [
            "id": .text("texte-\(short.limit)"), "use": .text(use), "text": .text(words),
            "count": .text(FrenchText.count(words.count, "signe", "signes")), "rows": .text("\(1 + words.count / 32)"),
        ]
    }
}
