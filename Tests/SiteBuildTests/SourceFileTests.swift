import Diagnostics
import Files
import Foundation
@testable import SiteBuild
import Testing

/// Files that change while they are read.
@Suite struct SourceFileTests {
    private func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "source-file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path(percentEncoded: false)
    }

    @Test func aFileThatVanishedIsNoLinkToNothing() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var diagnostics: [Diagnostic] = []
        // It was in the list of the folder, and is there no more.
        #expect(try SourceFile.read("\(folder)/fiche.md", into: &diagnostics) == nil)
        #expect(diagnostics.map(\.message) == ["le fichier a disparu pendant la lecture"])
        #expect(diagnostics.map(\.id) == [.fileUnreadable] && diagnostics[0].advice?.isEmpty == false)
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/fiche.md", withDestinationPath: "absente.md")
        diagnostics = []
        #expect(try SourceFile.read("\(folder)/fiche.md", into: &diagnostics) == nil)
        #expect(diagnostics.map(\.message) == ["c’est un lien, qui ne mène à aucun fichier"])
    }

    @Test func aFileThatChangedIsToldWithoutItsLine() {
        // Three lines were read; one is left when the message is printed.
        let fault = Diagnostic.error(.rawHTML, at: SourceLocation(file: "a.md", offset: 40, length: 5), "pas de HTML", advice: "retirez-le")
        #expect(TextReporter { _ in nil }.report([fault]) == "a.md: erreur: pas de HTML [raw-html]\n     = retirez-le\n1 erreur\n")
        let shorter = TextReporter { _ in Array("un mot".utf8) }.report([fault])
        #expect(shorter.hasPrefix("a.md:1:7: erreur: pas de HTML [raw-html]\n") && shorter.hasSuffix("     = retirez-le\n1 erreur\n"))
    }
}
