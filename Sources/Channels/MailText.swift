import French

/// A mail to a list of inhabitants, in plain text: the whole alert, in lines that every program shows whole.
enum MailText {
    /// RFC 5322 asks for no more than 78; answers add marks before them.
    private static let width = 72
    /// « Objet : » before it stays within a line; telephones show less still.
    private static let subject = 64

    static func text(of words: AlertWords) -> ChannelText {
        let title = [words.heading, words.title].compactMap(\.self).map(PlainText.ordinary).joined(separator: " – ")
        let subject = PlainText.shortened([words.mark, title].compactMap(\.self).map(PlainText.ordinary).joined(separator: " – "), to: subject)
        return ChannelText(
            channel: .mail,
            parts: [
                .init(label: ChannelText.subject, text: subject),
                .init(label: "Texte", text: blocks(words, title).filter { !$0.isEmpty }.joined(separator: "\n\n")),
            ])
    }

    private static func blocks(_ words: AlertWords, _ title: String) -> [String] {
        var blocks = [words.mark.map(PlainText.ordinary) ?? "", "Bonjour,", paragraph(title), paragraph(words.summary.words)]
        blocks += list(words.told)
        if !words.advice.isEmpty { blocks.append("Que faire\u{20}:") }
        // Links are not pasted: what only names other pages says nothing here.
        blocks += list(words.advice.filter { !$0.hasLinks || $0.form != .paragraph || $0.sentences.count > 1 })
        if let number = words.numbers.isEmpty ? words.emergency : FrenchText.list(words.numbers) {
            blocks.append(paragraph("En cas d’urgence, composez le \(number)."))
        }
        let level = words.isEnd ? "\(words.level)." : "Niveau\u{A0}: \(words.level.lowercased())."
        let facts = [
            "\(level) Message du \(words.sent), \(words.valid).", words.areaSentence,
            words.source.isEmpty ? "" : "Source\u{A0}: \(AlertWords.sentence(words.source))",
        ]
        blocks.append(facts.filter { !$0.isEmpty }.map(paragraph).joined(separator: "\n"))
        // An address stands alone on its line: it must not be parted.
        blocks.append("En savoir plus :\n\(words.address)")
        return blocks
    }

    private static func paragraph(_ text: String) -> String { PlainText.wrapped(text, to: width).joined(separator: "\n") }

    /// Paragraphs stand apart; items of a list one below the other.
    private static func list(_ passages: [Passage]) -> [String] {
        var blocks: [String] = []
        var items: [String] = []
        for passage in passages {
            let text = passage.sentences.words
            switch passage.form {
            case .paragraph:
                blocks += [items.joined(separator: "\n"), paragraph(text)]
                items = []
            case .item(let number):
                let start = number.map { "\($0). " } ?? "- "
                let indent = String(repeating: " ", count: start.count)
                items.append(PlainText.wrapped(start + text, to: width, indent: indent).joined(separator: "\n"))
            }
        }
        return blocks + [items.joined(separator: "\n")]
    }
}
