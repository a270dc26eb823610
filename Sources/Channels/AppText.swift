import French
import SiteModel

/// A message for a municipal application: a title that a telephone shows as a notification, and a text with its paragraphs.
enum AppText {
    static func text(of words: AlertWords, _ limits: SiteSettings.ChannelLimits) -> ChannelText {
        let title = [words.mark, words.heading, words.title].compactMap(\.self).map(PlainText.glued).joined(separator: " – ")
        let isCut = title.count > limits.appTitle
        let whole = Composition(pieces(words, of: \.sentences, withTitle: isCut)) { $0.count <= limits.appBody }
        let body = whole.isWhole ? whole : Composition(pieces(words, of: \.gist, withTitle: isCut)) { $0.count <= limits.appBody }
        var text = ChannelText(
            channel: .application,
            parts: [
                .init(label: "Titre", text: PlainText.shortened(title, to: limits.appTitle)), .init(label: "Texte", text: body.text),
            ])
        text.limit = limits.appBody
        text.excess = max(0, body.text.count - limits.appBody)
        if isCut { text.remark = "Le titre est abrégé\u{A0}: le texte le donne en entier." }
        return text
    }

    private static func pieces(
        _ words: AlertWords, of choice: (Passage) -> [Passage.Sentence], withTitle: Bool,
    ) -> [Composition.Piece] {
        func line(_ text: String, rank: Int = 0, joint: String = "\n") -> Composition.Piece {
            .init(joint: joint, text: PlainText.glued(text), rank: rank)
        }
        var pieces: [Composition.Piece] = []
        if let mark = words.mark { pieces.append(line(mark)) }
        if withTitle { pieces.append(line(words.title, rank: 1, joint: "\n\n")) }
        pieces.append(line("\(words.level) – \(words.area)", joint: "\n\n"))
        let written = words.written(600) ?? words.written(300)
        if let written {
            pieces.append(line(written, joint: "\n\n"))
        } else {
            for (place, sentence) in words.summary.enumerated() { pieces.append(line(sentence.text, rank: 1, joint: place == 0 ? "\n\n" : " ")) }
            pieces += steps(words.essential, heading: words.advice.isEmpty ? "" : "Que faire\u{A0}:\n", choice)
        }
        if written.map(words.tellsEnd) != true { pieces.append(line(words.validity, joint: "\n\n")) }
        var numbers = line("Urgence\u{A0}: \(FrenchText.list(words.numbers))")
        numbers.isForNumbers = true
        numbers.numbers = words.numbers
        if written == nil { pieces.append(numbers) }
        let isToldAlready = written.map(words.tellsEnd) == true
        if !words.source.isEmpty {
            pieces.append(line("Source\u{A0}: \(words.source)", rank: 1, joint: isToldAlready ? "\n\n" : "\n"))
        }
        pieces.append(line(words.address))
        return pieces
    }

    /// Items of a list with their numbers; the heading goes with the first.
    private static func steps(
        _ passages: [Passage], heading: String, _ choice: (Passage) -> [Passage.Sentence],
    ) -> [Composition.Piece] {
        passages.enumerated().map { place, passage in
            let sentences = choice(passage)
            var joint = "\n"
            var start = ""
            switch passage.form {
            case .paragraph: joint = "\n\n"
            case .item(nil): start = "- "
            case .item(let number?): start = "\(number). "
            }
            return .init(
                joint: place == 0 ? "\n\n" : joint, text: (place == 0 ? heading : "") + start + PlainText.glued(sentences.words),
                rank: 2, numbers: sentences.numbers)
        }
    }
}
