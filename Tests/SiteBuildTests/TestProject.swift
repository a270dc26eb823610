import Files
import Foundation
import Glibc
import SiteBuild
import SiteModel
import Testing

/// A copy of the sound site of `Tests/Fixtures/base`, for one test; removed with it.
final class TestProject {
    let folder: String
    var options: BuildOptions

    init() throws {
        folder = "\(FileManager.default.temporaryDirectory.path)/crieur-\(UUID().uuidString)"
        let base = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/base").path
        try FileManager.default.copyItem(atPath: base, toPath: folder)
        options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-24")), workers: 2)
        options.content = "\(folder)/content"
        options.templates = "\(folder)/site-templates"
        options.output = "\(folder)/public"
        options.printsBulletins = false
        options.indexesSearch = false
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Replaces `old` in a file of the project.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        let path = "\(folder)/\(file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(old), "\(file) does not hold what the test replaces")
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Each published file with its inode.
    func published() throws -> [String: UInt] {
        var files: [String: UInt] = [:]
        for path in try Files.tree(below: options.output) {
            var status = stat()
            try #require(lstat("\(options.output)/\(path)", &status) == 0)
            files[path] = UInt(status.st_ino)
        }
        return files
    }

    func text(of file: String) throws -> String {
        String(decoding: try Files.read("\(options.output)/\(file)"), as: UTF8.self)
    }
}
