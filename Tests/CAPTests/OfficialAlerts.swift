import Foundation

/// Real CAP messages, which are no part of the project: in the folder that `CRIEUR_REAL_DATA` names, else in
/// `../shared/data` beside the package.
enum OfficialAlerts {
    static let root: String = {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        let data = ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"] ?? "\(package)/../shared/data"
        return "\(data)/alertes"
    }()

    static var areThere: Bool { FileManager.default.fileExists(atPath: root) }

    static let absence = "the official files are not there: set CRIEUR_REAL_DATA to their folder"

    static func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")))
    }
}
