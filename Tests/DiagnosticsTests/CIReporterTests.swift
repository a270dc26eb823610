import Diagnostics
import Testing

@Suite struct CIReporterTests {
    let diagnostics: [Diagnostic] = [
        .error(
            .dateInvalid, at: SourceLocation(file: "content/a,b.md", offset: 6, length: 3), "100 % « faux »",
            advice: "corrigez"),
        .warning(.feedEmpty, "rien"),
    ]
    let source: @Sendable (String) -> [UInt8]? = { $0 == "content/a,b.md" ? Array("éa\nb\ncd".utf8) : nil }

    @Test func githubCommandsEscapeWhatWouldEndThem() {
        #expect(
            GitHubReporter(source: source).report(diagnostics) == """
                ::warning title=feed-empty::rien
                ::error file=content/a%2Cb.md,line=3,col=1,title=date-invalid::100 %25 « faux »%0Acorrigez

                """)
    }

    @Test func gitlabReportHasAStableFingerprint() {
        #expect(
            GitLabReporter(source: source).report(diagnostics) == """
                [
                  {"description":"rien","check_name":"feed-empty","fingerprint":"\(fingerprint(".\nfeed-empty\nrien"))","severity":"minor","location":{"path":".","lines":{"begin":1}}},
                  {"description":"100 % « faux » (corrigez)","check_name":"date-invalid","fingerprint":"\(fingerprint("content/a,b.md\ndate-invalid\n100 % « faux »"))","severity":"major","location":{"path":"content/a,b.md","lines":{"begin":3}}}
                ]

                """)
        #expect(GitLabReporter(source: source).report([]) == "[]\n")
    }

    private func fingerprint(_ text: String) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        return String(String(repeating: "0", count: 16) + String(hash, radix: 16)).suffix(16).description
    }
}
