import Files
import Glibc

/// Answers of people, texts to send: only where nobody else reads, and nothing is committed or published.
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
            try check(place, named: path, apartFrom: folders, "gardez les réponses dans un dossier à vous seul")
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

    /// Nothing is committed or published from there.
    ///
    /// - Parameters:
    ///   - place: without links.
    ///   - path: as it was typed, for messages.
    ///   - advice: where it belongs.
    private static func check(
        _ place: String, named path: String, apartFrom folders: [(path: String, words: String)], _ advice: String,
    ) throws {
        for (folder, words) in folders {
            guard let kept = resolved(folder), (place + "/").hasPrefix(kept == "/" ? "/" : kept + "/") else { continue }
            throw Refusal(message: "« \(path) » est dans « \(folder) », \(words)", advice: "\(advice), hors du projet")
        }
        var above = place
        while true {
            if isThere(joined(above, ".git")) {
                throw Refusal(
                    message: "« \(path) » est dans un dossier que git suit (« \(above) ») : un geste suffirait à l’y enregistrer",
                    advice: "\(advice), hors de tout dépôt")
            }
            if isThere(joined(above, "build-manifest.json")) {
                throw Refusal(message: "« \(path) » est dans un site publié", advice: advice)
            }
            if above == "/" || above == "." { break }
            above = Self.folder(of: above)
        }
    }

    /// A folder to write into that nobody else reads, made where there is none; the same places are refused.
    ///
    /// - Returns: where it is, without links.
    public static func folder(_ path: String, apartFrom folders: [(path: String, words: String)]) throws -> String {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let advice = "écrivez les textes dans un dossier à vous seul"
        let real: String
        if let there = resolved(path) {
            real = there
        } else {
            guard let above = resolved(folder(of: path)) else { throw DiskError("créer", path) }
            real = joined(above, name(of: path))
        }
        try check(real, named: path, apartFrom: folders, advice)
        if !isThere(real), mkdir(real, 0o700) != 0 { throw DiskError("créer", path) }
        var status = stat()
        guard stat(real, &status) == 0 else { throw DiskError("lire", path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw Refusal(message: "« \(path) » n’est pas un dossier", advice: advice)
        }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw Refusal(message: "d’autres que vous peuvent lire « \(path) »", advice: "lancez « chmod 700 \(path) »")
        }
        return real
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
