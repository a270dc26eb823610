import Diagnostics
import Publishing
import SiteModel
import WebRendering

/// What a build renders: everything, or with `--only` a few communes, the rest carried over from what is published.
struct BuildScope: Sendable {
    private let only: Set<INSEECode>
    private let former: BuildManifest?

    var isWhole: Bool { only.isEmpty }

    static func open(
        _ options: BuildOptions, folder: OutputFolder?, site: Site?,
    ) throws -> (scope: BuildScope?, diagnostics: [Diagnostic]) {
        guard !options.only.isEmpty else { return (BuildScope(only: [], former: nil), []) }
        // An output that is not fit for a site has been told.
        guard let folder else { return (nil, []) }
        guard let former = try folder.manifest() else {
            let fault = Diagnostic.error(
                .onlyWithoutSite, at: SourceLocation(file: options.output),
                "« --only » complète un site déjà publié, et « \(options.output) » n’en contient pas",
                advice: "lancez d’abord « crieur build » sans « --only »")
            return (nil, [fault])
        }
        var diagnostics: [Diagnostic] = []
        let known = Set((site?.communes ?? []).map(\.code))
        if let site {
            for code in options.only where !known.contains(code) {
                let closest = Suggestion.closest(to: code.text, in: known.map(\.text).sorted())
                diagnostics.append(
                    .error(
                        .feedCodeUnknown, "« --only » : aucune commune \(site.settings.departement.genitive) n’a le code « \(code) »",
                        advice: closest.map { "vouliez-vous dire « \($0) » ?" } ?? "corrigez le code INSEE"))
            }
        }
        return (BuildScope(only: Set(options.only), former: former), diagnostics)
    }

    func communes(of site: Site) -> [Commune] {
        isWhole ? site.communes : site.communes.filter { only.contains($0.code) }
    }

    func pages(of renderer: WebRenderer) -> [WebPage] {
        isWhole ? renderer.pages : renderer.pages.filter { isInScope($0.route) }
    }

    /// `/communes/74010-annecy/…` belongs to 74010.
    private func isInScope(_ route: Route) -> Bool {
        let path = route.path.dropFirst(Route.communes.path.count)
        return route.path.hasPrefix(Route.communes.path) && INSEECode(String(path.prefix(5))).map(only.contains) ?? false
    }

    func carryOver(into staging: Staging) throws {
        if let former { try staging.carryOverTheRest(of: former) }
    }
}
