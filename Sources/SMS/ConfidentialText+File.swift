extension ConfidentialText {
    /// What is wrong with a file. It never quotes the file: a message may end in a log.
    public struct Fault: Error, Sendable, Hashable {
        /// From 1.
        public let line: Int
        public let column: Int
        public let message: String
        public let advice: String

        /// `textes/vol.txt:5:12: …`
        public func text(_ file: String) -> String { "\(file):\(line):\(column): \(message)\n     = \(advice)" }
    }

    /// The first line of each file, so that whoever opens it is told.
    public static let mark = "CONFIDENTIEL"
    private static let mostOfBlank = 120

    /// Reads a file: lines that begin with `#` and say what it is, a blank line, then the text.
    ///
    /// - Parameter name: of the file, without its extension.
    public init(_ bytes: [UInt8], name: String) throws(Fault) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(line: 1, column: 1, message: "ce fichier n’est pas en UTF-8", advice: "enregistrez-le en UTF-8")
        }
        var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        guard let first = lines.first, first.hasPrefix("#"), first.contains(Self.mark) else {
            throw Fault(
                line: 1, column: 1, message: "ce fichier ne dit pas qu’il est confidentiel",
                advice: "commencez-le par « # CONFIDENTIEL : NE PAS DIFFUSER »")
        }
        var notes: [String: String] = [:]
        var place = 1
        while place < lines.count, lines[place].hasPrefix("#") {
            let parts = lines[place].dropFirst().split(separator: ":", maxSplits: 1).map { $0.trimmed }
            if parts.count == 2 { notes[parts[0].lowercased()] = parts[1] }
            place += 1
        }
        guard let situation = notes["situation"], !situation.isEmpty else {
            throw Fault(
                line: min(2, lines.count), column: 1, message: "ce fichier ne dit pas pour quelle situation il est",
                advice: "ajoutez une ligne « # Situation : … » sous la première")
        }
        while place < lines.count, lines[place].allSatisfy(\.isWhitespace) { place += 1 }
        guard place < lines.count else {
            throw Fault(line: lines.count, column: 1, message: "ce fichier n’a pas de texte", advice: "écrivez le texte sous les lignes qui commencent par « # »")
        }
        var pieces: [Piece] = []
        for (number, line) in lines[place...].enumerated() {
            if number > 0 { pieces.append(.words("\n")) }
            pieces += try Self.pieces(of: line, number: place + number + 1, after: pieces)
        }
        self.init(name: name, situation: situation, audience: notes["pour"] ?? "", pieces: pieces)
    }

    /// `Secteur de [secteur:40].` → words, a blank, words.
    private static func pieces(of line: Substring, number: Int, after former: [Piece]) throws(Fault) -> [Piece] {
        var pieces: [Piece] = []
        var rest = line
        func fault(_ message: String, _ advice: String) -> Fault {
            Fault(line: number, column: line.distance(from: line.startIndex, to: rest.startIndex) + 1, message: message, advice: advice)
        }
        while let open = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            rest = rest[open...]
            guard rest.first == "[", let close = rest.firstIndex(of: "]"), !rest[..<close].dropFirst().contains("[") else {
                throw fault("ce crochet est seul", "un blanc s’écrit entre crochets : [secteur:40]")
            }
            let parts = rest[..<close].dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let most = Int(parts[1].trimmed), (1...mostOfBlank).contains(most) else {
                throw fault("ce blanc ne dit pas combien de signes il prend", "écrivez leur nombre après le nom, de 1 à \(mostOfBlank) : [secteur:40]")
            }
            let name = parts[0].trimmed
            guard !name.isEmpty else { throw fault("ce blanc n’a pas de nom", "écrivez ce qu’il faut y mettre : [secteur:40]") }
            let blank = Blank(name: name, most: most)
            for case .blank(let other) in former + pieces where other.name == name && other.most != most {
                throw fault("ce blanc revient avec un autre nombre de signes", "donnez-lui le même nombre partout, ou un autre nom")
            }
            pieces.append(.blank(blank))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }
}

extension Substring {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
