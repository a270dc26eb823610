import Diagnostics
import Foundation
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

    private let conflict = Diagnostic.error(
        .keyDuplicate, at: SourceLocation(file: "content/a,b.md", offset: 6), "« a » est là\r\ndeux fois : a, b",
        notes: [
            .init("elle est déjà ici", at: SourceLocation(file: "content/a,b.md", offset: 4)),
            .init("dans ce fichier", at: SourceLocation(file: "autre.md")),
        ])

    @Test func githubCommandsAreOneLineAndNameBothPlaces() {
        let report = GitHubReporter(source: source).report([conflict])
        #expect(
            report == "::error file=content/a%2Cb.md,line=3,col=1,title=key-duplicate::« a » est là%0D%0Adeux fois : a, b"
                + "%0Anote: content/a,b.md:2:1: elle est déjà ici%0Anote: autre.md: dans ce fichier\n")
        let windows = Diagnostic.error(.linkBroken, at: SourceLocation(file: "C:/a%b.md"), "x")
        #expect(GitHubReporter(source: source).report([windows]) == "::error file=C%3A/a%25b.md,title=link-broken::x\n")
    }

    @Test func gitlabTellsBothPlacesAndEachFaultApart() throws {
        // The same words at two places of one file.
        let twins = [0, 3, 6].map { Diagnostic.error(.rawHTML, at: SourceLocation(file: "content/a,b.md", offset: $0), "pas de HTML") }
        let report = GitLabReporter(source: source).report(twins + [conflict])
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: Any]])
        #expect(objects.count == 4)
        for object in objects {
            #expect(Set(object.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
            let location = try #require(object["location"] as? [String: Any])
            #expect(location["path"] as? String == "content/a,b.md")
            #expect((location["lines"] as? [String: Any])?["begin"] is Int)
            #expect(["info", "minor", "major", "critical", "blocker"].contains(object["severity"] as? String))
        }
        #expect(Set(objects.compactMap { $0["fingerprint"] as? String }).count == 4)
        let told = objects.first { $0["check_name"] as? String == "key-duplicate" }
        #expect(
            told?["description"] as? String
                == "« a » est là\r\ndeux fois : a, b ; note : content/a,b.md:2:1: elle est déjà ici ; note : autre.md: dans ce fichier")
        // Lines move: the fault keeps its name.
        let moved = GitLabReporter { _ in Array("\n\néa\nb\ncd".utf8) }
        #expect(moved.report([twins[0]]).contains(try #require(objects[0]["fingerprint"] as? String)))
    }

    private func fingerprint(_ text: String) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        return String(String(repeating: "0", count: 16) + String(hash, radix: 16)).suffix(16).description
    }
}
