import Files
import Foundation
import Glibc
import Publishing
import Testing

@Test(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
func fullDiskLeavesTheSiteWhole() throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("disque")
    let output = "\(sandbox.path)/disque/public"
    try SmallDisk.with(kilobytes: 256, at: "\(sandbox.path)/disque") {
        func open() throws -> OutputFolder { try #require(try OutputFolder.open(output).folder) }
        let page = [UInt8](repeating: 0x41, count: 8_000)
        let first = try Staging(for: try open())
        for number in 0..<8 { try first.write("\(number)/index.html", page) }
        let published = try first.publish(baseURL: "https://example.fr/").manifest

        let second = try Staging(for: try open())
        let error = #expect(throws: DiskError.self) {
            for number in 0..<100 { try second.write("\(number)/index.html", page + [UInt8(number)]) }
        }
        #expect(error?.code == ENOSPC)
        #expect(error?.description.hasSuffix("/index.html » : le disque est plein") == true)
        #expect(error?.advice == "libérez de la place, puis relancez « crieur build » ; le site en place n’a pas été touché")
        // Whoever goes on after that error still cannot publish half a site.
        #expect(throws: DiskError.self) { try second.publish(baseURL: "https://example.fr/") }

        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/disque") == ["public"])
        #expect(try open().manifest() == published)
        for file in published.files {
            #expect(try Digest(ofFile: "\(output)/\(file.path)") == file.sha256)
        }
        // There is room again.
        let third = try Staging(for: try open())
        for number in 0..<8 { try third.write("\(number)/index.html", page + [1]) }
        #expect(try third.publish(baseURL: "https://example.fr/").changedFiles == 8)
    }
}
