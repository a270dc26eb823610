public import Diagnostics

/// The spelling checker of LibreOffice, asked about many words at once by its pipe.
public struct Hunspell: Sendable {
    private let executable: String
    private let dictionary: String

    /// - Parameters: a program to run and one of its dictionaries, for tests.
    public init(executable: String = "hunspell", dictionary: String = "fr_FR") {
        self.executable = executable
        self.dictionary = dictionary
    }

    /// The words that the dictionary lacks, with what it would write. `nil`, with a diagnostic, where the program or its
    /// dictionary is not there.
    public func unknown(_ words: [String]) async -> (words: [String: [String]]?, diagnostic: Diagnostic?) {
        guard !words.isEmpty else { return ([:], nil) }
        let command = ToolCommand(
            name: "hunspell", executable: executable, arguments: ["-a", "-i", "UTF-8", "-d", dictionary])
        // `^` keeps a line from being read as an order.
        let input = Array(words.map { "^\($0)\n" }.joined().utf8)
        do {
            let output = try await command.run(within: .seconds(300), input: input)
            return (Self.answers(output.output, to: words), nil)
        } catch {
            return (nil, diagnostic(of: error))
        }
    }

    private func diagnostic(of failure: ToolFailure) -> Diagnostic {
        let advice = "installez les paquets « hunspell » et « hunspell-fr-comprehensive », ou retirez « --spelling »"
        switch failure.reason {
        case .notFound: return .error(.toolMissing, "« hunspell », qui relit l’orthographe, est introuvable", advice: advice)
        case .ended(_, let errors) where errors.contains(dictionary):
            return .error(.toolMissing, "« hunspell » n’a pas de dictionnaire « \(dictionary) »", advice: advice)
        default: return failure.diagnostic
        }
    }

    /// Its first line says what it is; then come, for each line, an answer for each word that it finds there and an empty
    /// line (ispell(1), `-a`).
    static func answers(_ output: [UInt8], to words: [String]) -> [String: [String]] {
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        var unknown: [String: [String]] = [:]
        var place = 0
        for line in lines where place < words.count {
            switch line.first {
            case nil: place += 1
            case "#" where unknown[words[place]] == nil: unknown[words[place]] = []
            case "&":
                let suggestions = line.split(separator: ": ", maxSplits: 1).dropFirst().first?.split(separator: ", ").map(String.init)
                unknown[words[place]] = suggestions ?? []
            default: break
            }
        }
        return unknown
    }
}
