import Foundation
import Publishing
import Testing

private func key(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

/// A cache in a sandbox with one PDF per text.
private func cache(in sandbox: Sandbox, of texts: [String]) throws -> FileCache {
    let cache = try FileCache(folder: "\(sandbox.path)/.crieur-cache")
    for text in texts {
        let temporary = cache.temporaryFile(for: key(text))
        try Data("%PDF \(text)".utf8).write(to: URL(fileURLWithPath: temporary))
        _ = try cache.store(key(text), temporary: temporary, record: Array("pages: 4\n\(text)".utf8))
    }
    return cache
}

@Test func storedPDFIsFoundWithItsRecordByThisBuildAndTheNext() throws {
    let sandbox = try Sandbox()
    let first = try cache(in: sandbox, of: ["74010"])
    for cache in [first, try FileCache(folder: "\(sandbox.path)/.crieur-cache")] {
        let entry = try #require(cache.lookup(key("74010")))
        #expect(FileManager.default.contents(atPath: entry.file) == Data("%PDF 74010".utf8))
        #expect(entry.sha256 == key("%PDF 74010") && entry.size == 10)
        #expect(entry.record == Array("pages: 4\n74010".utf8))
        #expect(cache.lookup(key("74011")) == nil)
    }
    #expect(!FileManager.default.fileExists(atPath: first.temporaryFile(for: key("74010"))))
}

@Test func laterPDFOfTheSameKeyTakesThePlaceOfTheFormerAndNotItsInode() throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a"])
    let file = ".crieur-cache/\(key("a")).pdf"
    let inode = try sandbox.status(file).inode
    let temporary = cache.temporaryFile(for: key("a"))
    try Data("%PDF autre".utf8).write(to: URL(fileURLWithPath: temporary))
    _ = try cache.store(key("a"), temporary: temporary, record: [])
    #expect(cache.lookup(key("a"))?.record == [])
    #expect(sandbox.text(file) == "%PDF autre")
    #expect(try sandbox.status(file).inode != inode)
}

@Test(arguments: ["pdf", "record"])
func damagedEntryIsNotFound(part: String) throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a", "b"])
    let file = ".crieur-cache/\(key("a")).\(part)"
    let whole = try #require(sandbox.text(file))
    let other = try #require(sandbox.text(".crieur-cache/\(key("b")).\(part)"))
    for damaged in [String(whole.dropLast()), whole + "x", String(whole.dropLast()) + "x", "", other] {
        // Written into the file itself, as through the published hard link.
        let handle = try #require(FileHandle(forWritingAtPath: "\(sandbox.path)/\(file)"))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(damaged.utf8))
        #expect(cache.lookup(key("a")) == nil, "\(damaged)")
    }
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/\(file)")
    #expect(cache.lookup(key("a")) == nil)
    #expect(cache.lookup(key("b")) != nil)
}

@Test func buildKilledBetweenThePDFAndItsRecordLeavesNoEntry() throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a"])
    try sandbox.put("%PDF neuf", at: ".crieur-cache/\(key("a")).pdf")
    #expect(cache.lookup(key("a")) == nil)
}

@Test func unusedPDFOutlivesItsLastUseByAFewBuildsOnly() throws {
    let sandbox = try Sandbox()
    for build in 1...5 {
        let cache = try cache(in: sandbox, of: build == 1 ? ["used", "unused"] : [])
        try cache.removeUnused(keeping: [key("used")] + (build == 1 ? [key("unused")] : []), forBuilds: 3)
        #expect((cache.lookup(key("unused")) != nil) == (build <= 3), "build \(build)")
        #expect(cache.lookup(key("used")) != nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/.crieur-cache").sorted() == [
        "\(key("used")).pdf", "\(key("used")).record", "uses",
    ])
}

@Test func lostCountOfBuildsMakesAllPDFsCountAsNew() throws {
    let sandbox = try Sandbox()
    for uses in ["", "crieur-uses 1 x\n", "crieur-uses 1 3\n\(key("a"))\n", "crieur-uses 1 3\n\(key("a")) 4\n"] {
        let cache = try cache(in: sandbox, of: ["a"])
        try sandbox.put(uses, at: ".crieur-cache/uses")
        try cache.removeUnused(keeping: [], forBuilds: 2)
        #expect(cache.lookup(key("a")) != nil)
        try cache.removeUnused(keeping: [], forBuilds: 2)
        #expect(cache.lookup(key("a")) != nil)
        try cache.removeUnused(keeping: [], forBuilds: 2)
        #expect(cache.lookup(key("a")) == nil)
    }
}

@Test func unfinishedFilesAndLonelyPDFsAreRemovedAndStrangersStay() throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a"])
    try sandbox.put("%P", at: ".crieur-cache/tmp-4194999-\(key("b")).pdf")
    try sandbox.put("%PDF", at: ".crieur-cache/\(key("c")).pdf")
    try sandbox.put("à garder", at: ".crieur-cache/notes.pdf")
    try cache.removeUnused(keeping: [key("a")])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/.crieur-cache").sorted() == [
        "\(key("a")).pdf", "\(key("a")).record", "notes.pdf", "uses",
    ].sorted())
}

@Test func cacheThatAnotherBuildUsesIsNotCleaned() throws {
    let sandbox = try Sandbox()
    let mine = try cache(in: sandbox, of: ["a"])
    do {
        let other = try FileCache(folder: "\(sandbox.path)/.crieur-cache")
        try mine.removeUnused(keeping: [], forBuilds: 0)
        #expect(other.lookup(key("a")) != nil)
    }
    try mine.removeUnused(keeping: [], forBuilds: 0)
    #expect(mine.lookup(key("a")) == nil)
}

@Test func cachedPDFIsPublishedAsAHardLinkAndSurvivesThePublishedSite() throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a"])
    let entry = try #require(cache.lookup(key("a")))
    let staging = try Staging(for: try sandbox.folder())
    try staging.link(entry.file, to: "communes/74010-annecy/bulletin.pdf", sha256: entry.sha256)
    _ = try staging.publish(baseURL: "https://example.fr/")
    #expect(try sandbox.status("public/communes/74010-annecy/bulletin.pdf").inode
        == sandbox.status(".crieur-cache/\(key("a")).pdf").inode)
    for build in 1...3 { try sandbox.publish(["index.html": "\(build)"]) }
    #expect(cache.lookup(key("a")) == entry)
    try cache.removeUnused(keeping: [], forBuilds: 0)
    #expect(cache.lookup(key("a")) == nil)
}

@Test func aFolderToWorkInGoesWithItsMakerOrWithTheNextWholeBuild() throws {
    let sandbox = try Sandbox()
    let cache = try cache(in: sandbox, of: ["a"])
    let first = try cache.makeWorkFolder()
    let second = try cache.makeWorkFolder()
    #expect(first != second)
    for folder in [first, second] {
        try FileManager.default.createDirectory(atPath: "\(folder)/pdf", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/pdf/x.pdf"))
    }
    try cache.removeWorkFolder(first)
    #expect(!FileManager.default.fileExists(atPath: first) && FileManager.default.fileExists(atPath: second))
    try cache.removeUnused(keeping: [key("a")])
    #expect(!FileManager.default.fileExists(atPath: second))
    #expect(cache.lookup(key("a")) != nil)
}
