public import Diagnostics
import Files
import Glibc

/// The Python whose wheels do a part of the work, and the versions of those wheels.
public struct Python: Sendable, Hashable {
    public let path: String

    public init(path: String) { self.path = path }

    /// `--python`, else `CRIEUR_PYTHON`, else `.venv/bin/python3` of the project.
    ///
    /// - Parameters:
    ///   - option: value of `--python`; `nil` where it was not given.
    ///   - variable: value of `CRIEUR_PYTHON`, handed in by whoever reads the environment.
    ///   - project: folder of the project.
    public static func find(
        option: String?, variable: String?, project: String,
        into diagnostics: inout [Diagnostic],
    ) -> Python? {
        let candidate: (path: String, origin: String)
        if let option {
            candidate = (option, "donné par « --python »")
        } else if let variable, !variable.isEmpty {
            candidate = (variable, "donné par CRIEUR_PYTHON")
        } else {
            let folder = project == "." ? "" : "\(project)/"
            candidate = ("\(folder).venv/bin/python3", "attendu dans .venv")
        }
        guard Files.kind(of: candidate.path) == .file, access(candidate.path, X_OK) == 0 else {
            diagnostics.append(
                .error(
                    .toolMissing, "le programme python3, \(candidate.origin), est introuvable : « \(candidate.path) »",
                    advice: "installez ce qui manque avec « make site », ou donnez le chemin de python3 par « --python »"
                ))
            return nil
        }
        return Python(path: candidate.path)
    }

    /// The installed versions of `wheels`, by name; a wheel that is missing is a diagnostic.
    ///
    /// In a virtual environment the folders of the wheels tell; otherwise Python is asked.
    public func versions(
        of wheels: [String], into diagnostics: inout [Diagnostic],
    ) async throws(ToolFailure) -> [String: String] {
        var versions = versionsInVirtualEnvironment(of: wheels)
        if versions.count < wheels.count {
            versions.merge(try await versionsAsked(of: wheels)) { installed, _ in installed }
        }
        let missing = wheels.filter { versions[$0] == nil }.map { "« \($0) »" }
        switch missing.count {
        case 0: break
        case 1:
            diagnostics.append(
                .error(
                    .toolMissing, "le paquet Python \(missing[0]) n’est pas installé pour « \(path) »",
                    advice: "installez-le avec « make site », ou avec pip et le fichier requirements.txt"))
        default:
            diagnostics.append(
                .error(
                    .toolMissing, "les paquets Python \(missing.joined(separator: " et ")) ne sont pas installés pour « \(path) »",
                    advice: "installez-les avec « make site », ou avec pip et le fichier requirements.txt"))
        }
        return versions
    }

    private func versionsInVirtualEnvironment(of wheels: [String]) -> [String: String] {
        let components = path.split(separator: "/", omittingEmptySubsequences: false)
        guard components.count > 2 else { return [:] }
        let root = components.dropLast(2).joined(separator: "/")
        guard Files.kind(of: "\(root)/pyvenv.cfg") == .file,
            let libraries = try? Files.entries(of: "\(root)/lib")
        else { return [:] }
        var versions: [String: String] = [:]
        for library in libraries where library.name.hasPrefix("python") {
            let entries = (try? Files.entries(of: "\(root)/lib/\(library.name)/site-packages")) ?? []
            for entry in entries where entry.name.hasSuffix(".dist-info") {
                let parts = entry.name.dropLast(".dist-info".utf8.count).split(separator: "-")
                guard parts.count == 2 else { continue }
                for wheel in wheels where Self.normalized(wheel) == parts[0].lowercased() {
                    versions[wheel] = String(parts[1])
                }
            }
        }
        return versions
    }

    private func versionsAsked(of wheels: [String]) async throws(ToolFailure) -> [String: String] {
        let script = """
            import sys
            from importlib import metadata
            for wheel in sys.argv[1:]:
                try:
                    print(wheel + "=" + metadata.version(wheel))
                except metadata.PackageNotFoundError:
                    pass
            """
        let output = try await ToolCommand(
            name: "Python", executable: path, arguments: ["-I", "-c", script] + wheels
        ).run(within: .seconds(30)).output
        var versions: [String: String] = [:]
        for line in output.split(separator: 0x0A) {
            let parts = String(decoding: line, as: UTF8.self).split(separator: "=", maxSplits: 1)
            if parts.count == 2 { versions[String(parts[0])] = String(parts[1]) }
        }
        return versions
    }

    /// The name of a wheel's folder (PEP 491): lower case, `_` for `-` and `.`.
    private static func normalized(_ wheel: String) -> String {
        String(wheel.lowercased().map { $0 == "-" || $0 == "." ? "_" : $0 })
    }
}
