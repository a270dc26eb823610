import ArgumentParser
import Files
import Publishing

/// The manifest of an earlier build, as `--previous` names it.
enum FormerManifest {
    /// Throws wrong usage for a path that leads to no manifest.
    static func read(_ path: String) throws -> BuildManifest {
        guard let manifest = BuildManifest(decoding: try bytes(path)) else {
            throw ValidationError("« \(path) » n’est pas un build-manifest.json de Crieur")
        }
        return manifest
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        do {
            return try Files.read(path)
        } catch {
            if error.isAboutThePath { throw ValidationError("« --previous » : \(error)") }
            throw error
        }
    }
}
