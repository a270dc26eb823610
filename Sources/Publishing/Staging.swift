import Files
import Glibc
import Synchronization

/// The next site while it is being made, in a folder beside the published one and on the same disk.
///
/// Nothing of the published site is touched before `publish`. What it holds already is only compared, not written
/// again. Any number of tasks may write at once. A staging that is neither published nor discarded is removed when
/// it goes away; one whose process was killed, by the next `OutputFolder.open`.
public final class Staging: Sendable {
    private enum State: Sendable {
        case open([String: StagedFile])
        /// A file could not be written: what is staged is not the whole site.
        case failed(DiskError)
        case closed
    }

    let output: OutputFolder
    let folder: StagingFolder
    /// The open folder that holds both the output and the staging.
    let parent: Descriptor
    private let publishedFolder: Descriptor?
    private let state = Mutex(State.open([:]))

    public init(for output: OutputFolder) throws(DiskError) {
        self.output = output
        parent = try Descriptor(opening: output.parent.isEmpty ? "." : output.parent, O_DIRECTORY)
        publishedFolder =
            output.exists
            ? try Descriptor(
                opening: output.name, in: parent.number, O_DIRECTORY | O_NOFOLLOW, named: output.path) : nil
        folder = try StagingFolder(for: output.name, in: parent.number, path: output.parent)
    }

    deinit { discard() }

    /// Writes one file of the next site, unless the published site holds the same bytes at the same path.
    ///
    /// - Parameter path: below the output folder, such as `guides/elus/menaces/index.html`. An absolute path, one
    ///   with an empty, `.` or `..` component or with a name of more than 255 bytes, and one that was written
    ///   before in this build are refused.
    @discardableResult
    public func write(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(DiskError) -> WrittenFile {
        try OutputPath.check(path)
        let staged = StagedFile(
            path, Digest(of: bytes), size: bytes.count, published: identity(ofPublished: path, ifHolding: bytes))
        try claim(staged)
        if staged.published == nil { try noting { () throws(DiskError) in try site.create(path, bytes) } }
        return staged.file
    }

    @discardableResult
    public func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> WrittenFile {
        try bytes.span.bytes.withUnsafeBytes { bytes throws(DiskError) in try write(path, bytes) }
    }

    /// Puts a finished file, such as a PDF of the cache, into the next site as a hard link; as a copy where it is
    /// on another disk. If the published site holds the same bytes, its own file stays.
    ///
    /// - Parameter sha256: of the file, if it is known already; spares reading a file that is published as it is.
    @discardableResult
    public func link(_ source: String, to path: String, sha256: Digest? = nil) throws(DiskError) -> WrittenFile {
        try OutputPath.check(path)
        let file = try Descriptor(opening: source)
        guard let status = file.status(), status.isFile else { throw DiskError("ouvrir", source, code: EINVAL) }
        let identity = FileIdentity(status)
        if let published, let sha256, FileIdentity(of: path, in: published) == identity {
            let staged = StagedFile(path, sha256, size: status.st_size, published: identity)
            try claim(staged)
            return staged.file
        }
        let bytes = try file.bytes(named: source)
        return try bytes.span.bytes.withUnsafeBytes { bytes throws(DiskError) in
            let staged = StagedFile(
                path, Digest(of: bytes), size: bytes.count,
                published: self.identity(ofPublished: path, ifHolding: bytes))
            try claim(staged)
            if staged.published == nil {
                try noting { () throws(DiskError) in try site.link(source, in: AT_FDCWD, to: path) }
            }
            return staged.file
        }
    }

    /// Keeps a file of the published site as it is.
    @discardableResult
    public func carryOver(_ path: String) throws(DiskError) -> WrittenFile {
        try OutputPath.check(path)
        guard let published else { throw DiskError("ouvrir", site.named(path), code: ENOENT) }
        let file = try Descriptor(opening: path, in: published, O_NOFOLLOW, named: site.named(path))
        guard let status = file.status(), status.isFile else {
            throw DiskError("ouvrir", site.named(path), code: EISDIR)
        }
        let staged = StagedFile(
            path, try file.digest(named: site.named(path)), size: status.st_size, published: FileIdentity(status))
        try claim(staged)
        return staged.file
    }

    /// Keeps every file that `manifest` lists and that was not written in this build: the rest of the site, when
    /// only some communes are rendered.
    public func carryOverTheRest(of manifest: BuildManifest) throws(DiskError) {
        for file in manifest.files where !holds(file.path) {
            try carryOver(file.path)
        }
    }

    /// Whether a file of the next site is at this path.
    public func holds(_ path: String) -> Bool {
        state.withLock { state in
            if case .open(let files) = state { files[path] != nil } else { false }
        }
    }

    /// Digest of all that is staged so far, paths and bytes: another one for any other site.
    public var digest: Digest {
        let files: [String: StagedFile] = state.withLock { state in
            if case .open(let files) = state { files } else { [:] }
        }
        var text: [UInt8] = []
        for (path, staged) in files.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
            text += path.utf8
            text.append(0)
            staged.file.sha256.append(to: &text)
        }
        return Digest(of: text)
    }

    /// Gives the build up: removes what was staged. The published site stays as it is.
    public func discard() {
        let wasClosed = state.withLock { state in
            defer { state = .closed }
            if case .closed = state { return true }
            return false
        }
        // What cannot be removed now is tried again, and reported, by the next build.
        if !wasClosed { try? FolderRemoval.remove(folder.name, in: parent.number, path: folder.path) }
    }

    /// Ends the staging and returns its files. If one of them could not be written, removes them all and throws
    /// that error.
    func finish() throws(DiskError) -> [String: StagedFile] {
        let ended = state.withLock { state in
            defer { if case .open = state { state = .closed } }
            return state
        }
        switch ended {
        case .open(let files): return files
        case .failed(let error):
            discard()
            throw error
        case .closed: throw DiskError(DiskError.publish, output.path, code: EBADF)
        }
    }

    /// The open published site; `nil` if there is none.
    var published: Int32? {
        switch publishedFolder {
        case .some(let folder): folder.number
        case .none: nil
        }
    }

    /// The tree of the next site.
    var site: SiteFolder { SiteFolder(root: folder.root.number, path: output.path) }

    func identity(ofPublished path: String, ifHolding bytes: UnsafeRawBufferPointer) -> FileIdentity? {
        guard let published else { return nil }
        // A pipe in the place of a file must not block the build.
        return Descriptor(ifPresent: path, in: published, O_NOFOLLOW | O_NONBLOCK)?
            .identity(ifHolding: bytes)
    }

    private func claim(_ staged: StagedFile) throws(DiskError) {
        try state.withLock { state throws(DiskError) in
            switch state {
            case .open(var files):
                // The state must not hold a second reference, or each insertion would copy all.
                state = .closed
                defer { state = .open(files) }
                guard files.updateValue(staged, forKey: staged.file.path) == nil else {
                    throw DiskError("écrire deux fois", site.named(staged.file.path), code: EEXIST)
                }
            case .failed(let error): throw error
            case .closed: throw DiskError("écrire", site.named(staged.file.path), code: EBADF)
            }
        }
    }

    /// Remembers that a file could not be written, so that the site cannot be published without it.
    private func noting(_ write: () throws(DiskError) -> Void) throws(DiskError) {
        do {
            try write()
        } catch {
            state.withLock { state in
                if case .open = state { state = .failed(error) }
            }
            throw error
        }
    }
}
