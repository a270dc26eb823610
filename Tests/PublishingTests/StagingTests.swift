import Files
import Foundation
import Glibc
import Publishing
import Testing

@Test func firstBuildMakesTheOutputFolder() throws {
    let sandbox = try Sandbox()
    let publication = try sandbox.publish(["index.html": "accueil", "guides/elus/index.html": "élus"])
    #expect(sandbox.published() == ["build-manifest.json", "guides/elus/index.html", "index.html"])
    #expect(sandbox.text("public/guides/elus/index.html") == "élus")
    #expect(publication.changedFiles == 2 && publication.unchangedFiles == 0 && publication.isNewSite)
    #expect(try sandbox.siblings() == ["public"])
}

@Test func freshCloneKeepsItsGitignore() throws {
    let sandbox = try Sandbox()
    try sandbox.put("*\n!.gitignore\n", at: "public/.gitignore")
    for text in ["1", "2", "3", "4"] {
        try sandbox.publish(["index.html": text])
        #expect(sandbox.published() == [".gitignore", "build-manifest.json", "index.html"])
        #expect(sandbox.text("public/.gitignore") == "*\n!.gitignore\n")
        #expect(sandbox.text("public/index.html") == text)
    }
}

/// Four builds, for the third and later ones start from the site before the last, the first two do not.
@Test func unchangedFilesKeepInodeAndTimeWhileOthersChangeComeAndGo() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["same/index.html": "pareil", "index.html": "0", "old-0/index.html": "ancien"])
    let first = try sandbox.status("public/same/index.html")
    for build in 1...4 {
        let publication = try sandbox.publish([
            "same/index.html": "pareil", "index.html": "\(build)", "old-\(build)/index.html": "ancien",
        ])
        #expect(publication.changedFiles == 2 && publication.unchangedFiles == 1)
        #expect(publication.diagnostics == [])
        let now = try sandbox.status("public/same/index.html")
        #expect(now.inode == first.inode && now.modified == first.modified)
        #expect(sandbox.text("public/index.html") == "\(build)")
        #expect(sandbox.published() == [
            "build-manifest.json", "index.html", "old-\(build)/index.html", "same/index.html",
        ])
    }
}

@Test func buildThatChangesNothingTouchesNothing() throws {
    let sandbox = try Sandbox()
    let files = ["index.html": "accueil", "a/index.html": "a"]
    try sandbox.publish(files)
    let before = try sandbox.status("public")
    let manifest = try sandbox.status("public/build-manifest.json")
    let publication = try sandbox.publish(files)
    #expect(!publication.isNewSite && publication.unchangedFiles == 2)
    #expect(try sandbox.status("public").inode == before.inode)
    #expect(try sandbox.status("public/build-manifest.json").modified == manifest.modified)
    #expect(try sandbox.siblings() == ["public"])
}

@Test func removedFileAloneIsANewSite() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil", "a/index.html": "a"])
    #expect(try sandbox.publish(["index.html": "accueil"]).isNewSite)
    #expect(sandbox.published() == ["build-manifest.json", "index.html"])
}

@Test func anotherAddressOfTheSiteAloneIsANewSite() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    #expect(try sandbox.publish(["index.html": "accueil"], baseURL: "https://autre.example.fr/").isNewSite)
    #expect(sandbox.text("public/build-manifest.json")?.contains("autre.example.fr") == true)
}

@Test func fileThatAPersonChangedInTheOutputIsMadeRightAgain() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    try sandbox.put("ACCUEIL", at: "public/index.html")
    let publication = try sandbox.publish(["index.html": "accueil"])
    #expect(publication.changedFiles == 1)
    #expect(sandbox.text("public/index.html") == "accueil")
}

@Test func discardedBuildLeavesTheSiteAndNothingElse() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    let before = try sandbox.status("public/index.html")
    let staging = try Staging(for: try sandbox.folder())
    try staging.write("index.html", Array("autre".utf8))
    try staging.write("a/b/c/index.html", Array("profond".utf8))
    staging.discard()
    #expect(sandbox.published() == ["build-manifest.json", "index.html"])
    #expect(sandbox.text("public/index.html") == "accueil")
    #expect(try sandbox.status("public/index.html").inode == before.inode)
    #expect(try sandbox.siblings() == ["public"])
}

@Test func stagingThatIsForgottenRemovesItself() throws {
    let sandbox = try Sandbox()
    do {
        let staging = try Staging(for: try sandbox.folder())
        try staging.write("index.html", Array("autre".utf8))
        #expect(try sandbox.siblings().count == 1)
    }
    #expect(try sandbox.siblings() == [])
}

