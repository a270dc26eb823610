import Files
import Publishing
import SiteBuild

/// Where `--report` writes, and what it compares with: `--previous`, else the site in place.
struct ReportPlace {
    private let place: DeliveryPlace
    private let former: FormerSite?
    private let output: String

    init(_ path: String, previous: String?, _ options: BuildOptions) throws {
        place = try DeliveryPlace(path, options, option: "--report")
        output = options.output
        let own = "\(options.output)/build-manifest.json"
        former = if let previous { try FormerSite(previous) } else if Files.kind(of: own) == .file { try FormerSite(own) } else { nil }
    }

    func write(_ outcome: SiteBuilder.Outcome, _ publication: Publication) throws {
        guard let outline = outcome.outline else { return }
        let report = BuildReport(
            outline: outline, former: former?.manifest, manifest: publication.manifest,
            files: FileChanges(from: former, to: publication.manifest, in: output), diagnostics: outcome.diagnostics,
            omissions: outcome.omissions.text())
        _ = try place.write(Array(report.text.utf8), named: "rapport.md")
    }
}
