/// A file of the next site.
public struct WrittenFile: Sendable, Hashable {
    /// Below the output folder.
    public let path: String
    public let sha256: Digest
    /// In bytes.
    public let size: Int
    /// The published site has this file with these bytes: it keeps its inode and its time.
    public let isUnchanged: Bool
}

/// A file of the next site, and where it is until then.
struct StagedFile: Hashable {
    let file: WrittenFile
    /// The published file that holds the same bytes; `nil` for one that is in the staging folder.
    let published: FileIdentity?

    init(_ path: String, _ sha256: Digest, size: Int, published: FileIdentity?) {
        file = WrittenFile(path: path, sha256: sha256, size: size, isUnchanged: published != nil)
        self.published = published
    }
}
