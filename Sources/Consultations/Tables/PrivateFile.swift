import Files
import Glibc

/// Answers of people: read only from where nobody else reads, and nothing is committed or published.
public enum PrivateFile {
    /// Why it is not read, in French.
    public struct Refusal: Error, Hashable, Sendable {
        public let message: String
        public let advice: String
    }

    /// - Parameter folders: where it must not lie, each with what it is: « le dossier publié ».
    public static func read(_ path: String, apartFrom folders: [(path: String, words: String)]) throws -> [UInt8] {
        guard let real = resolved(path) else { throw DiskError("lire", path) }
        // A link among the sources leads others to it as surely as the file.
        let typed = resolved(folder(of: path)).map { joined($0, name(of: path)) } ?? real
        for place in [typed, real] {
            for (folder, words) in folders {
                guard let kept = resolved(folder), (place + "/").hasPrefix(kept == "/" ? "/" : kept + "/") else { continue }
                throw Refusal(
                    message: "« \(path) » est dans « \(folder) », \(words)", advice: "gardez les réponses dans un dossier à vous seul, hors du projet")
            }
            var above = Self.folder(of: place)
            while true {
                if isThere(joined(above, ".git")) {
                    throw Refusal(
                        message: "« \(path) » est dans un dossier que git suit (« \(above) ») : un geste suffirait à l’y enregistrer",
                        advice: "gardez les réponses dans un dossier à vous seul, hors de tout dépôt")
                }
                if isThere(joined(above, "build-manifest.json")) {
                    throw Refusal(message: "« \(path) » est dans un site publié", advice: "gardez les réponses dans un dossier à vous seul")
                }
                if above == "/" || above == "." { break }
                above = Self.folder(of: above)
            }
        }
        var status = stat()
        guard stat(real, &status) == 0 else { throw DiskError("lire", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(message: "« \(path) » n’est pas un fichier", advice: "donnez les fichiers l’un après l’autre")
        }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw Refusal(message: "d’autres que vous peuvent lire ou changer « \(path) »", advice: "lancez « chmod 600 \(path) »")
        }
        return try Files.read(real)
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func joined(_ folder: String, _ name: String) -> String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

    private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
