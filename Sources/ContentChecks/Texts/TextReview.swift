public import Diagnostics
import French
public import SiteModel

/// Looks texts through: facts outside the registry, what must not be published, what is hard to read.
public struct TextReview: Sendable {
    private let glossary: WordTable
    private let facts: [Fact]
    private let officialAddresses: Set<String>
    private let source: @Sendable (String) -> [UInt8]?

    /// - Parameter source: the bytes of a file, read only where something was found in it.
    public init(_ site: Site, source: @escaping @Sendable (String) -> [UInt8]?) {
        glossary = WordTable(site.settings.glossary.map { ($0.acronym, Watch.none, 0) })
        facts = site.facts.values.sorted { $0.id < $1.id }
        officialAddresses = Set(facts.lazy.filter { $0.kind == .address }.map { WebAddress.plain($0.value) })
        self.source = source
    }

    /// What is found in some texts; the working memory is shared between them.
    public func check(_ texts: some Sequence<CheckedText>) -> [Diagnostic] {
        var running = RunningText()
        var diagnostics: [Diagnostic] = []
        for text in texts { check(text, &running, &diagnostics) }
        return diagnostics
    }

    private func check(_ text: CheckedText, _ running: inout RunningText, _ diagnostics: inout [Diagnostic]) {
        running.removeAll()
        for line in text.lines { running.append(line, source: 0) }
        running.append(text.page.document)
        var findings = running.bytes.withUnsafeBufferPointer { bytes in
            guard let text = ScannedText(bytes) else { return [TextFinding]() }
            var scanner = TextScanner(text, glossary: glossary)
            return scanner.scan()
        }
        if text.mayTellACase { findings += InquiryScanner.scan(running.bytes) }
        let allow = text.page.frontMatter.allow
        guard !findings.isEmpty || !running.links.isEmpty || !allow.isEmpty else { return }
        var reporter = TextReporting(page: text.page, facts: facts, source: source)
        for finding in findings where text.citesRegistry || finding.check.kinds.isEmpty {
            reporter.report(finding, in: running)
        }
        if text.citesRegistry { checkLinks(running, told: findings, &reporter) }
        diagnostics += reporter.finish()
    }

    /// Where links lead: an official address is a fact, a number to dial too.
    private func checkLinks(_ running: RunningText, told: [TextFinding], _ reporter: inout TextReporting) {
        // A bare address is a text and a link.
        let said = told.filter { $0.check == .address }.map { WebAddress.plain(String(decoding: running.bytes[$0.place], as: UTF8.self)) }
        for link in running.links {
            let place = link.source..<(link.source + max(1, link.length))
            if link.destination.hasPrefix("tel:") {
                reporter.report(.telephone, String(link.destination.dropFirst(4)), at: place)
            } else if link.destination.hasPrefix("http"), WebAddress.isOfficial(link.destination.utf8),
                !officialAddresses.contains(WebAddress.plain(link.destination)), !said.contains(WebAddress.plain(link.destination))
            {
                reporter.report(.address, link.destination, at: place)
            }
        }
    }
}
