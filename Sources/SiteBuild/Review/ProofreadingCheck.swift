import Diagnostics
import French
import SiteModel

/// Texts that were to be read again before today.
enum ProofreadingCheck {
    static func check(_ site: Site) -> [Diagnostic] {
        let notes = site.communeNotes.keys.sorted().compactMap { site.communeNotes[$0] }
        return (site.guides + site.pages + site.alerts.map(\.page) + notes).compactMap { page in
            guard let day = page.frontMatter.review, day < site.today else { return nil }
            return .warning(
                .reviewOverdue, at: SourceLocation(file: page.file, bytes: page.frontMatter.reviewPlace),
                "ce texte était à relire le \(FrenchText.date(day)) au plus tard",
                advice: "relisez-le, puis écrivez la prochaine date à « review », et qui l’a relu à « reviewed_by »")
        }
    }
}
