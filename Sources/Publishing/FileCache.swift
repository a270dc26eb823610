import Files
import Glibc

/// What earlier builds took long to make, PDFs and images, kept by a digest of everything that makes it:
/// `.crieur-cache/`.
///
/// A published PDF is a hard link to its cached file. Whatever changed it since, a disk that lies or a person who
/// wrote into the published file, a file that is not what was stored is not found any more, and is made again. To
/// know that, every file found is hashed: 100 µs for 100 kB, where typesetting it takes 25 ms.
public final class FileCache: Sendable {
    /// A file and what its making reported about it.
    public struct Entry: Sendable, Hashable {
        /// Its path: to be linked or read, never written.
        public let file: String
        public let sha256: Digest
        /// In bytes.
        public let size: Int
        /// As it was stored.
        public let record: [UInt8]
    }

    private let path: String
    private let folder: Descriptor
    /// How the names of the files end: `.pdf`.
    private let suffix: String

    /// Opens the cache in this folder, which is made if there is none.
    public init(folder path: String, suffix: String = ".pdf") throws(DiskError) {
        self.suffix = suffix
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw DiskError("créer", path) }
        self.path = path
        folder = try Descriptor(opening: path, O_DIRECTORY)
        // Shared by all builds at work; `removeUnused` needs it alone.
        _ = flock(folder.number, LOCK_SH)
    }

    /// A new folder to make files in, on the disk of the cache: they are moved from it, never copied. Whoever asks for it
    /// removes it; what a killed build has left goes with the next whole build, never into the system's own folder.
    public func makeWorkFolder() throws(DiskError) -> String {
        for number in 0... {
            let name = "\(Self.work)\(getpid())-\(number)"
            if mkdirat(folder.number, name, 0o700) == 0 { return "\(path)/\(name)" }
            guard errno == EEXIST else { throw DiskError("créer", "\(path)/\(name)") }
        }
        throw DiskError("créer", path, code: EEXIST)
    }

    public func removeWorkFolder(_ path: String) throws(DiskError) {
        guard let slash = path.lastIndex(of: "/") else { return }
        try FolderRemoval.remove(String(path[path.index(after: slash)...]), in: folder.number, path: path)
    }

    private static let work = "work-"

    /// What was stored for this key; `nil` if nothing was, or if it is not intact.
    public func lookup(_ key: Digest) -> Entry? {
        let file = fileName(key)
        guard let sealed = Descriptor(ifPresent: recordName(key), in: folder.number, O_NOFOLLOW),
            let bytes = try? sealed.bytes(named: ""), let record = CacheRecord(sealed: bytes),
            let pdf = Descriptor(ifPresent: file, in: folder.number, O_NOFOLLOW),
            let status = pdf.status(), status.isFile, status.st_size == record.size,
            let digest = try? pdf.digest(named: ""), digest == record.sha256
        else { return nil }
        return Entry(file: "\(path)/\(file)", sha256: digest, size: record.size, record: record.content)
    }

    /// Where to write the file that will be stored for this key. It differs for each process.
    public func temporaryFile(for key: Digest) -> String { "\(path)/tmp-\(getpid())-\(key)\(suffix)" }

    /// Keeps a finished file, which is moved, in the place of what was kept for this key.
    ///
    /// - Parameter record: whatever the builder wants back with the file, such as its number of pages.
    public func store(_ key: Digest, temporary: String, record: [UInt8]) throws(DiskError) -> Entry {
        let pdf = try Descriptor(opening: temporary, O_NOFOLLOW)
        guard let status = pdf.status(), status.isFile else { throw DiskError("ouvrir", temporary, code: EINVAL) }
        let sealed = CacheRecord(
            sha256: try pdf.digest(named: temporary), size: status.st_size, content: record)
        let file = "\(path)/\(fileName(key))"
        // Killed between the two: the PDF lacks its record, or has that of its forerunner, and is not found.
        guard rename(temporary, file) == 0 else { throw DiskError("renommer", temporary) }
        try replace(recordName(key), with: sealed.sealed())
        return Entry(file: file, sha256: sealed.sha256, size: sealed.size, record: record)
    }

    /// Keeps a file that was made elsewhere, perhaps on another disk.
    public func store(_ key: Digest, moving file: String, record: [UInt8]) throws(DiskError) -> Entry {
        let temporary = temporaryFile(for: key)
        if rename(file, temporary) != 0 {
            guard errno == EXDEV else { throw DiskError("renommer", file) }
            let bytes = try Files.read(file)
            let copy = try Descriptor(opening: temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
            try bytes.span.bytes.withUnsafeBytes { bytes throws(DiskError) in
                try copy.write(bytes, named: temporary)
            }
            try copy.close(named: temporary)
            unlink(file)
        }
        return try store(key, temporary: temporary, record: record)
    }

    /// Ends a build: removes the files that none of the last builds used, and what killed builds left unfinished.
    ///
    /// Does nothing while another build uses the cache. A build of some communes only should not call it.
    ///
    /// - Parameters:
    ///   - used: the keys that this build looked up or stored.
    ///   - builds: how many builds, this one included, a file outlives its last use.
    public func removeUnused(keeping used: some Sequence<Digest>, forBuilds builds: Int = 8) throws(DiskError) {
        defer { _ = flock(folder.number, LOCK_SH) }
        guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return }
        var uses = CacheUses(reading: Descriptor(ifPresent: CacheUses.file, in: folder.number, O_NOFOLLOW))
        var stored: Set<Digest> = []
        for entry in try FolderListing(of: folder, named: path).entries {
            if entry.name.hasPrefix("tmp-") {
                try remove(entry.name)
            } else if entry.name.hasPrefix(Self.work) {
                try FolderRemoval.remove(entry.name, in: folder.number, path: "\(path)/\(entry.name)")
            } else if let key = key(ofRecord: entry.name) {
                stored.insert(key)
            }
        }
        uses.countBuild(using: Set(used), of: stored, forBuilds: builds)
        for entry in try FolderListing(of: folder, named: path).entries {
            guard let key = key(ofRecord: entry.name) ?? key(ofFile: entry.name), uses.lastUse[key] == nil
            else { continue }
            try remove(entry.name)
        }
        try replace(CacheUses.file, with: uses.encoded())
    }

    private func fileName(_ key: Digest) -> String { "\(key)\(suffix)" }
    private func recordName(_ key: Digest) -> String { "\(key).record" }

    private func key(ofFile name: String) -> Digest? {
        name.hasSuffix(suffix) ? Digest(hex: name.dropLast(suffix.count)) : nil
    }

    private func key(ofRecord name: String) -> Digest? {
        name.hasSuffix(".record") ? Digest(hex: name.dropLast(7)) : nil
    }

    private func remove(_ name: String) throws(DiskError) {
        guard unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else {
            throw DiskError("supprimer", "\(path)/\(name)")
        }
    }

    /// Writes a small file whole or not at all.
    private func replace(_ name: String, with bytes: [UInt8]) throws(DiskError) {
        let temporary = "tmp-\(getpid())-\(name)"
        let shown = "\(path)/\(name)"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
        let file = try Descriptor(opening: temporary, in: folder.number, flags, named: shown)
        try bytes.span.bytes.withUnsafeBytes { bytes throws(DiskError) in try file.write(bytes, named: shown) }
        try file.close(named: shown)
        guard renameat(folder.number, temporary, folder.number, name) == 0 else { throw DiskError("renommer", shown) }
    }
}
