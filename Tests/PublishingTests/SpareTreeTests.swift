import Foundation
import Glibc
import Publishing
import Testing

private let spare = ".crieur-staging-spare-public"

@Test func siteBeforeTheLastIsKeptOutOfSightAndUsedAgain() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "1", "same.html": "s"])
    let first = try sandbox.status("public").inode
    try sandbox.publish(["index.html": "2", "same.html": "s"])
    #expect(try sandbox.siblings() == [spare, "public"])
    #expect(try sandbox.status(spare).inode == first)
    #expect(try sandbox.status(spare).mode == 0o700)
    #expect(try sandbox.status("public/same.html").links == 2)

    let mode = try sandbox.status("public").mode
    try sandbox.publish(["index.html": "3", "same.html": "s"])
    #expect(try sandbox.status("public").inode == first)
    #expect(try sandbox.status("public").mode == mode)
    #expect(try sandbox.siblings() == [spare, "public"])
    #expect(sandbox.text("public/index.html") == "3")
}

@Test func nothingThatWasPutIntoTheSpareReachesTheSite() throws {
    let sandbox = try Sandbox()
    let common = ["a/same.html": "pareil", "b/same.html": "pareil", "c/same.html": "pareil", "d.html": "pareil"]
    try sandbox.publish(common.merging(["index.html": "1"]) { $1 })
    try sandbox.publish(common.merging(["index.html": "2"]) { $1 })

    try sandbox.makeFolder("dehors")
    try sandbox.put("étranger", at: "dehors/same.html")
    let manager = FileManager.default
    for name in ["a/same.html", "b", "c/same.html", "d.html", "index.html"] {
        try manager.removeItem(atPath: "\(sandbox.path)/\(spare)/\(name)")
    }
    try sandbox.put("pareil", at: "\(spare)/a/same.html")  // the same bytes, but not the published file
    try manager.createSymbolicLink(atPath: "\(sandbox.path)/\(spare)/b", withDestinationPath: "../dehors")
    try sandbox.put("x", at: "\(spare)/c/same.html/x.html")
    try manager.createSymbolicLink(atPath: "\(sandbox.path)/\(spare)/d.html", withDestinationPath: "../dehors/same.html")
    try manager.createSymbolicLink(atPath: "\(sandbox.path)/\(spare)/index.html", withDestinationPath: "../dehors/same.html")
    try sandbox.put("x", at: "\(spare)/stranger/deep/x.html")
    let before = try sandbox.status("public/a/same.html")

    try sandbox.publish(common.merging(["index.html": "3"]) { $1 })
    #expect(sandbox.published() == ["a/same.html", "b/same.html", "build-manifest.json", "c/same.html", "d.html", "index.html"])
    #expect(sandbox.text("public/index.html") == "3")
    for name in common.keys { #expect(sandbox.text("public/\(name)") == "pareil") }
    #expect(try sandbox.status("public/a/same.html").inode == before.inode)
    #expect(sandbox.text("dehors/same.html") == "étranger")
}

@Test func spareIsOfNoUseOnceTheOutputWasRemoved() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["index.html": "1"])
    try sandbox.publish(["index.html": "2"])
    try FileManager.default.removeItem(atPath: sandbox.output)
    try sandbox.publish(["index.html": "3"])
    #expect(try sandbox.siblings() == ["public"])
    #expect(sandbox.text("public/index.html") == "3")
}

/// The bytes go back and forth: the spare holds what the next build makes, and a cached PDF is in both.
@Test func siteThatGoesBackToItsFormerStateIsWhole() throws {
    let sandbox = try Sandbox()
    for name in ["un.pdf", "deux.pdf"] { try sandbox.put("%PDF \(name)", at: name) }
    for build in 0..<6 {
        let name = build % 2 == 0 ? "un.pdf" : "deux.pdf"
        let staging = try Staging(for: try sandbox.folder())
        try staging.link("\(sandbox.path)/\(name)", to: "b/bulletin.pdf")
        try staging.write("same.html", [1])
        _ = try staging.publish(baseURL: "https://example.fr/")
        #expect(sandbox.text("public/b/bulletin.pdf") == "%PDF \(name)")
        #expect(try sandbox.status("public/b/bulletin.pdf").inode == sandbox.status(name).inode)
        #expect(sandbox.published() == ["b/bulletin.pdf", "build-manifest.json", "same.html"])
    }
}

@Test(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
func spareThatHoldsAMountIsNotUsed() throws {
    let sandbox = try Sandbox()
    try sandbox.publish(["photos/a.html": "1"])
    try sandbox.publish(["photos/a.html": "2"])
    try SmallDisk.with(kilobytes: 64, at: "\(sandbox.path)/\(spare)/photos") {
        try sandbox.put("à garder", at: "\(spare)/photos/a.jpg")
        try sandbox.publish(["photos/a.html": "3"])
        #expect(sandbox.text("\(spare)/photos/a.jpg") == "à garder")
        #expect(sandbox.text("public/photos/a.html") == "3")
    }
}
