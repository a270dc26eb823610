@testable import BulletinRendering
import Diagnostics
import ExternalTools
import Foundation
import Testing

@Suite struct PrintEngineTests {
    @Test func aFontThatIsMissingIsADiagnosticThatNamesItsPackage() async throws {
        let press = try TestPress()
        let (engine, diagnostics) = try await press.engine(fonts: ["\(press.folder)/nulle-part"])
        #expect(engine == nil)
        #expect(diagnostics.filter { $0.id == .fontMissing }.count == 8)
        let first = diagnostics.first { $0.id == .fontMissing }
        #expect(first?.message == "la police « Inter » est introuvable : il manque « Inter-Regular.otf »")
        #expect(first?.advice == "installez le paquet Debian fonts-inter, par exemple avec « make site »")
        #expect(first?.location?.file == "\(press.templates)/fonts.json")
    }

    @Test func aFontBesideTheTemplatesComesFirst() async throws {
        let press = try TestPress()
        let own = "\(press.templates)/fonts"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try "own".write(toFile: "\(own)/Inter-Bold.otf", atomically: true, encoding: .utf8)
        var diagnostics: [Diagnostic] = []
        let templates = try #require(try PrintTemplates.read(press.templates, into: &diagnostics))
        let fonts = try PrintFonts.find(for: templates, into: &diagnostics)
        #expect(fonts?.files.first { $0.name == "Inter-Bold.otf" }?.bytes == Array("own".utf8))
    }

    @Test func aListOfFontsThatIsNotJSONIsADiagnostic() async throws {
        let press = try TestPress()
        try press.edit("fonts.json", "[", "")
        let (engine, diagnostics) = try await press.engine()
        #expect(engine == nil)
        #expect(
            diagnostics.map(\.message) == ["la liste des polices « fonts.json » manque ou n’est pas lisible"])
    }

    @Test func aMissingTemplateIsADiagnostic() async throws {
        let press = try TestPress()
        try FileManager.default.removeItem(atPath: "\(press.templates)/bulletin.typ")
        let (engine, diagnostics) = try await press.engine()
        #expect(engine == nil)
        #expect(diagnostics.map(\.id) == [.templateMissing])
    }

    @Test(.enabled(if: TestPress.isInstalled, "the wheels of requirements.txt are not installed"))
    func theKeyHoldsEverythingThatDecidesThePDF() async throws {
        let press = try TestPress()
        let engine = try await press.working()
        let common = engine.commonMaterial
        #expect(common.map(\.name).starts(with: ["worker", "pikepdf", "typst", "fonts.json", "Inter-Regular.otf"]))
        #expect(common.map(\.name).contains("PTF55F.ttf"))
        let own = engine.material(of: .bulletin)
        #expect(own.map(\.name).contains("lib/theme.typ") && own.map(\.name).contains("bulletin.typ"))
        #expect((common + own).allSatisfy { !$0.bytes.isEmpty })
    }

    @Test func aDocumentNeedsOnlyWhatItsTemplateNames() {
        func file(_ path: String, _ text: String) -> PrintTemplates.File { .init(path: path, bytes: Array(text.utf8)) }
        let templates = PrintTemplates(
            folder: "print",
            files: [
                file("bulletin.typ", "#import \"lib/a.typ\": *\nIl dit \" puis #include \"./part.typ\"\n#image(\"/img/logo.svg\")"),
                file("data/x.json", "[]"), file("data/y.json", "[]"), file("img/logo.svg", "<svg/>"),
                file("img/other.svg", "<svg/>"), file("lib/a.typ", "#import \"b.typ\": x // \"../poster.md\""),
                file("lib/b.typ", "#let x = name => json(\"../data/\" + name + \".json\")\n#import \"a.typ\""),
                file("lib/c.typ", ""), file("part.typ", "\"../../outside\" \"/\" \"lib\""), file("poster.typ", "#import \"lib/c.typ\""),
            ])
        #expect(
            templates.files(neededBy: .bulletin).map(\.path) == [
                "bulletin.typ", "data/x.json", "data/y.json", "img/logo.svg", "lib/a.typ", "lib/b.typ", "part.typ",
            ])
    }

    @Test func placesCountCharactersNotBytes() {
        let templates = PrintTemplates(
            folder: "print", files: [.init(path: "a.typ", bytes: Array("é\n#été(x)\n".utf8))])
        #expect(templates.location(path: "a.typ", line: 2, column: 4).offset == 9)
        #expect(templates.location(path: "a.typ", line: 9, column: 0).offset == 13)
        #expect(templates.location(path: "b.typ", line: 1, column: 0).offset == nil)
    }
}
