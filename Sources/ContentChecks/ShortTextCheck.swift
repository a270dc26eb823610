public import Diagnostics
import French
public import SiteModel

/// Each text to paste is as short as its key says.
public enum ShortTextCheck {
    public static func check(_ site: Site) -> [Diagnostic] {
        (site.guides + site.alerts.map(\.page)).flatMap { page in
            page.frontMatter.shortTexts.compactMap { short in
                let count = short.words(site.facts).count
                guard count > short.limit else { return nil }
                return .warning(
                    .shortTextTooLong,
                    at: SourceLocation(file: page.file, offset: short.place?.lowerBound, length: short.place?.count ?? 1),
                    "ce texte de \(short.limit) signes au plus en a \(FrenchText.number(count))",
                    advice: "raccourcissez-le de \(FrenchText.count(count - short.limit, "signe", "signes"))")
            }
        }
    }
}
