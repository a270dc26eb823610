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
        let names = engine.keyMaterial.map(\.name)
        #expect(names.contains("worker"))
        #expect(names.contains("typst") && names.contains("pikepdf"))
        #expect(names.contains("lib/theme.typ") && names.contains("bulletin.typ"))
        #expect(names.contains("Inter-Regular.otf") && names.contains("PTF55F.ttf"))
        #expect(engine.keyMaterial.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test func placesCountCharactersNotBytes() {
        let templates = PrintTemplates(
            folder: "print", files: [.init(path: "a.typ", bytes: Array("é\n#été(x)\n".utf8))])
        #expect(templates.location(path: "a.typ", line: 2, column: 4).offset == 9)
        #expect(templates.location(path: "a.typ", line: 9, column: 0).offset == 13)
        #expect(templates.location(path: "b.typ", line: 1, column: 0).offset == nil)
    }
}
