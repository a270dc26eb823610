/// Asks other sites for what pages lead to, by curl: only when a person asks for it.
public struct LinkTrial: Sendable {
    public enum Outcome: Sendable, Hashable {
        /// What the server answered (RFC 9110, 15).
        case answered(Int)
        /// What kept curl from asking; its exit code.
        case failed(Int)
    }

    private let executable: String
    /// Seconds for one address.
    private let limit: Int

    public init(executable: String = "curl", limit: Int = 15) {
        self.executable = executable
        self.limit = limit
    }

    /// One outcome an address, in their order; redirections are followed.
    public func outcomes(of addresses: [String]) async throws(ToolFailure) -> [Outcome] {
        guard !addresses.isEmpty else { return [] }
        let command = ToolCommand(
            name: "curl", executable: executable,
            arguments: [
                "-q", "--silent", "--location", "--max-redirs", "5", "--proto", "=http,https", "--connect-timeout", "\(min(limit, 5))",
                "--max-time", "\(limit)", "--max-filesize", "4000000", "--parallel", "--parallel-max", "8", "--user-agent",
                "Crieur (liens)", "--write-out", "%{urlnum} %{http_code} %{exitcode}\\n", "--config", "-",
            ])
        let config = addresses.map { "url = \"\(Self.quoted($0))\"\noutput = \"/dev/null\"\n" }.joined()
        let whole = 30 + limit * (addresses.count / 8 + 1)
        let output = try await command.run(within: .seconds(whole), input: Array(config.utf8), toleratesFailure: true)
        var outcomes = [Outcome](repeating: .failed(0), count: addresses.count)
        for line in String(decoding: output.output, as: UTF8.self).split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 3, outcomes.indices.contains(numbers[0]) else { continue }
            outcomes[numbers[0]] = numbers[1] > 0 ? .answered(numbers[1]) : .failed(numbers[2])
        }
        return outcomes
    }

    /// Within the quotation marks of a configuration file of curl.
    private static func quoted(_ address: String) -> String {
        address.filter { $0 != "\n" && $0 != "\r" }.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

extension LinkTrial.Outcome {
    public var isSound: Bool { if case .answered(200..<400) = self { true } else { false } }

    /// In French, for a table.
    public var words: String {
        switch self {
        case .answered(200..<400): "répond"
        case .answered(404), .answered(410): "page introuvable"
        case .answered(401), .answered(403): "accès refusé aux programmes"
        case .answered(429): "trop de demandes : à essayer plus tard"
        case .answered(500...): "le site est en panne"
        case .answered(let code): "réponse \(code)"
        case .failed(6): "site introuvable"
        case .failed(7): "connexion refusée"
        case .failed(28): "pas de réponse à temps"
        case .failed(35), .failed(51), .failed(60): "certificat refusé"
        case .failed(let code): "échec (curl \(code))"
        }
    }
}
