@testable import BulletinRendering
import Diagnostics
import ExternalTools
import Foundation
import Testing

/// A folder for one test, its copy of the print templates, and the engine on the project's own Python.
struct TestPress: ~Copyable {
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The Python with the wheels; `nil` where they are not installed.
    static var python: Python? {
        var diagnostics: [Diagnostic] = []
        let variable = ProcessInfo.processInfo.environment["CRIEUR_PYTHON"]
        return Python.find(option: nil, variable: variable, project: project, into: &diagnostics)
    }

    /// For tests that need Typst: they are reported as skipped where it is not installed.
    static let isInstalled: Bool = {
        guard let python else { return false }
        let process = Process()
        process.executableURL = URL(filePath: python.path)
        process.arguments = ["-I", "-c", "import typst, pikepdf"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    let folder: String
    var templates: String { "\(folder)/site-templates/print" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/crieur-print-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: "\(folder)/site-templates", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Self.project)/site-templates/print", toPath: "\(folder)/site-templates/print")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func engine(
        python: Python? = TestPress.python, fonts: [String] = PrintFonts.systemFolders,
    ) async throws -> (engine: PrintEngine?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let engine = try await PrintEngine.find(
            python: python, templates: templates, systemFonts: fonts, into: &diagnostics)
        return (engine, diagnostics)
    }

    func working(python: Python? = TestPress.python) async throws -> PrintEngine {
        let (engine, diagnostics) = try await engine(python: python)
        return try #require(engine, "\(diagnostics)")
    }

    /// Replaces the first `old` of a template.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        let path = "\(templates)/\(file)"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let range = try #require(text.range(of: old), "\(file) does not hold what the test replaces")
        text.replaceSubrange(range, with: new)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// A stand-in for Python: a shell script that may call the real one as "$PYTHON".
    func standIn(_ script: String) throws -> Python {
        let path = "\(folder)/python3"
        let real = try #require(Self.python).path
        try "#!/bin/sh\nPYTHON='\(real)'\nFOLDER='\(folder)'\n\(script)\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return Python(path: path)
    }
}

extension PrintOutcome {
    var printed: (file: String, result: PrintResult)? {
        if case .printed(let file, let result) = value { (file, result) } else { nil }
    }

    var diagnostics: [Diagnostic] {
        if case .failed(let diagnostics) = value { diagnostics } else { [] }
    }
}
