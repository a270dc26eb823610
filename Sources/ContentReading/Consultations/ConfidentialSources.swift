import Diagnostics
import Files

/// Confidential texts never lie among the sources: whatever is there may be published, and git keeps it for ever.
public enum ConfidentialSources {
    /// How the files of `crieur sms models` begin.
    private static let mark = Array("# CONFIDENTIEL".utf8)
    private static let texts: Set<String> = ["txt", "md", "markdown"]

    /// - Parameter paths: all files below `root`, from it.
    public static func check(_ paths: [String], below root: String) -> [Diagnostic] {
        paths.compactMap { path in
            let end = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
            // What cannot be read is told by whoever needs it.
            guard texts.contains(end), let start = try? Files.start(of: "\(root)/\(path)", length: 4096), isMarked(start) else { return nil }
            return .error(
                .confidentialText, at: SourceLocation(file: "\(root)/\(path)"), "ce fichier se dit confidentiel, et tout lecteur des sources le verrait",
                advice: "sortez-le de ce dossier et de l’historique git, et gardez-le dans un dossier à vous seul (voyez « crieur sms models »)")
        }
    }

    /// Whether a line begins with the mark. Within a block of code, a guide shows what such a file looks like.
    private static func isMarked(_ bytes: [UInt8]) -> Bool {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var isCode = false
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isCode.toggle() }
            if !isCode, line.starts(with: mark) { return true }
        }
        return false
    }
}
