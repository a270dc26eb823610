import Files
import Foundation

/// The files of INSEE and of the ministry of the Interior as they are published, which are no part of the project:
/// in the folder that `CRIEUR_REAL_DATA` names, else in `../shared/data` beside the package.
enum OfficialFiles {
    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let root =
        ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"] ?? "\(packageRoot)/../shared/data"

    static var areThere: Bool { Files.kind(of: "\(root)/communes") == .folder }

    static var areOfFrance: Bool {
        Files.kind(of: "\(root)/communes/insee-cog-2026-communes.csv.gz") == .file
    }

    static let absence = "the official files are not there: set CRIEUR_REAL_DATA to their folder"

    static func read(_ path: String) throws -> [UInt8] { try Files.read("\(root)/\(path)") }

    /// The bytes of a `.gz` file, through the `gzip` of the system.
    static func unzip(_ path: String) throws -> [UInt8] {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", "\(root)/\(path)"]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        return Array(bytes)
    }

    /// Rows of a small file by its first row's names, read by nothing of `FeedReading`: no field of these files
    /// holds a separator, a quote or a line break.
    static func rows(_ path: String, separator: Character) throws -> [[String: String]] {
        let marks: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "\r")]
        let text = String(decoding: try read(path).filter { !marks.contains($0) }, as: UTF8.self)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }
}
