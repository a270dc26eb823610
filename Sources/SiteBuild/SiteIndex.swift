import Diagnostics
import ExternalTools
import Search
import SiteModel

/// The index of the search: made whole, or with `--only` kept as it is published.
enum SiteIndex {
    /// `nil` without diagnostics where no index is made; with them, where a tool is missing.
    static func open(_ options: BuildOptions) async throws -> (engine: SearchEngine?, diagnostics: [Diagnostic]) {
        guard options.indexesSearch, options.only.isEmpty else { return (nil, []) }
        var diagnostics: [Diagnostic] = []
        // Where bulletins are printed, what is wrong with Python itself has been told.
        let python = Python.find(option: options.python, variable: options.pythonVariable, project: ".", into: &diagnostics)
        if python == nil, options.printsBulletins { return (nil, []) }
        do {
            let engine = try await SearchEngine.find(python: python, into: &diagnostics)
            return (engine, diagnostics)
        } catch let failure as ToolFailure {
            return (nil, diagnostics + [failure.diagnostic])
        }
    }

    /// A tool that cannot work is a diagnostic, so that the faults of pages are told with it.
    static func files(
        _ engine: SearchEngine?, of site: Site,
    ) async throws -> (files: [SearchEngine.File]?, diagnostics: [Diagnostic]) {
        guard let engine else { return ([], []) }
        do {
            return (try await engine.index(SearchRecords.all(site)), [])
        } catch let failure as ToolFailure {
            return (nil, [failure.diagnostic])
        }
    }
}
