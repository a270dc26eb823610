import Diagnostics
import Foundation
import Glibc
import Publishing
import Testing

/// A folder of its own for one test, with an output folder in it; removed when the test ends.
final class Sandbox: Sendable {
    let path: String
    var output: String { "\(path)/public" }

    init() throws {
        path = "\(NSTemporaryDirectory())/crieur-publishing-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Publishes a site of these files; the output must be fit for it.
    @discardableResult
    func publish(_ files: [String: String], baseURL: String = "https://example.fr/") throws -> Publication {
        let staging = try Staging(for: try folder())
        for (path, text) in files { try staging.write(path, Array(text.utf8)) }
        return try staging.publish(baseURL: baseURL)
    }

    func folder() throws -> OutputFolder {
        let (folder, diagnostics) = try OutputFolder.open(output)
        #expect(diagnostics == [])
        return try #require(folder)
    }

    func text(_ file: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(file)").map { String(decoding: $0, as: UTF8.self) }
    }

    func put(_ text: String, at file: String) throws {
        let target = URL(fileURLWithPath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }

    /// Inode, time of last change in nanoseconds and number of names.
    func status(_ file: String) throws -> (inode: UInt, modified: Int, links: Int, mode: UInt32) {
        var found = stat()
        try #require(lstat("\(path)/\(file)", &found) == 0, "\(file) is missing")
        return (
            UInt(found.st_ino), found.st_mtim.tv_sec * 1_000_000_000 + found.st_mtim.tv_nsec,
            Int(found.st_nlink), found.st_mode & 0o7777
        )
    }

    /// All files below the output, in byte order; folders that are empty too, with a final `/`.
    func published() -> [String] { files(below: output) }

    /// Names directly in the sandbox.
    func siblings() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    private func files(below folder: String) -> [String] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        return paths.compactMap { $0 as? String }.compactMap { file in
            var isFolder: ObjCBool = false
            let full = "\(folder)/\(file)"
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder.boolValue else { return file }
            let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: full).isEmpty) ?? false
            return isEmpty ? file + "/" : nil
        }.sorted()
    }
}

/// Mounting a small file system needs root, and more than most containers allow.
enum SmallDisk {
    static let isPossible: Bool = {
        guard let sandbox = try? Sandbox() else { return false }
        guard mount("tmpfs", sandbox.path, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount(sandbox.path) == 0
    }()

    /// Runs a test with a disk of so many kilobytes mounted at a path.
    static func with<Result>(kilobytes: Int, at path: String, _ body: () throws -> Result) throws -> Result {
        try #require(mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0)
        defer { umount2(path, Int32(MNT_DETACH)) }
        return try body()
    }
}
