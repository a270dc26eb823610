import SiteModel
import Templates

extension WebRenderer {
    /// What a former route shows where the server does not answer for it itself.
    func redirect(_ index: Int) -> PageContent {
        let redirect = site.redirects[index]
        return PageContent(
            head: PageHead(
                title: "Page déplacée", description: "Cette page a changé d’adresse.", parents: trails.home,
                isSensitive: redirect.isSensitive, standsFor: redirect.to),
            names: ["target": .text(parts.addresses.href(redirect.to))])
    }
}