@Test func nothingOfTheNextSiteShowsBeforeItIsPublished() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    let staging = try Staging(for: try sandbox.folder())
    try staging.write("index.html", Array("autre".utf8))
    #expect(sandbox.text("public/index.html") == "accueil")
    let name = try #require(try sandbox.siblings().first { $0.hasPrefix(".crieur-staging-") })
    #expect(try sandbox.status(name).mode == 0o700)
    try FileManager.default.setAttributes([.posixPermissions: 0o2775], ofItemAtPath: sandbox.output)
    _ = try staging.publish(baseURL: "https://example.fr/")
    #expect(sandbox.text("public/index.html") == "autre")
    #expect(try sandbox.status("public").mode == 0o2775)
}

@Test func publishedFileIsNeverWrittenThroughItsHardLink() throws {
    let sandbox = try Sandbox()
    try sandbox.put("%PDF un", at: "un.pdf")
    let staging = try Staging(for: try sandbox.folder())
    try staging.link("\(sandbox.path)/un.pdf", to: "bulletin.pdf")
    try staging.write("index.html", Array("accueil".utf8))
    _ = try staging.publish(baseURL: "https://example.fr/")
    // A reader, say a web server, that opened the old files before.
    let pdf = try #require(FileHandle(forReadingAtPath: "\(sandbox.output)/bulletin.pdf"))
    let page = try #require(FileHandle(forReadingAtPath: "\(sandbox.output)/index.html"))
    for build in 1...3 {
        try sandbox.publish(["bulletin.pdf": "%PDF autre \(build)", "index.html": "accueil \(build)"])
    }
    #expect(try pdf.readToEnd() == Data("%PDF un".utf8))
    #expect(try page.readToEnd() == Data("accueil".utf8))
    #expect(sandbox.text("un.pdf") == "%PDF un")
    #expect(sandbox.text("public/bulletin.pdf") == "%PDF autre 3")
}

@Test func linkedFileSharesItsInodeAndKeepsThePublishedOneOfSameBytes() throws {
    let sandbox = try Sandbox()
    func publish(_ source: String, sha256: Digest? = nil) throws -> WrittenFile {
        let staging = try Staging(for: try sandbox.folder())
        let file = try staging.link("\(sandbox.path)/\(source)", to: "a/bulletin.pdf", sha256: sha256)
        _ = try staging.publish(baseURL: "https://example.fr/")
        return file
    }
    try sandbox.put("%PDF un", at: "un.pdf")
    let digest = Digest(of: Array("%PDF un".utf8))
    #expect(try publish("un.pdf").isUnchanged == false)
    let inode = try sandbox.status("un.pdf").inode
    #expect(try sandbox.status("public/a/bulletin.pdf").inode == inode)

    let again = try publish("un.pdf", sha256: digest)
    #expect(again.isUnchanged && again.sha256 == digest && again.size == 7)

    try sandbox.put("%PDF un", at: "deux.pdf")
    #expect(try publish("deux.pdf").isUnchanged)
    #expect(try sandbox.status("public/a/bulletin.pdf").inode == inode)
}

@Test func fileOfAnotherDiskIsCopied() throws {
    let sandbox = try Sandbox()
    let other = "/dev/shm/crieur-publishing-\(UUID().uuidString).pdf"
    guard FileManager.default.createFile(atPath: other, contents: Data("%PDF".utf8)) else {
        try Test.cancel("no second file system")
    }
    defer { try? FileManager.default.removeItem(atPath: other) }
    let staging = try Staging(for: try sandbox.folder())
    try staging.link(other, to: "a/b.pdf")
    _ = try staging.publish(baseURL: "https://example.fr/")
    #expect(sandbox.text("public/a/b.pdf") == "%PDF")
}

@Test func partialBuildCarriesTheRestOver() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil", "communes/74010/index.html": "Annecy", "communes/74056/index.html": "x"])
    let before = try sandbox.status("public/index.html")
    let folder = try sandbox.folder()
    let manifest = try #require(try folder.manifest())
    let staging = try Staging(for: folder)
    try staging.write("communes/74056/index.html", Array("Chamonix-Mont-Blanc".utf8))
    try staging.carryOverTheRest(of: manifest)
    let publication = try staging.publish(baseURL: "https://example.fr/")
    #expect(publication.changedFiles == 1 && publication.unchangedFiles == 2)
    #expect(sandbox.text("public/communes/74056/index.html") == "Chamonix-Mont-Blanc")
    #expect(try sandbox.status("public/index.html").inode == before.inode)
    #expect(publication.manifest.files.map(\.path) == [
        "communes/74010/index.html", "communes/74056/index.html", "index.html",
    ])
}

@Test func whatIsNotPublishedCannotBeCarriedOver() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["a/index.html": "a"])
    let staging = try Staging(for: try sandbox.folder())
    #expect(throws: DiskError("ouvrir", "\(sandbox.output)/b.html", code: ENOENT)) { try staging.carryOver("b.html") }
    #expect(throws: DiskError("ouvrir", "\(sandbox.output)/a", code: EISDIR)) { try staging.carryOver("a") }
}

