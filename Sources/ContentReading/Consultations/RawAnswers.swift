import Diagnostics
import Files
import SiteModel

/// Answers of people never lie among the sources: what is there is read by all who work on the site, and kept by git for ever.
public enum RawAnswers {
    /// What tables of answers are saved as, and LimeSurvey's own archives.
    private static let tables: Set<String> = ["csv", "tsv", "tab", "xls", "xlsx", "ods", "lsa", "lsr", "sav", "dta", "vvexport"]

    /// - Parameter paths: all files below `root`, from it.
    public static func check(_ paths: [String], below root: String) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for path in paths {
            let end = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
            if path.hasPrefix("consultations/"), tables.contains(end) {
                faults.append(fault("\(root)/\(path)"))
            } else if end == "csv" || end == "txt" || end == "tsv" {
                // What cannot be read is told by whoever needs it.
                guard let heading = try? Files.start(of: "\(root)/\(path)", length: 4096) else { continue }
                if isHeading(heading) { faults.append(fault("\(root)/\(path)")) }
            }
        }
        return faults
    }

    private static func fault(_ file: String) -> Diagnostic {
        .error(
            .rawAnswers, at: SourceLocation(file: file), "ce fichier a l’air d’un export de réponses, que tout lecteur des sources verrait",
            advice: "sortez-le de ce dossier et de l’historique git, gardez-le dans un dossier à vous seul, et comptez-le par « crieur consultation count »")
    }

    /// Whether a first line names the columns of LimeSurvey or Démarches simplifiées.
    /// - Parameter bytes: the first of a file.
    public static func isHeading(_ bytes: [UInt8]) -> Bool {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let names = Set(
            line.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x09 }
                .map { String(decoding: $0, as: UTF8.self).filter { $0 != "\"" && $0 != "\u{FEFF}" }.lowercased() })
        return SurveyHeadings.marks.contains { $0.isSubset(of: names) }
    }
}
