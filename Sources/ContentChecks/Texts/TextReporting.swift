import Diagnostics
import French
import SiteModel

/// What was found in one text → messages, but for what its front matter answers.
struct TextReporting {
    private let page: Page
    private let facts: [Fact]
    private let source: (String) -> [UInt8]?
    private var bytes: [UInt8]?
    private var diagnostics: [Diagnostic] = []
    private var isUsed: [Bool]

    init(page: Page, facts: [Fact], source: @escaping (String) -> [UInt8]?) {
        self.page = page
        self.facts = facts
        self.source = source
        isUsed = Array(repeating: false, count: page.frontMatter.allow.count)
    }

    mutating func report(_ finding: TextFinding, in running: RunningText) {
        let words = String(decoding: running.bytes[finding.place], as: UTF8.self)
        guard !isAnswered(finding.check, words) else { return }
        let start = running.source(of: finding.place.lowerBound)
        if bytes == nil { bytes = source(page.file) ?? [] }
        // Of a sentence, its first words.
        let shown = finding.check == .longSentence ? running.bytes[finding.place].prefix(24) : running.bytes[finding.place]
        let place = bytes.flatMap { SourcePlace.find(shown, in: $0, from: start) } ?? start..<start + 1
        append(finding.check, finding.check == .longSentence ? "\(finding.count)" : words, at: place)
    }

    mutating func report(_ check: TextCheck, _ words: String, at place: Range<Int>) {
        guard !isAnswered(check, words) else { return }
        append(check, words, at: place)
    }

    /// The messages, and one for each answer that answers nothing.
    mutating func finish() -> [Diagnostic] {
        for (index, allowance) in page.frontMatter.allow.enumerated() {
            let place = SourceLocation(file: page.file, offset: allowance.place?.lowerBound, length: allowance.place?.count ?? 1)
            if !Allowance.known.contains(allowance.check) {
                diagnostics.append(
                    .error(
                        .valueNotAllowed, at: place, "« allow » ne connaît pas le contrôle « \(allowance.check) »",
                        advice: Suggestion.closest(to: allowance.check, in: Allowance.known)
                            .map { "vouliez-vous dire « \($0) » ?" }
                            ?? "recopiez le nom entre crochets à la fin du message : " + Allowance.known.joined(separator: ", ")))
            } else if !isUsed[index], allowance.isOfTexts {
                diagnostics.append(
                    .warning(
                        .allowUnneeded, at: place, "le contrôle « \(allowance.check) » ne trouve plus rien à cet endroit",
                        advice: "retirez cette ligne de « allow »"))
            }
        }
        return diagnostics
    }

    private mutating func isAnswered(_ check: TextCheck, _ words: String) -> Bool {
        guard let index = page.frontMatter.allow.firstIndex(where: { $0.answers(check, words) }) else { return false }
        isUsed[index] = true
        return true
    }

    private mutating func append(_ check: TextCheck, _ words: String, at place: Range<Int>) {
        let known = RegisteredValue.matches(words, check, in: facts)
        let advice =
            switch known.count {
            case 0: check.advice
            case 1: "citez-\(check.pronoun) par « :fact[\(known[0].id)] » (\(known[0].label))"
            default: "citez-\(check.pronoun) par " + FrenchText.list(known.prefix(4).map { "« :fact[\($0.id)] »" }, word: "ou")
            }
        diagnostics.append(
            .warning(
                check.id, at: SourceLocation(file: page.file, offset: place.lowerBound, length: place.count),
                check.message(words.split(whereSeparator: \.isNewline).joined(separator: " ")),
                advice: "\(advice). Cette aide peut se tromper\u{A0}: « allow: [{check: \(check.id.rawValue), reason: …}] » y répond"))
    }
}

/// Entries of the registry that say what a text states by itself.
enum RegisteredValue {
    static func matches(_ words: String, _ check: TextCheck, in facts: [Fact]) -> [Fact] {
        guard !check.kinds.isEmpty else { return [] }
        let plain = plain(words, check)
        guard !plain.isEmpty else { return [] }
        return facts.filter { fact in
            guard check.kinds.contains(fact.kind) else { return false }
            let value = self.plain(fact.value, check)
            return value == plain || (check == .article && (value.hasPrefix(plain) || value.contains(plain)))
        }
    }

    private static func plain(_ text: String, _ check: TextCheck) -> String {
        switch check {
        case .address: return WebAddress.plain(text)
        case .telephone:
            if text.contains("+") { return (FrenchText.telephoneURI(text) ?? text).replacing("tel:+33", with: "0") }
            return text.filter { ("0"..."9").contains($0) }
        case .amount: return text.filter { ("0"..."9").contains($0) }
        case .article:
            let plain = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
            return plain.hasPrefix("articles") ? String(plain.dropFirst(8)) : plain.hasPrefix("article") ? String(plain.dropFirst(7)) : plain
        default: return text.lowercased().filter { $0.isLetter || $0.isNumber }
        }
    }
}
