import Diagnostics
import Files
import SiteModel

/// A Markdown file of `content/` and what its place says that it is.
public struct ContentFile: Sendable, Hashable {
    /// Path as messages show it: `content/guides/elus/menaces.md`.
    public let file: String
    public let kind: Page.Kind
    public let slug: String

    public init(file: String, kind: Page.Kind, slug: String) {
        self.file = file
        self.kind = kind
        self.slug = slug
    }

    /// All Markdown files below `root`, in the order of their paths' bytes. `themes`: `nil` when they are not known.
    public static func discover(
        below root: String, themes: [SiteSettings.Theme]?,
    ) throws(DiskError) -> (files: [ContentFile], diagnostics: [Diagnostic]) {
        var files: [ContentFile] = []
        var diagnostics: [Diagnostic] = []
        let all = try Files.tree(below: root)
        for path in all {
            guard path.hasSuffix(".md") else {
                if let fault = ContentNames.unread(path, root: root) { diagnostics.append(fault) }
                continue
            }
            switch place(path, themes: themes) {
            case .success(let (kind, slug)):
                files.append(ContentFile(file: "\(root)/\(path)", kind: kind, slug: slug))
            case .failure(let fault):
                let twins = fault.isAboutTheName ? ContentNames.twins(of: path, among: all) : []
                guard twins.isEmpty else {
                    if let fault = ContentNames.twinFault(path, twins: twins, root: root) { diagnostics.append(fault) }
                    continue
                }
                diagnostics.append(
                    .error(
                        .fileMisplaced, at: SourceLocation(file: "\(root)/\(path)"), fault.message,
                        advice: fault.advice))
            }
        }
        return (files, diagnostics)
    }

    private struct Misplaced: Error {
        let message: String
        let advice: String
        /// The place is right, the name is none for an address.
        var isAboutTheName = false
    }

    private static func place(
        _ path: String, themes: [SiteSettings.Theme]?,
    ) -> Result<(Page.Kind, String), Misplaced> {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        let slug = String(Substring(parts[parts.count - 1].dropLast(3)))
        let folders = parts.dropLast().map { String(Substring($0)) }
        let kind: Page.Kind
        switch (folders.first, folders.count) {
        case ("guides", 2):
            if let themes, !themes.contains(where: { $0.id == folders[1] }) {
                let advice =
                    Suggestion.closest(to: folders[1], in: themes.map(\.id)).map { "vouliez-vous dire « \($0) » ?" }
                    ?? "thèmes connus : " + themes.map { "« \($0.id) »" }.joined(separator: ", ")
                return .failure(
                    Misplaced(
                        message: "le thème « \(folders[1]) » n’est pas dans site.yml",
                        advice: advice))
            }
            kind = .guide(theme: folders[1])
        case ("pages", 1): kind = .page
        case ("alerts", 1): kind = .alert
        case ("bulletins", 1): kind = .bulletin
        case ("communes", 1):
            guard let code = INSEECode(slug) else {
                return .failure(
                    Misplaced(
                        message: "le nom de ce fichier n’est pas un code INSEE",
                        advice: "nommez-le par les cinq caractères du code de la commune, comme « 74010.md »"))
            }
            return .success((.commune(code), slug))
        default:
            return .failure(
                Misplaced(
                    message: "ce fichier n’est dans aucun dossier connu",
                    advice: "placez-le dans guides/<thème>/, pages/, alerts/, bulletins/ ou communes/"))
        }
        let expected = Slug.make(slug)
        guard expected == slug, !slug.isEmpty else {
            return .failure(
                Misplaced(
                    message: "le nom « \(slug).md » ne peut pas devenir une adresse",
                    advice: "nommez-le « \(expected.isEmpty ? "page" : expected).md » : minuscules, chiffres et tirets, sans accents",
                    isAboutTheName: true))
        }
        return .success((kind, slug))
    }
}
