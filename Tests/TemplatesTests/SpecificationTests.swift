import Diagnostics
import Foundation
import Testing

@testable import Templates

/// The official suites, all of their cases, as the specification has them: leniently.
///
/// They are skipped where the folder of official data is missing; `folderIsThere` says so.
@Suite struct SpecificationTests {
    /// Each suite with its number of cases.
    static let suites = [
        ("comments", 12), ("delimiters", 14), ("inheritance", 27), ("interpolation", 42), ("inverted", 22),
        ("partials", 12), ("sections", 34),
    ]

    @Test(
        .disabled(
            if: SpecificationCase.isMissing,
            "no mustache-spec folder: name its parent in CRIEUR_REAL_DATA; the specification is not tested"),
        arguments: suites)
    func folderIsThere(suite: String, count: Int) {
        #expect(SpecificationCase.all(suite).count == count)
    }

    @Test(arguments: suites.flatMap { SpecificationCase.all($0.0) })
    func caseRendersAsSpecified(specified: SpecificationCase) {
        let (library, faults) = TemplateLibrary.compile(specified.files(), mode: .lenient)
        #expect(faults == [])
        var output: [UInt8] = []
        #expect(library.render("main", specified.data.value, into: &output) == [])
        #expect(String(decoding: output, as: UTF8.self) == specified.expected)
    }

    private static func unknown(_ name: String) -> String { "le nom « \(name) » est inconnu à cet endroit" }

    /// What the specification renders as nothing: strict mode says it, at the very name.
    static let misses = [
        ("interpolation", "Basic Context Miss Interpolation", "cannot", unknown("cannot")),
        ("interpolation", "Triple Mustache Context Miss Interpolation", "cannot", unknown("cannot")),
        ("interpolation", "Ampersand Context Miss Interpolation", "cannot", unknown("cannot")),
        ("interpolation", "Dotted Names - Broken Chains", "a.b.c", "« a » n’a pas de nom « b »"),
        ("interpolation", "Dotted Names - Broken Chain Resolution", "a.b.c.name", "« a.b » n’a pas de nom « c »"),
        ("interpolation", "Dotted Names - Context Precedence", "b.c", "« b » n’a pas de nom « c »"),
        ("interpolation", "Dotted Names are never single keys", "a.b", unknown("a")),
        ("sections", "Context Misses", "missing", unknown("missing")),
        ("sections", "Dotted Names - Broken Chains", "a.b.c", "« a » n’a pas de nom « b »"),
        ("inverted", "Context Misses", "missing", unknown("missing")),
        ("inverted", "Dotted Names - Broken Chains", "a.b.c", "« a » n’a pas de nom « b »"),
    ]

    @Test(.disabled(if: SpecificationCase.isMissing), arguments: misses)
    func strictModeReportsAContextMiss(suite: String, name: String, tag: String, message: String) throws {
        let specified = try #require(SpecificationCase.all(suite).first { $0.name == name })
        let (library, faults) = TemplateLibrary.compile(specified.files())
        #expect(faults == [])
        var output: [UInt8] = []
        let found = library.render("main", specified.data.value, into: &output)
        #expect(found.map(\.id) == [.templateUnknownName])
        #expect(found.first?.message == message)
        #expect(found.first?.location == SpecificationTests.location(of: tag, in: specified.template))
    }

    @Test(.disabled(if: SpecificationCase.isMissing)) func strictModeReportsAFailedLookup() throws {
        let specified = try #require(SpecificationCase.all("partials").first { $0.name == "Failed Lookup" })
        #expect(
            TemplateLibrary.compile(specified.files()).diagnostics == [
                .error(
                    .templateUnknownPartial, at: SpecificationTests.location(of: "text", in: specified.template),
                    "le gabarit « text » n’existe pas", advice: "créez-le, ou corrigez son nom")
            ])
    }

    private static func location(of name: String, in template: String) -> Diagnostics.SourceLocation? {
        guard let range = template.range(of: name) else { return nil }
        return .init(
            file: "main.mustache", offset: template[..<range.lowerBound].utf8.count, length: name.utf8.count)
    }
}