@Test(arguments: [
    "", "/index.html", "a//b.html", "a/", "../a.html", "a/../../b.html", "./a.html", "a/.", "..", "a\0b.html",
    ".gitignore", "build-manifest.json",
])
func pathThatIsNoFileOfTheOutputIsRefused(path: String) throws {
    let sandbox = try Sandbox()
    let staging = try Staging(for: try sandbox.folder())
    #expect(throws: DiskError("écrire", path, code: EINVAL)) { try staging.write(path, [1]) }
    #expect(throws: DiskError("écrire", path, code: EINVAL)) { try staging.carryOver(path) }
}

@Test func namesMayHoldDotsAndUpTo255Bytes() throws {
    let sandbox = try Sandbox()
    let longest = String(repeating: "é", count: 127) + "x"
    try sandbox.publish([".well-known/security.txt": "s", "a/...": "d", "a/\(longest)": "l", "x/.gitignore": "g"])
    #expect(sandbox.published() == [".well-known/security.txt", "a/...", "a/\(longest)", "build-manifest.json", "x/.gitignore"])
    let staging = try Staging(for: try sandbox.folder())
    #expect(throws: DiskError("écrire", "a/\(longest)x/i.html", code: ENAMETOOLONG)) {
        try staging.write("a/\(longest)x/i.html", [1])
    }
}

@Test func samePathTwiceIsRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["same.html": "1"])
    let staging = try Staging(for: try sandbox.folder())
    for path in ["same.html", "new.html"] {
        try staging.write(path, Array("1".utf8))
        let error = #expect(throws: DiskError.self) { try staging.write(path, Array("1".utf8)) }
        #expect(error?.description == "impossible d’écrire deux fois « \(sandbox.output)/\(path) » : il existe déjà")
    }
}

@Test func fileWhereAFolderIsNeededStopsTheBuild() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    let staging = try Staging(for: try sandbox.folder())
    try staging.write("a", [1])
    let refused = DiskError("créer", "\(sandbox.output)/a/b.html", code: ENOTDIR)
    #expect(throws: refused) { try staging.write("a/b.html", [1]) }
    // The site lacks a page now: it must not be published, whoever caught that error.
    #expect(throws: refused) { try staging.publish(baseURL: "https://example.fr/") }
    #expect(sandbox.published() == ["build-manifest.json", "index.html"])
    #expect(try sandbox.siblings() == ["public"])
}

@Test func folderTakesThePlaceOfAFileAndBack() throws {
    let sandbox = try Sandbox()
    for _ in 1...3 {
        try sandbox.publish(["a": "fichier", "b/c/d.html": "dossier", "same.html": "1"])
        #expect(sandbox.published() == ["a", "b/c/d.html", "build-manifest.json", "same.html"])
        try sandbox.publish(["a/x.html": "dossier", "b": "fichier", "same.html": "1"])
        #expect(sandbox.published() == ["a/x.html", "b", "build-manifest.json", "same.html"])
    }
}

@Test func nothingCanBeWrittenOncePublished() throws {
    let sandbox = try Sandbox()
    let staging = try Staging(for: try sandbox.folder())
    try staging.write("index.html", [1])
    _ = try staging.publish(baseURL: "https://example.fr/")
    #expect(throws: DiskError.self) { try staging.write("late.html", [1]) }
    #expect(throws: DiskError.self) { try staging.publish(baseURL: "https://example.fr/") }
    staging.discard()
    #expect(sandbox.published() == ["build-manifest.json", "index.html"])
}

@Test func siteThatAnotherBuildPublishedMeanwhileStays() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "accueil"])
    let folder = try sandbox.folder()
    let slow = try Staging(for: folder)
    let quick = try Staging(for: folder)
    try slow.write("index.html", Array("lent".utf8))
    try quick.write("index.html", Array("rapide".utf8))
    _ = try quick.publish(baseURL: "https://example.fr/")
    #expect(throws: DiskError("publier", sandbox.output, code: ESTALE)) {
        try slow.publish(baseURL: "https://example.fr/")
    }
    #expect(sandbox.text("public/index.html") == "rapide")
}

@Test func twoThousandFilesFromManyTasks() async throws {
    let sandbox = try Sandbox()
    for build in 1...3 {
        let staging = try Staging(for: try sandbox.folder())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<20 {
                group.addTask {
                    for number in stride(from: task, to: 2_000, by: 20) {
                        // Two hundred folders, each made by several tasks at once; every tenth page changes.
                        let text = "page \(number) \(number % 10 == 0 ? build : 0)"
                        try staging.write("s/\(number % 7)/\(number % 200)/\(number).html", Array(text.utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        let publication = try staging.publish(baseURL: "https://example.fr/")
        #expect(publication.changedFiles == (build == 1 ? 2_000 : 200))
        #expect(publication.manifest.files.count == 2_000)
        #expect(sandbox.published().count == 2_001)
    }
    for number in 0..<2_000 {
        let text = "page \(number) \(number % 10 == 0 ? 3 : 0)"
        #expect(sandbox.text("public/s/\(number % 7)/\(number % 200)/\(number).html") == text)
    }
}
