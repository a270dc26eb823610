import CShims
import Diagnostics
import Files
import Glibc

extension Staging {
    /// Makes the staged files the published site, at one instant.
    ///
    /// Adds `build-manifest.json` and carries `.gitignore` over. If anything fails, or the process is killed, the
    /// site that was there is still there, whole. Where nothing differs from it, nothing is touched.
    ///
    /// - Parameter durably: waits until the disk has the new files before they become the site, so that a power cut
    ///   cannot leave it with empty ones. It takes no CPU, and 20 to 70 ms for 1,000 new pages; more where others
    ///   write much to the same disk, for it waits for their data too. A preview can do without.
    public func publish(
        baseURL: String, notice: String? = nil, feeds: [BuildManifest.FeedSummary] = [], facts: [BuildManifest.FactValue] = [],
        records: [BuildManifest.Record] = [], durably: Bool = true,
    ) throws(DiskError) -> Publication {
        var files = try finish()
        let manifest = BuildManifest(
            baseURL: baseURL, notice: notice, feeds: feeds, facts: facts, records: records,
            files: files.values.map(\.file).map { .init(path: $0.path, sha256: $0.sha256, size: $0.size) })
        let changed = files.values.count { $0.published == nil }
        let unchanged = files.count - changed
        do throws(DiskError) {
            let record = try stage(manifest)
            files[OutputPath.manifest] = record
            let isNewSite = changed > 0 || record.published == nil
            if isNewSite {
                try replacePublished(
                    with: manifest.files.map(\.path) + [OutputPath.manifest], byPath: files, durably: durably)
            }
            return Publication(
                manifest: manifest, changedFiles: changed, unchangedFiles: unchanged, isNewSite: isNewSite,
                diagnostics: cleanUp(isNewSite: isNewSite))
        } catch {
            try? FolderRemoval.remove(folder.name, in: parent.number, path: folder.path)
            throw error
        }
    }

    private var spareName: StagingName { StagingName(spareFor: output.name) }

    private func stage(_ manifest: BuildManifest) throws(DiskError) -> StagedFile {
        try manifest.encoded().span.bytes.withUnsafeBytes { bytes throws(DiskError) in
            let identity = identity(ofPublished: OutputPath.manifest, ifHolding: bytes)
            if identity == nil { try site.create(OutputPath.manifest, bytes) }
            return StagedFile(OutputPath.manifest, Digest(of: bytes), size: bytes.count, published: identity)
        }
    }

    private func replacePublished(
        with paths: [String], byPath: [String: StagedFile], durably: Bool,
    ) throws(DiskError) {
        // Another build may have published meanwhile: then the files compared are not those published now.
        guard let published else {
            try swap(folder.name, folder.root, durably: durably)
            return
        }
        guard FileIdentity(of: output.name, in: parent.number) == FileIdentity(of: ".", in: published) else {
            throw DiskError(DiskError.publish, output.path, code: ESTALE)
        }
        let files = paths.compactMap { byPath[$0] }
        let sparePath = output.parent + spareName.name
        if output.holdsSite, let spare = SpareTree(spareName, in: parent.number, path: sparePath) {
            if let right = try? spare.purge(keeping: byPath) {
                try complete(spare.root, with: files, except: right, from: published, taking: true)
                try swap(spareName.name, spare.root, durably: durably)
                return
            }
            // Of no use, and in the way of the next spare.
            try? FolderRemoval.remove(spareName.name, in: parent.number, path: sparePath)
        }
        try complete(folder.root, with: files, except: [], from: published, taking: false)
        try swap(folder.name, folder.root, durably: durably)
    }

    /// Puts into a tree what it still lacks of the next site.
    ///
    /// - Parameter taking: whether the new files are in another tree, the staging folder.
    private func complete(
        _ root: borrowing Descriptor, with files: [StagedFile], except right: Set<String>, from published: Int32,
        taking: Bool,
    ) throws(DiskError) {
        let tree = SiteFolder(root: root.number, path: output.path)
        for staged in files {
            let path = staged.file.path
            if staged.published != nil {
                if !right.contains(path) { try tree.link(path, in: published, to: path) }
            } else if taking {
                try tree.take(path, from: folder.root.number)
            }
        }
        if FileIdentity(of: OutputPath.gitignore, in: published) != nil {
            try tree.link(OutputPath.gitignore, in: published, to: OutputPath.gitignore)
        }
    }

    /// Makes a finished tree the published one; the tree that was published takes its name.
    private func swap(_ name: String, _ root: borrowing Descriptor, durably: Bool) throws(DiskError) {
        var mode = folder.mode
        if let published, let status = Descriptor.status(of: published) {
            mode = status.st_mode & 0o7777
            // Only root may give a folder away; for anyone else it is theirs already, or stays so.
            _ = fchown(root.number, status.st_uid, status.st_gid)
        }
        guard fchmod(root.number, mode) == 0 else { throw DiskError("créer", output.path) }
        if durably, crieur_sync_file_system(root.number) != 0 { throw DiskError("enregistrer", output.path) }
        if let published {
            guard crieur_exchange_paths(output.parent + name, output.parent + output.name) == 0 else {
                throw DiskError(DiskError.publish, output.path)
            }
            // The old site is no longer for everyone's eyes.
            _ = fchmod(published, 0o700)
        } else if renameat(parent.number, name, parent.number, output.name) != 0 {
            throw DiskError(DiskError.publish, output.path)
        }
    }

    /// Removes what is of no more use: after a swap the old site becomes the spare, unless it was none of ours.
    private func cleanUp(isNewSite: Bool) -> [Diagnostic] {
        var useless = [folder.name]
        if isNewSite, output.holdsSite {
            // Fails where the spare was used, and is therefore the old site now.
            if renameat(parent.number, folder.name, parent.number, spareName.name) == 0 { useless = [] }
        } else if isNewSite {
            useless.append(spareName.name)
        }
        return useless.compactMap { name in
            let path = output.parent + name
            do throws(DiskError) {
                try FolderRemoval.remove(name, in: parent.number, path: path)
                return nil
            } catch {
                return Diagnostic(leftover: path, error)
            }
        }
    }
}
