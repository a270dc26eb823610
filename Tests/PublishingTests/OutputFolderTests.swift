import Diagnostics
import Foundation
import Glibc
import Publishing
import Testing

@Test func missingAndEmptyFoldersAreToBeFilled() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.folder().exists == false)
    try sandbox.makeFolder("public")
    #expect(try sandbox.folder().exists)
    try sandbox.put("*\n", at: "public/.gitignore")
    let folder = try sandbox.folder()
    #expect(folder.exists && !folder.holdsSite)
    #expect(try folder.manifest() == nil)
}

@Test func aSiteOfOursIsRecognised() throws {
    let sandbox = try Sandbox()
    let publication = try sandbox.publish(["index.html": "accueil"])
    let folder = try sandbox.folder()
    #expect(folder.exists && folder.holdsSite)
    #expect(try folder.manifest() == publication.manifest)
    #expect(folder.cacheFolder == "\(sandbox.path)/.crieur-cache")
}

@Test func finalSlashesOfThePathAreOfNoConsequence() throws {
    let sandbox = try Sandbox()
    let folder = try #require(try OutputFolder.open("\(sandbox.output)//").folder)
    #expect(folder.path == sandbox.output)
}

/// The one diagnostic that opening this path gives.
private func fault(_ path: String) throws -> Diagnostic {
    let (folder, diagnostics) = try OutputFolder.open(path)
    #expect(folder == nil)
    #expect(diagnostics.count == 1)
    return try #require(diagnostics.first)
}

@Test func folderOfSomebodyElseIsRefusedAndLeftAlone() throws {
    let sandbox = try Sandbox()
    try sandbox.put("<h1>", at: "public/index.html")
    for name in ["b.css", "a.css", "photos/été.jpg"] { try sandbox.put("x", at: "public/\(name)") }
    let files = sandbox.published()
    #expect(try fault(sandbox.output) == .error(
        .outputForeign, at: SourceLocation(file: sandbox.output),
        "le dossier de sortie « \(sandbox.output) » contient ce que Crieur n’a pas créé : « a.css », « b.css », « index.html » et d’autres (4 en tout)",
        advice: "videz ce dossier s’il ne sert plus, ou indiquez un autre dossier par « --output »"))
    #expect(sandbox.published() == files)
    #expect(try sandbox.siblings() == ["public"])
}

@Test(arguments: [
    "", "{}", "{\n  \"generator\": \"hugo\",\n", "{\"generator\": \"crieur\"}",
])
func manifestOfAnotherProgramDoesNotMakeAFolderOurs(manifest: String) throws {
    let sandbox = try Sandbox()
    try sandbox.put(manifest, at: "public/build-manifest.json")
    #expect(try fault(sandbox.output).id == .outputForeign)
}

@Test func siteThatIsACheckedOutBranchIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    try sandbox.put("gitdir: ../.git/worktrees/public", at: "public/.git")
    #expect(try fault(sandbox.output).message
        == "le dossier de sortie « \(sandbox.output) » contient ce que Crieur n’a pas créé : « .git »")
}

@Test func linkIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("ailleurs")
    try FileManager.default.createSymbolicLink(atPath: sandbox.output, withDestinationPath: "ailleurs")
    #expect(try fault(sandbox.output) == .error(
        .outputNotSwappable, at: SourceLocation(file: sandbox.output),
        "le dossier de sortie « \(sandbox.output) » est un lien symbolique : il ne peut pas être échangé d’un coup avec le nouveau site",
        advice: "indiquez par « --output » le dossier que vise ce lien, ou remplacez le lien par un vrai dossier"))
}

@Test func fileIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.put("x", at: "public")
    #expect(try fault(sandbox.output) == .error(
        .outputNotSwappable, at: SourceLocation(file: sandbox.output),
        "« \(sandbox.output) » existe et n’est pas un dossier",
        advice: "déplacez ce fichier, ou indiquez un autre dossier par « --output »"))
}

@Test func folderWithoutParentIsRefused() throws {
    let sandbox = try Sandbox()
    #expect(try fault("\(sandbox.path)/absent/public") == .error(
        .outputNotSwappable, at: SourceLocation(file: "\(sandbox.path)/absent/public"),
        "le dossier « \(sandbox.path)/absent/ », où doit se trouver la sortie, n’existe pas",
        advice: "créez-le, ou corrigez « --output »"))
}

