import Files
import Foundation
import Glibc
import Testing

@Suite final class FilesTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/sous", withIntermediateDirectories: true)
        for (name, text) in [("é.md", "é"), ("b.md", "bb"), ("sous/a.md", ""), (".caché", "x")] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @Test func readsWholeFiles() throws {
        #expect(try Files.read("\(folder)/b.md") == Array("bb".utf8))
        #expect(try Files.read("\(folder)/sous/a.md").isEmpty)
        let large = [UInt8](repeating: 7, count: 1_000_000)
        try Data(large).write(to: URL(fileURLWithPath: "\(folder)/large"))
        #expect(try Files.read("\(folder)/large") == large)
    }

    @Test func listsInTheOrderOfBytes() throws {
        #expect(try Files.tree(below: folder) == ["b.md", "sous/a.md", "é.md"])
    }

    @Test func listsALinkToNothing() throws {
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/sous/lien.md", withDestinationPath: "absent.md")
        try #require(mkfifo("\(folder)/sous/tuyau", 0o600) == 0)
        #expect(try Files.tree(below: folder) == ["b.md", "sous/a.md", "sous/lien.md", "é.md"])
    }

    @Test func saysWhichPathAndWhy() {
        #expect {
            _ = try Files.read("\(folder)/absent.md")
        } throws: { error in
            "\(error)" == "impossible de lire « \(folder)/absent.md » : il n’existe pas"
        }
        #expect {
            _ = try Files.read("\(folder)/sous")
        } throws: { error in
            "\(error)" == "impossible de lire « \(folder)/sous » : c’est un dossier"
        }
    }
}
