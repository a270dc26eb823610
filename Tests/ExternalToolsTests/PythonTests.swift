import Diagnostics
import ExternalTools
import Foundation
import Testing

@Suite struct PythonTests {
    /// A folder that looks like a project with a virtual environment, without a Python that runs.
    func withProject(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let manager = FileManager.default
        try manager.createDirectory(atPath: "\(folder)/.venv/bin", withIntermediateDirectories: true)
        try "home = /usr/bin".write(toFile: "\(folder)/.venv/pyvenv.cfg", atomically: false, encoding: .utf8)
        try "#!/bin/sh\n".write(toFile: "\(folder)/.venv/bin/python3", atomically: false, encoding: .utf8)
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/.venv/bin/python3")
        for wheel in ["typst-0.15.2", "page_validation-0.11.0"] {
            try manager.createDirectory(
                atPath: "\(folder)/.venv/lib/python3.11/site-packages/\(wheel).dist-info",
                withIntermediateDirectories: true)
        }
        try await body(folder)
    }

    @Test func theOptionComesBeforeTheVariableAndTheVariableBeforeTheProject() async throws {
        try await withProject { folder in
            var diagnostics: [Diagnostic] = []
            let own = "\(folder)/.venv/bin/python3"
            #expect(
                Python.find(option: nil, variable: nil, project: folder, into: &diagnostics)?.path == own)
            #expect(
                Python.find(option: nil, variable: "/bin/sh", project: folder, into: &diagnostics)?.path
                    == "/bin/sh")
            #expect(
                Python.find(option: own, variable: "/bin/sh", project: folder, into: &diagnostics)?.path == own)
            #expect(diagnostics.isEmpty)
        }
    }

    @Test(arguments: [
        ("/nulle/part", nil, "le programme python3, donné par « --python », est introuvable : « /nulle/part »"),
        (nil, "/etc/passwd", "le programme python3, donné par CRIEUR_PYTHON, est introuvable : « /etc/passwd »"),
        (nil, nil, "le programme python3, attendu dans .venv, est introuvable : « /nulle/part/.venv/bin/python3 »"),
    ] as [(String?, String?, String)])
    func aPythonThatIsNotThereIsSaidWithWhereItWasExpected(
        option: String?, variable: String?, message: String,
    ) {
        var diagnostics: [Diagnostic] = []
        let python = Python.find(
            option: option, variable: variable, project: "/nulle/part", into: &diagnostics)
        #expect(python == nil)
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.map(\.id) == [.toolMissing])
    }

    @Test func versionsAreReadFromTheFoldersOfAVirtualEnvironment() async throws {
        try await withProject { folder in
            var diagnostics: [Diagnostic] = []
            let python = Python(path: "\(folder)/.venv/bin/python3")
            let versions = try await python.versions(of: ["typst", "page-validation"], into: &diagnostics)
            #expect(versions == ["typst": "0.15.2", "page-validation": "0.11.0"])
            #expect(diagnostics.isEmpty)
        }
    }

    @Test func aMissingWheelIsADiagnosticThatSaysHowToInstallIt() async throws {
        try await withProject { folder in
            var diagnostics: [Diagnostic] = []
            let python = Python(path: "\(folder)/.venv/bin/python3")
            _ = try await python.versions(of: ["typst", "page-validation"], into: &diagnostics)
            #expect(diagnostics.isEmpty)
            _ = try await python.versions(of: ["typst", "absente"], into: &diagnostics)
            _ = try await python.versions(of: ["absente", "manquante"], into: &diagnostics)
            #expect(
                diagnostics.map(\.message) == [
                    "le paquet Python « absente » n’est pas installé pour « \(python.path) »",
                    "les paquets Python « absente » et « manquante » ne sont pas installés pour « \(python.path) »",
                ])
            #expect(
                diagnostics.map(\.advice) == [
                    "installez-le avec « make site », ou avec pip et le fichier requirements.txt",
                    "installez-les avec « make site », ou avec pip et le fichier requirements.txt",
                ])
        }
    }
}