@Test(arguments: ["", ".", "..", "/", "content/.."])
func folderWithoutNameOfItsOwnIsRefused(path: String) throws {
    #expect(try fault(path) == .error(
        .outputNotSwappable, at: SourceLocation(file: path),
        "le dossier de sortie « \(path) » n’a pas de nom propre : il ne peut pas être remplacé",
        advice: "indiquez un sous-dossier, par exemple « --output public »"))
}

@Test(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
func mountPointIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("public")
    let expected = Diagnostic.error(
        .outputNotSwappable, at: SourceLocation(file: sandbox.output),
        "le dossier de sortie « \(sandbox.output) » est un point de montage : il ne peut pas être échangé d’un coup avec le nouveau site",
        advice: "montez le dossier qui le contient, ou indiquez par « --output » un sous-dossier de ce montage, par exemple « \(sandbox.output)/site »")
    let refused = try SmallDisk.with(kilobytes: 64, at: sandbox.output) { try fault(sandbox.output) }
    #expect(refused == expected)
    // A folder of the same disk mounted again: only the kernel knows.
    try sandbox.makeFolder("volume")
    try #require(mount("\(sandbox.path)/volume", sandbox.output, nil, UInt(MS_BIND), nil) == 0)
    defer { umount2(sandbox.output, Int32(MNT_DETACH)) }
    #expect(try fault(sandbox.output) == expected)
}

@Test(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
func readOnlyDiskIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("disque")
    try SmallDisk.with(kilobytes: 64, at: "\(sandbox.path)/disque") {
        try #require(mount(nil, "\(sandbox.path)/disque", nil, UInt(MS_REMOUNT | MS_RDONLY), nil) == 0)
        #expect(try fault("\(sandbox.path)/disque/public") == .error(
            .outputNotSwappable, at: SourceLocation(file: "\(sandbox.path)/disque/public"),
            "on ne peut pas écrire dans « \(sandbox.path)/disque/ », où se trouve le dossier de sortie : le disque est en lecture seule",
            advice: "vérifiez à qui appartient ce dossier, ou indiquez un autre dossier par « --output »"))
    }
}

@Test func buildAtWorkKeepsAnotherOneOut() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    let staging = try Staging(for: try sandbox.folder())
    try staging.write("index.html", Array("autre".utf8))
    #expect(try fault(sandbox.output) == .error(
        .outputBusy, at: SourceLocation(file: sandbox.output),
        "une autre fabrication du site est en cours pour « \(sandbox.output) »",
        advice: "attendez qu’elle finisse, ou indiquez un autre dossier par « --output »"))
    // Another output in the same folder is another matter.
    #expect(try OutputFolder.open("\(sandbox.path)/essai").diagnostics == [])
    _ = try staging.publish(baseURL: "https://example.fr/")
    #expect(sandbox.text("public/index.html") == "autre")
}

@Test func whatKilledBuildsLeftIsRemovedAndNothingElse() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    // No process has such a number (PID_MAX_LIMIT is 2^22).
    try sandbox.put("moitié", at: ".crieur-staging-4194999.0-public/guides/index.html")
    try sandbox.makeFolder(".crieur-staging-4194999.1-public")
    let kept = [
        ".crieur-staging-4194999.0-autre", ".crieur-staging-notes", ".crieur-staging-1-public",
        ".crieur-staging-x.0-public", ".crieur-staging-4194999.0-", "crieur-staging-4194999.0-public",
    ]
    for name in kept { try sandbox.makeFolder(name) }
    _ = try sandbox.folder()
    #expect(try sandbox.siblings() == (kept + ["public"]).sorted())
    #expect(sandbox.text("public/index.html") == "accueil")
}

@Test(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
func leftoverThatHoldsAMountIsReportedAndItsMountNotEntered() throws {
    let sandbox = try Sandbox()
    let leftover = "\(sandbox.path)/.crieur-staging-4194999.0-public"
    try sandbox.makeFolder(".crieur-staging-4194999.0-public/photos")
    try SmallDisk.with(kilobytes: 64, at: "\(leftover)/photos") {
        try sandbox.put("à garder", at: ".crieur-staging-4194999.0-public/photos/a.jpg")
        let (folder, diagnostics) = try OutputFolder.open(sandbox.output)
        #expect(folder != nil)
        #expect(diagnostics == [
            .warning(
                .outputLeftover, at: SourceLocation(file: leftover),
                "le dossier de travail « \(leftover) » n’a pas pu être supprimé : un disque y est monté",
                advice: "supprimez-le à la main ; le site publié n’en dépend pas")
        ])
        #expect(sandbox.text(".crieur-staging-4194999.0-public/photos/a.jpg") == "à garder")
    }
}
