import Foundation

/// Official files that are not part of the project: `CRIEUR_REAL_DATA`, else `../shared/data`.
enum RealData {
    static let folder =
        ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data").path
}
