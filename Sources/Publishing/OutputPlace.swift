import CShims
import Diagnostics
import Files
import Glibc

/// Where the output is to go, before it is known to be fit for that.
struct OutputPlace {
    enum Content: Equatable {
        case missing
        /// Nothing, or nothing but `.gitignore`.
        case empty
        case site
        /// The first names of what is there, in byte order.
        case foreign([String])
    }

    let path: String
    /// Ends with `/`, or is empty for the present folder.
    let parent: String
    let name: String

    init(_ typed: String) {
        var path = Substring(typed)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = String(path)
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        parent = String(path[..<start])
        name = String(path[start...])
    }

    var openableParent: String { parent.isEmpty ? "." : parent }

    /// What stands at the path that no site can be exchanged with; `nil` if nothing does.
    func fault() throws(DiskError) -> Diagnostic? {
        guard !["", ".", ".."].contains(name) else {
            return notSwappable(
                "le dossier de sortie « \(path) » n’a pas de nom propre : il ne peut pas être remplacé",
                "indiquez un sous-dossier, par exemple « --output public »")
        }
        var above = stat()
        guard stat(openableParent, &above) == 0, above.isFolder else {
            return notSwappable(
                "le dossier « \(openableParent) », où doit se trouver la sortie, n’existe pas",
                "créez-le, ou corrigez « --output »")
        }
        var found = stat()
        guard lstat(path, &found) == 0 else {
            if errno == ENOENT { return nil }
            throw DiskError("ouvrir", path)
        }
        if found.isLink {
            return notSwappable(
                "le dossier de sortie « \(path) » est un lien symbolique : il ne peut pas être échangé "
                    + "d’un coup avec le nouveau site",
                "indiquez par « --output » le dossier que vise ce lien, ou remplacez le lien par un vrai dossier")
        }
        guard found.isFolder else {
            return notSwappable(
                "« \(path) » existe et n’est pas un dossier",
                "déplacez ce fichier, ou indiquez un autre dossier par « --output »")
        }
        if found.st_dev != above.st_dev || crieur_is_mount_point(AT_FDCWD, path) == 1 {
            return notSwappable(
                "le dossier de sortie « \(path) » est un point de montage : il ne peut pas être échangé d’un coup "
                    + "avec le nouveau site",
                "montez le dossier qui le contient, ou indiquez par « --output » un sous-dossier de ce montage, "
                    + "par exemple « \(path)/site »")
        }
        return nil
    }

    /// Tries, on two folders of its own beside the output, the exchange that will publish the site.
    func exchangeFault(in folder: borrowing Descriptor) throws(DiskError) -> Diagnostic? {
        do throws(DiskError) {
            if try canExchange(StagingFolder(for: name, in: folder.number, path: parent), in: folder) { return nil }
        } catch where [EACCES, EPERM, EROFS].contains(error.code) {
            return notSwappable(
                "on ne peut pas écrire dans « \(openableParent) », où se trouve le dossier de sortie : "
                    + "\(error.reason)",
                "vérifiez à qui appartient ce dossier, ou indiquez un autre dossier par « --output »")
        }
        return notSwappable(
            "le système de fichiers de « \(openableParent) » ne sait pas échanger deux dossiers d’un coup",
            "indiquez par « --output » un dossier d’un disque local, puis copiez-en le contenu où il faut")
    }

    private func canExchange(
        _ trial: borrowing StagingFolder, in folder: borrowing Descriptor,
    ) throws(DiskError) -> Bool {
        let sides = ["\(trial.path)/ancien", "\(trial.path)/nouveau"]
        for side in sides where mkdir(side, 0o700) != 0 {
            let refused = DiskError("créer", side)
            try? FolderRemoval.remove(trial.name, in: folder.number, path: trial.path)
            throw refused
        }
        let exchanged = crieur_exchange_paths(sides[0], sides[1]) == 0
        try FolderRemoval.remove(trial.name, in: folder.number, path: trial.path)
        return exchanged
    }

    func content(in folder: borrowing Descriptor) throws(DiskError) -> Content {
        guard let output = Descriptor(ifPresent: name, in: folder.number, O_DIRECTORY | O_NOFOLLOW) else {
            if errno == ENOENT { return .missing }
            throw DiskError("ouvrir", path)
        }
        let names = try FolderListing(of: output, named: path).entries.map(\.name)
        let others = names.filter { $0 != OutputPath.gitignore }
        if others.isEmpty { return .empty }
        // A checked-out branch, say of published pages: replacing it would take its history away.
        if others.contains(".git") { return .foreign([".git"]) }
        guard
            let manifest = Descriptor(ifPresent: OutputPath.manifest, in: output.number, O_NOFOLLOW | O_NONBLOCK),
            manifest.status()?.isFile == true,
            BuildManifest.isOurs(try manifest.bytes(named: "\(path)/\(OutputPath.manifest)"))
        else { return .foreign(others) }
        return .site
    }

    func foreign(_ names: [String]) -> Diagnostic {
        let shown = names.prefix(3).map { "« \($0) »" }.joined(separator: ", ")
        return .error(
            .outputForeign, at: SourceLocation(file: path),
            "le dossier de sortie « \(path) » contient ce que Crieur n’a pas créé : "
                + shown + (names.count > 3 ? " et d’autres (\(names.count) en tout)" : ""),
            advice: "videz ce dossier s’il ne sert plus, ou indiquez un autre dossier par « --output »")
    }

    func busy() -> Diagnostic {
        .error(
            .outputBusy, at: SourceLocation(file: path),
            "une autre fabrication du site est en cours pour « \(path) »",
            advice: "attendez qu’elle finisse, ou indiquez un autre dossier par « --output »")
    }

    private func notSwappable(_ message: String, _ advice: String) -> Diagnostic {
        .error(.outputNotSwappable, at: SourceLocation(file: path), message, advice: advice)
    }
}
