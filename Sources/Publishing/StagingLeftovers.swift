import Diagnostics
import Files
import Glibc

/// What other builds for the same output have beside it: removed where they were killed.
struct StagingLeftovers {
    /// Another build is at work.
    let isBusy: Bool
    /// A warning for each folder that could not be removed.
    let diagnostics: [Diagnostic]

    init(of place: OutputPlace, in parent: borrowing Descriptor) throws(DiskError) {
        var isBusy = false
        var diagnostics: [Diagnostic] = []
        for entry in try FolderListing(of: parent, named: place.openableParent).entries {
            guard let staging = StagingName(entry.name), staging.output == place.name, !staging.isSpare,
                let folder = Descriptor(folder: entry.bytes, in: parent.number)
            else { continue }
            guard StagingFolder.lock(folder) else {
                isBusy = true
                continue
            }
            let path = place.parent + staging.name
            do throws(DiskError) {
                try FolderRemoval.remove(staging.name, in: parent.number, path: path)
            } catch {
                diagnostics.append(Diagnostic(leftover: path, error))
            }
        }
        self.isBusy = isBusy
        self.diagnostics = diagnostics
    }
}

extension Diagnostic {
    /// A folder of an earlier build that is of no more use and would not go.
    init(leftover path: String, _ error: DiskError) {
        self = .warning(
            .outputLeftover, at: SourceLocation(file: path),
            "le dossier de travail « \(path) » n’a pas pu être supprimé : \(error.reason)",
            advice: "supprimez-le à la main ; le site publié n’en dépend pas")
    }
}
