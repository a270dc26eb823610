import Diagnostics
import SiteModel

extension Diagnostic {
    /// - Parameter written: as the text has it.
    static func directiveSlip(_ slip: DirectiveSlip, written: String, at location: SourceLocation) -> Diagnostic {
        let (message, advice) =
            switch slip.kind {
            case .unclosed: ("« \(written) » n’est pas fermé", "fermez-le par « ] » : « \(slip.meant) »")
            case .misspelt:
                ("« \(written) » n’est pas lu : il serait imprimé tel quel", "écrivez « \(slip.meant) », en minuscules et sans espace avant « [ »")
            case .secondBraces:
                ("« \(written) » a deux paires d’accolades : la seconde serait imprimée telle quelle", "n’en gardez qu’une : « \(slip.meant) »")
            case .braces:
                ("ces accolades ne sont pas lues : « \(written) » serait imprimé tel quel", "écrivez « \(slip.meant) », en minuscules et sans espace avant « { »")
            }
        return .error(.directiveSyntax, at: location, message, advice: advice)
    }

    /// A link of Markdown that is none: it would be printed as it is typed.
    /// - Parameters:
    ///   - address: what stands behind « ]( », up to « ) » or to the end of the line.
    ///   - isClosed: whether « ) » follows it.
    static func linkUnread(_ address: String, isClosed: Bool, at location: SourceLocation) -> Diagnostic {
        guard isClosed else {
            return .error(
                .linkBroken, at: location, "ce lien n’est pas fermé : il serait imprimé tel quel",
                advice: "ajoutez « ) » juste après l’adresse")
        }
        let parts = address.split(separator: " ")
        let isFile = !address.contains("://") && !address.hasPrefix("www.")
        return .error(
            .linkBroken, at: location, "une espace coupe l’adresse de ce lien : il serait imprimé tel quel",
            advice: isFile
                ? "donnez au fichier un nom sans espace, puis écrivez « \(parts.joined(separator: "-")) »"
                : "copiez de nouveau l’adresse sans espace : « \(parts.joined()) », ou « %20 » à la place de l’espace")
    }
}
