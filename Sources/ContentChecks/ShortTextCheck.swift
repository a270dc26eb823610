import Channels
public import Diagnostics
import French
public import SiteModel

/// Each text to paste is as short as its key says; of an alert, with the end of validity that is added where it does not
/// tell it.
public enum ShortTextCheck {
    public static func check(_ site: Site) -> [Diagnostic] {
        let channels = Channels(site, isMarked: false)
        return site.guides.flatMap { check($0, site) }
            + site.alerts.flatMap { alert in
                let own = check(alert.page, site)
                return own.isEmpty ? dated(alert, channels) : own
            }
    }

    private static func check(_ page: Page, _ site: Site) -> [Diagnostic] {
        page.frontMatter.shortTexts.compactMap { short in
            let count = short.words(site.facts).count
            guard count > short.limit else { return nil }
            return fault(
                "ce texte de \(short.limit) signes au plus en a \(FrenchText.number(count))", count - short.limit, short, in: page.file)
        }
    }

    private static func dated(_ alert: Alert, _ channels: Channels) -> [Diagnostic] {
        channels.texts(of: alert).compactMap { text in
            guard text.excess > 0, let limit = text.limit, let short = alert.page.frontMatter.shortTexts.first(where: { $0.limit == limit })
            else { return nil }
            return fault(
                "avec sa fin de validité, que ce texte ne dit pas, il a \(FrenchText.number(limit + text.excess)) signes, et \(limit) au plus sont admis",
                text.excess, short, in: alert.page.file)
        }
    }

    private static func fault(_ message: String, _ excess: Int, _ short: ShortText, in file: String) -> Diagnostic {
        .warning(
            .shortTextTooLong, at: SourceLocation(file: file, offset: short.place?.lowerBound, length: short.place?.count ?? 1), message,
            advice: "raccourcissez-le de \(FrenchText.count(excess, "signe", "signes"))")
    }
}
