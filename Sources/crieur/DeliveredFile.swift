import Files
import Glibc

/// A file made for people, written whole or not at all.
enum DeliveredFile {
    /// Makes the folders that lead to it.
    static func write(_ bytes: [UInt8], to file: String, mode: mode_t = 0o666) throws(DiskError) {
        try makeFolders(for: file)
        let temporary = "\(file).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw DiskError("écrire", file) }
        var start = 0
        var failure: Int32 = 0
        while start < bytes.count, failure == 0 {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { start += count } else if errno != EINTR { failure = errno }
        }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, file) == 0 { return }
        let code = failure == 0 ? errno : failure
        unlink(temporary)
        throw DiskError("écrire", file, code: code)
    }

    static func makeFolders(for file: String) throws(DiskError) {
        guard let slash = file.lastIndex(of: "/"), slash != file.startIndex else { return }
        let folder = String(file[..<slash])
        if Files.kind(of: folder) == .folder { return }
        try makeFolders(for: folder)
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw DiskError("créer", folder) }
    }
}
