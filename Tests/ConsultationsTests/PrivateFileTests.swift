import Consultations
import Files
import Foundation
import Testing

@Suite struct PrivateFileTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "crieur-private-\(UUID())").path(percentEncoded: false)
        for name in ["content/consultations", "public", "mine", "depot/sub"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
    }

    private func put(_ name: String, mode: Int = 0o600) throws -> String {
        let path = "\(folder)/\(name)"
        try Data("id\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    private func refusal(_ path: String) -> String? {
        do {
            _ = try PrivateFile.read(path, apartFrom: [("\(folder)/content", "le dossier des textes"), ("\(folder)/public", "le dossier publié")])
            return nil
        } catch {
            return (error as? PrivateFile.Refusal)?.message ?? "\(error)"
        }
    }

    @Test func aFileOfOnesOwnIsRead() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try PrivateFile.read(try put("mine/r.csv"), apartFrom: []) == Array("id\n".utf8))
        #expect(refusal(try put("mine/r.csv", mode: 0o400)) == nil)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620])
    func oneThatOthersReadOrChangeIsNot(mode: Int) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try #require(refusal(try put("mine/r.csv", mode: mode))).contains("d’autres que vous"))
    }

    @Test func norOneAmongSourcesOrPublishedFiles() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try #require(refusal(try put("content/consultations/r.csv"))).contains("le dossier des textes"))
        #expect(try #require(refusal(try put("public/r.csv"))).contains("le dossier publié"))
        _ = try put("mine/build-manifest.json")
        #expect(try #require(refusal(try put("mine/r.csv"))).contains("site publié"))
    }

    @Test func norOneThatGitWouldTake() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: "\(folder)/depot/.git", withIntermediateDirectories: false)
        #expect(try #require(refusal(try put("depot/sub/r.csv"))).contains("que git suit"))
    }

    @Test func linksDoNotHideWhereItIs() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let inside = try put("content/r.csv")
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/mine/link.csv", withDestinationPath: inside)
        #expect(try #require(refusal("\(folder)/mine/link.csv")).contains("le dossier des textes"))
        let mine = try put("mine/r.csv")
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/content/link.csv", withDestinationPath: mine)
        #expect(try #require(refusal("\(folder)/content/link.csv")).contains("le dossier des textes"))
    }

    @Test func whatIsNoFileIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try #require(refusal("\(folder)/mine")).contains("n’est pas un fichier"))
        #expect(try #require(refusal("\(folder)/mine/absent.csv")).contains("il n’existe pas"))
    }
}
