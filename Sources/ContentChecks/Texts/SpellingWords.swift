public import Diagnostics
public import SiteModel

/// The words of the site's texts that a dictionary is asked about, each with the text and the place where it first stands.
public struct SpellingWords: Sendable {
    public struct Occurrence: Sendable {
        let page: Page
        /// Byte of the file from which on the word stands.
        let source: Int
    }

    /// As they are written, with the apostrophe of keyboards; those of one text together, in its order.
    public private(set) var found: [(word: String, occurrence: Occurrence)] = []

    /// - Parameter accepted: words that need no dictionary, in lower case.
    public init(_ site: Site, accepted: Set<String>) {
        for text in CheckedText.all(of: site) + site.pages.map({ CheckedText(page: $0, citesRegistry: false, lines: []) }) {
            var running = RunningText()
            for line in text.lines { running.append(line, source: 0) }
            running.append(text.page.document, withCode: false)
            var seen: Set<String> = []
            for (word, place) in Self.words(running.bytes) where !Self.isAccepted(word, accepted) && seen.insert(word).inserted {
                found.append((word, Occurrence(page: text.page, source: running.source(of: place))))
            }
        }
    }

    /// Names that a site knows by itself: its communes and services, its glossary, its settings; then its own list.
    public static func accepted(_ site: Site, list: String) -> Set<String> {
        var texts = site.communes.map(\.name) + site.units.values.map(\.name) + [site.settings.departement.name, list]
        texts += site.settings.glossary.flatMap { [$0.acronym, $0.words] }
        return Set(texts.flatMap { words(Array($0.utf8), all: true).flatMap { parts($0.word) + [$0.word] } }.map { $0.lowercased() })
    }

    /// The word, and each of its parts between hyphens and apostrophes: it is right where all of these are.
    public static func parts(_ word: String) -> [String] {
        word.split { $0 == "-" || $0 == "'" }.map(String.init).filter { $0.count > 2 }
    }

    private static func isAccepted(_ word: String, _ accepted: Set<String>) -> Bool {
        if accepted.contains(word.lowercased()) { return true }
        let parts = parts(word)
        return parts.allSatisfy { accepted.contains($0.lowercased()) || $0.isAcronym }
    }

    /// Letters in a row, with the hyphens and apostrophes between them. What holds a digit, `@`, `/` or a dot within is an
    /// address or a reference, and no word.
    private static func words(_ bytes: [UInt8], all: Bool = false) -> [(word: String, place: Int)] {
        var found: [(word: String, place: Int)] = []
        var piece = String.UnicodeScalarView()
        var (start, place) = (0, 0)
        func close() {
            guard !piece.isEmpty else { return }
            let outer = piece.drop { !$0.properties.isAlphabetic }
            let trimmed = String(String.UnicodeScalarView(outer.reversed().drop { !$0.properties.isAlphabetic }.reversed()))
            let isWord = trimmed.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "'" }
            if isWord, all || trimmed.count > 2 { found.append((trimmed, start)) }
            piece.removeAll()
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isInside = scalar.properties.isAlphabetic || scalar == "-" || scalar == "'" || scalar == "\u{2019}"
            if isInside || "0123456789@/._:#&=".unicodeScalars.contains(scalar) {
                if piece.isEmpty { start = place }
                piece.append(scalar == "\u{2019}" ? "'" : scalar)
            } else if scalar != "\u{AD}" {
                close()
            }
            place += UTF8.width(scalar)
        }
        close()
        return found
    }

    /// A note for each word that the dictionary does not know.
    /// - Parameter unknown: with the dictionary's suggestions.
    public func diagnostics(
        unknown: [String: [String]], list: String, source: (String) -> [UInt8]?,
    ) -> [Diagnostic] {
        var bytes: [String: [UInt8]] = [:]
        return found.compactMap { word, occurrence in
            guard let suggestions = unknown[word] else { return nil }
            let file = occurrence.page.file
            if bytes[file] == nil { bytes[file] = source(file) ?? [] }
            let place = bytes[file].flatMap { SourcePlace.find(Array(word.utf8), in: $0, from: occurrence.source) }
            let meant = suggestions.prefix(3).map { "« \($0) »" }.joined(separator: ", ")
            return Diagnostic(
                .note, .spelling, at: SourceLocation(file: file, offset: place?.lowerBound, length: place?.count ?? 1),
                "« \(word) » n’est pas dans le dictionnaire",
                advice: (meant.isEmpty ? "" : "peut-être \(meant) ; ") + "si le mot est juste, ajoutez-le à \(list), un par ligne")
        }
    }
}

extension String {
    /// All in capitals: `acronym-unexplained` is about these.
    fileprivate var isAcronym: Bool { unicodeScalars.allSatisfy { $0.properties.isUppercase || !$0.properties.isAlphabetic } }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { Unicode.UTF8.encode(scalar)?.count ?? 0 }
}
