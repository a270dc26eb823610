import French

/// A short news for a municipal bulletin on paper: the title, then one paragraph.
struct BulletinText {
    private let words: AlertWords
    private let most: Int
    private let written: String?

    static func text(of words: AlertWords, _ channel: ChannelText.Channel) -> ChannelText {
        let most = channel == .bulletin300 ? 300 : 600
        let words = BulletinText(
            words: words, most: most, written: words.written(most) ?? (most == 600 ? words.written(300) : nil))
        var text = ChannelText(channel: channel, parts: [.init(label: nil, text: words.composed)])
        text.limit = most
        text.excess = max(0, words.composed.count - most)
        return text
    }

    private var composed: String {
        func compose(_ choice: (Passage) -> [Passage.Sentence], _ title: String) -> Composition {
            Composition(pieces(choice, title: title)) { $0.count <= most }
        }
        let whole = compose(\.sentences, words.title)
        if whole.isWhole, whole.text.count <= most { return whole.text }
        let gists = compose(\.gist, words.title)
        let excess = gists.text.count - most
        guard excess > 0, written == nil else { return gists.text }
        // A title of hundreds of signs leaves no room for what must stand.
        let title = PlainText.glued(words.title)
        return compose(\.gist, PlainText.shortened(title, to: max(20, title.count - excess))).text
    }

    private func pieces(_ choice: (Passage) -> [Passage.Sentence], title: String) -> [Composition.Piece] {
        var pieces: [Composition.Piece] = []
        func add(_ text: String, rank: Int = 0, joint: String = " ", numbers: [String] = []) {
            pieces.append(.init(joint: joint, text: PlainText.glued(text), rank: rank, numbers: numbers))
        }
        if let mark = words.mark { add("\(mark).") }
        if let written {
            add(written)
        } else {
            add((words.heading.map { "\($0) – " } ?? "") + title, joint: "\n")
            for (place, sentence) in words.summary.enumerated() { add(sentence.text, rank: 1, joint: place == 0 ? "\n" : " ") }
            for passage in words.essential { add(choice(passage).words, rank: 3, numbers: choice(passage).numbers) }
        }
        if written.map(words.tellsEnd) != true { add(words.validity, joint: pieces.count < 3 && written == nil ? "\n" : " ") }
        if written == nil, !words.numbers.isEmpty {
            add("Urgence\u{A0}: \(FrenchText.list(words.numbers)).", numbers: words.numbers)
            pieces[pieces.count - 1].isForNumbers = true
        }
        if !words.source.isEmpty { add("Source\u{A0}: \(AlertWords.sentence(words.source))", rank: most == 300 ? 4 : 2) }
        add("Détails\u{A0}: \(words.shortAddress)", rank: written == nil ? 0 : 1)
        return pieces
    }
}
