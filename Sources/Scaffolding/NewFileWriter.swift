import Files
import Glibc

/// Writes files where there are none; what is there is never touched.
public enum NewFileWriter {
    /// Makes the folders that lead to it. A file that appears meanwhile stays, and is told.
    public static func write(_ file: NewFile) throws(DiskError) {
        try makeFolders(for: file.path)
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw DiskError("créer", file.path) }
        var start = 0
        var failure: Int32 = 0
        while start < file.bytes.count, failure == 0 {
            let count = file.bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { start += count } else if errno != EINTR { failure = errno }
        }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure != 0 else { return }
        // Half a text is worse than none.
        unlink(file.path)
        throw DiskError("écrire", file.path, code: failure)
    }

    private static func makeFolders(for file: String) throws(DiskError) {
        guard let slash = file.lastIndex(of: "/"), slash != file.startIndex else { return }
        let folder = String(file[..<slash])
        if Files.kind(of: folder) == .folder { return }
        try makeFolders(for: folder)
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw DiskError("créer", folder) }
    }
}
