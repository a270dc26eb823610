import French
import SiteModel

/// Screens of a light panel, in capitals with their accents: that is how they are read from afar, and ÉLÈVE is not ELEVE.
struct PanelText {
    private let limits: SiteSettings.ChannelLimits
    /// Lines that each screen begins with: one is often seen alone.
    private let mark: [String]

    static func text(of words: AlertWords, _ limits: SiteSettings.ChannelLimits) -> ChannelText {
        let panel = PanelText(
            limits: limits, mark: words.mark.map { PlainText.wrapped(capitals($0), to: limits.panelColumns, cuts: true) } ?? [])
        let screens = panel.screens(of: words)
        var text = ChannelText(
            channel: .panel,
            parts: screens.enumerated().map { place, lines in
                .init(
                    label: screens.count == 1 ? "Écran" : "Écran \(place + 1) sur \(screens.count)", text: lines.joined(separator: "\n"),
                    columns: limits.panelColumns)
            })
        text.excess = max(0, screens.count - limits.panelScreens)
        return text
    }

    private func screens(of words: AlertWords) -> [[String]] {
        var title = words.title
        func composed() -> [[String]] {
            let text = Composition(pieces(words, title: title)) { screens(of: $0).count <= limits.panelScreens }.text
            return screens(of: text)
        }
        var result = composed()
        while result.count > limits.panelScreens, title.count > 20, words.written(160) == nil {
            title = PlainText.shortened(title, to: max(20, title.count - limits.panelColumns))
            result = composed()
        }
        return result
    }

    private func pieces(_ words: AlertWords, title: String) -> [Composition.Piece] {
        func piece(_ text: String, rank: Int = 0, numbers: [String] = []) -> Composition.Piece {
            .init(joint: "\n", text: Self.capitals(text), rank: rank, numbers: numbers)
        }
        var pieces: [Composition.Piece] = []
        let written = words.written(160)
        if let written {
            pieces += Passage(Typography.apply(written)).sentences.map { piece($0.text) }
        } else {
            pieces.append(piece([words.heading, title].compactMap(\.self).joined(separator: " – ")))
            // What a screen cannot show whole is not begun: its end would be read without its start.
            pieces += words.summary.map { piece($0.text, rank: 1) }.filter(isOfOneScreen)
            pieces += words.essential.map { piece($0.gist.words, rank: 2, numbers: $0.gist.numbers) }.prefix(while: isOfOneScreen)
        }
        if written.map(words.tellsEnd) != true { pieces.append(piece(words.valid)) }
        if written == nil, !words.numbers.isEmpty {
            pieces.append(piece("urgence\u{A0}: \(FrenchText.list(words.numbers))", numbers: words.numbers))
            pieces[pieces.count - 1].isForNumbers = true
        }
        return pieces
    }

    /// A mark that leaves no line has screens of its own.
    private var repeatsMark: Bool { mark.count < limits.panelLines }
    private var room: Int { repeatsMark ? limits.panelLines - mark.count : limits.panelLines }

    private func isOfOneScreen(_ piece: Composition.Piece) -> Bool {
        PlainText.wrapped(piece.text, to: limits.panelColumns, cuts: true).count <= room
    }

    /// Sentences stay together where a screen has room for them.
    private func screens(of text: String) -> [[String]] {
        var screens: [[String]] = []
        var screen: [String] = []
        func close() {
            if !screen.isEmpty { screens.append((repeatsMark ? mark : []) + screen) }
            screen = []
        }
        func add(_ lines: [String]) {
            if screen.count + lines.count > room, lines.count <= room { close() }
            for line in lines {
                if screen.count == room { close() }
                screen.append(line)
            }
        }
        if !repeatsMark { add(mark) }
        for sentence in text.split(separator: "\n") { add(PlainText.wrapped(String(sentence), to: limits.panelColumns, cuts: true)) }
        close()
        return screens
    }

    /// No-break spaces stay, for the lines. Signs that the tables of panels often lack are written otherwise, as in an SMS.
    private static func capitals(_ text: String) -> String {
        var words = ""
        var hasOpened = false
        for sign in PlainText.visible(text).uppercased() {
            let isGlue = sign == "\u{A0}" || sign == "\u{202F}"
            if hasOpened, isGlue { continue }
            hasOpened = sign == "«"
            switch sign {
            case "’", "‘", "ʼ": words += "'"
            case "«", "“", "”": words += "\""
            case "»":
                if words.last == "\u{A0}" || words.last == "\u{202F}" { words.removeLast() }
                words += "\""
            case "…": words += "..."
            case "–", "—", "‑", "•": words += "-"
            case "Œ": words += "OE"
            case "Æ": words += "AE"
            default: words.append(sign)
            }
        }
        // Nothing follows on the line.
        return words.hasSuffix("...") || !words.hasSuffix(".") ? words : String(words.dropLast())
    }
}
