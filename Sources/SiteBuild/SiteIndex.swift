import Diagnostics
import ExternalTools
import Files
import Publishing
import Search
import SiteModel

/// The index of the search. It is made whole, unless the published one was made from the same; with `--only` it stays.
enum SiteIndex {
    /// `nil` without diagnostics where no index is made; with them, where a tool is missing.
    static func open(_ options: BuildOptions) async throws -> (engine: SearchEngine?, diagnostics: [Diagnostic]) {
        guard options.indexesSearch, options.only.isEmpty else { return (nil, []) }
        var diagnostics: [Diagnostic] = []
        let python = Python.find(option: options.python, variable: options.pythonVariable, project: ".", into: &diagnostics)
        // Where bulletins are printed, what is wrong with Python itself has been told.
        if python == nil, options.printsBulletins { return (nil, []) }
        do {
            let engine = try await SearchEngine.find(python: python, into: &diagnostics)
            return (engine, diagnostics)
        } catch let failure as ToolFailure {
            return (nil, diagnostics + [failure.diagnostic])
        }
    }

    /// The files of the index, by their paths below its folder. A tool that cannot work is a diagnostic, so that the
    /// faults of pages are told with it.
    ///
    /// - Parameter former: the index that was made from what this mark says, if it is there and intact: Pagefind takes
    ///   longer than all pages of a département.
    static func files(
        _ engine: SearchEngine?, of site: Site, former: (SearchEngine.File) throws -> [SearchEngine.File]?,
    ) async throws -> (files: [SearchEngine.File]?, diagnostics: [Diagnostic]) {
        guard let engine else { return ([], []) }
        let records = SearchRecords.all(site)
        let mark = mark(engine.material(of: records))
        if let files = try former(mark) { return (files, []) }
        do {
            return (try await engine.index(records) + [mark], [])
        } catch let failure as ToolFailure {
            return (nil, [failure.diagnostic])
        }
    }

    /// Says what an index was made from.
    private static func mark(_ materials: [(name: String, bytes: [UInt8])]) -> SearchEngine.File {
        var hasher = Digest.Hasher()
        for material in materials {
            hasher.combine(material.name)
            hasher.combine(material.bytes)
        }
        return SearchEngine.File(path: "made-from.sha256", bytes: Array("\(hasher.finalize())\n".utf8))
    }

    /// The index of a published site; `nil` for another index, and for one that is not as it was published.
    static func published(in folder: OutputFolder, marked mark: SearchEngine.File) throws -> [SearchEngine.File]? {
        let root = Route.searchIndex.file("")
        let listed = try folder.manifest()?.files.filter { $0.path.hasPrefix(root) } ?? []
        let own = Digest(of: mark.bytes)
        guard listed.contains(where: { $0.path == root + mark.path && $0.sha256 == own }) else { return nil }
        var files: [SearchEngine.File] = []
        for file in listed {
            guard let bytes = try? Files.read("\(folder.path)/\(file.path)"), Digest(of: bytes) == file.sha256 else { return nil }
            files.append(SearchEngine.File(path: String(file.path.dropFirst(root.count)), bytes: bytes))
        }
        return files
    }
}
