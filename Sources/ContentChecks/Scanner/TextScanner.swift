/// One pass over a running text: words are looked up as they come, numbers are read where they stand, and each check looks
/// around what concerns it. No regular expression, no string: the checks cost little beside rendering a page.
struct TextScanner {
    /// Words of a sentence from which on a reader loses the thread.
    static let longestSentence = 35
    /// A count of so many facts or fewer may point to the people concerned (the statistical service publishes more than 5).
    static let smallestCount = 5

    struct Token {
        var watch = Watch.none
        var value: UInt8 = 0
        var isDigits = false
        var start = 0
        var end = 0
    }

    let text: ScannedText
    let glossary: WordTable
    private let words = WordTable.french
    private(set) var findings: [TextFinding] = []
    /// Acronyms that nothing explains yet, and those that the text explains in brackets.
    private var unexplained: [Range<Int>] = []
    private var explained: [Range<Int>] = []

    var position = 0
    /// The words before, the latest first.
    private(set) var last = Token()
    private(set) var second = Token()
    private(set) var third = Token()
    private(set) var fourth = Token()
    private(set) var speaksOfCalls = false
    private var sentence = (start: 0, words: 0)

    init(_ text: ScannedText, glossary: WordTable) {
        self.text = text
        self.glossary = glossary
    }

    mutating func scan() -> [TextFinding] {
        while position < text.count {
            switch text.kind(position) {
            case .letter: word()
            case .digit: number()
            case .line:
                endSentence()
                position += 1
            case .stop:
                let next = text.kind(position + 1)
                if next == .space || next == .line || next == .pair || next == .triple { endSentence() }
                position += 1
            case .at: mailbox()
            case .pair: position += 2
            case .triple:
                if text.isEuro(position) { amount(endingAt: position, position + 3) }
                if text.byte(position + 1) == 0x80, text.byte(position + 2) == 0xA6 { endSentence() }
                position += 3
            case .space, .other: position += 1
            }
        }
        endSentence()
        for acronym in unexplained where !explained.contains(where: { isSame($0, acronym) }) { add(.acronym, acronym) }
        return findings
    }

    mutating func add(_ check: TextCheck, _ place: Range<Int>, count: Int = 0) {
        findings.append(TextFinding(check: check, place: place, count: count))
    }

    /// In the place of the latest finding, where that is a part of it.
    mutating func extend(_ check: TextCheck, _ place: Range<Int>) {
        if let last = findings.last, last.check == check, last.place.lowerBound == place.lowerBound { findings.removeLast() }
        add(check, place)
    }

    mutating func push(_ token: Token) {
        fourth = third
        third = second
        second = last
        last = token
    }

    /// What follows is of another sentence.
    private mutating func endSentence() {
        if sentence.words > Self.longestSentence {
            add(.longSentence, sentence.start..<position, count: sentence.words)
        }
        sentence.words = 0
        speaksOfCalls = false
        if last.end != 0 {
            last = Token()
            second = Token()
            third = Token()
            fourth = Token()
        }
    }

    /// Elided and compound words count once.
    mutating func countWord(at start: Int) {
        if sentence.words == 0 { sentence.start = start }
        let before = text.byte(start - 1)
        if before == 0x2D || before == 0x27 || (before == 0x99 && text.byte(start - 2) == 0x80) { return }
        sentence.words += 1
    }

    func watch(at start: Int) -> Watch {
        let end = text.endOfWord(start)
        guard end > start else { return .none }
        return words.find(text, start..<end)?.watch ?? .none
    }

    private mutating func word() {
        let start = position
        let end = text.endOfWord(start)
        position = end
        countWord(at: start)
        if text.isCapital(start), capitals(start, end) { return }
        guard let (watch, value) = words.find(text, start..<end) else {
            push(Token(start: start, end: end))
            return
        }
        if watch == .call { speaksOfCalls = true }
        push(Token(watch: watch, value: value, start: start, end: end))
        react(to: watch, start..<end)
    }

    private mutating func react(to watch: Watch, _ place: Range<Int>) {
        switch watch {
        case .article: article(from: place)
        case .act: act(from: place)
        case .courtesy: name(after: place)
        case .euro: amount(endingAt: place.lowerBound, place.upperBound)
        case .unit: duration(place)
        case .prison: sentenceOfPrison(place)
        case .event: smallCount(place)
        case .web: address(place)
        case .nationality, .slur, .voyage: group(watch, place)
        case .none, .call, .determiner, .plural, .of, .within, .under, .delay, .age, .month, .role, .thousand, .number, .people,
            .type:
            break
        }
    }

    // MARK: - Acronyms

    /// `true` where nothing else is to be looked for in a word that starts with a capital.
    private mutating func capitals(_ start: Int, _ end: Int) -> Bool {
        if end - start == 1 || text.byte(start + 1) &- 0x30 < 10 { return single(start, end) }
        guard text.isCapital(start + 1) else { return false }
        if plate(start, end) { return true }
        guard end - start <= 8, (start..<end).allSatisfy({ text.isCapital($0) }) else { return false }
        if text.byte(end) == 0x2E, text.kind(end + 1) == .letter { return false }
        if (start..<end).allSatisfy({ [0x49, 0x56, 0x58].contains(text[$0]) }) { return false }
        if end - start == 3, words.find(text, start..<end)?.watch == .euro { return false }
        push(Token(start: start, end: end))
        let opens = text.byte(text.afterSpaces(end)) == 0x28
        if opens || (text.byte(start - 1) == 0x28 && text.byte(end) == 0x29) {
            explained.append(start..<end)
        } else if glossary.find(text, start..<end) == nil, !unexplained.contains(where: { isSame($0, start..<end) }) {
            unexplained.append(start..<end)
        }
        return true
    }

    private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { text[$0] == text[$1] }
    }
}
