import Diagnostics
import Foundation
import Testing

@Suite struct JSONReporterTests {
    private static let text = "---\ntitle: \"Été\"\n---\n"

    private static let diagnostics: [Diagnostic] = [
        .error(
            .dateInvalid, at: SourceLocation(file: "a.md", offset: 11, length: 7), "faute « \"x\\y\" »\n\t\u{1}",
            advice: "cure",
            notes: [.init("ici", at: SourceLocation(file: "a.md", offset: 4, length: 5)), .init("ailleurs")]),
        .warning(.fileEmpty, at: SourceLocation(file: "b.md"), "vide"),
        .error(.toolMissing, "Typst manque"),
    ]

    private static func report(_ diagnostics: [Diagnostic]) -> String {
        JSONReporter { $0 == "a.md" ? Array(text.utf8) : nil }.report(diagnostics)
    }

    @Test func theWholeDocumentIsStable() {
        #expect(
            Self.report(Self.diagnostics) == #"""
                [
                  {"severity":"error","id":"tool-missing","file":null,"line":null,"column":null,"offset":null,"length":null,"message":"Typst manque","advice":null,"notes":[]},
                  {"severity":"error","id":"date-invalid","file":"a.md","line":2,"column":8,"offset":11,"length":7,"message":"faute « \"x\\y\" »\n\t\u0001","advice":"cure","notes":[{"message":"ici","file":"a.md","line":2,"column":1},{"message":"ailleurs","file":null,"line":null,"column":null}]},
                  {"severity":"warning","id":"file-empty","file":"b.md","line":null,"column":null,"offset":null,"length":null,"message":"vide","advice":null,"notes":[]}
                ]

                """#)
        #expect(Self.report(Self.diagnostics.reversed()) == Self.report(Self.diagnostics))
        #expect(Self.report([]) == "[]\n")
    }

    @Test func anotherReaderOfJSONUnderstandsIt() throws {
        let document = Self.report(Self.diagnostics)
        let objects = try #require(
            try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [[String: Any]])
        #expect(objects.map { $0["message"] as? String } == ["Typst manque", "faute « \"x\\y\" »\n\t\u{1}", "vide"])
        #expect(objects.map { $0["line"] as? Int } == [nil, 2, nil])
    }
}
