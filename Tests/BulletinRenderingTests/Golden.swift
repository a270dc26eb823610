import Foundation
import Testing

/// Jobs kept in the folder `Golden`, a line for each object, so that a difference can be read.
enum Golden {
    /// `CRIEUR_RECORD=1` writes the file anew.
    static func expect(_ data: [UInt8], _ name: String, file: String = #filePath) throws {
        let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["CRIEUR_RECORD"] == "1" {
            try Data(readable(data)).write(to: golden)
        }
        let expected = try [UInt8](Data(contentsOf: golden))
        let isAsRecorded = readable(data) == expected
        #expect(
            isAsRecorded,
            "the job differs from Golden/\(name); look at the difference, then record it with CRIEUR_RECORD=1")
    }

    private static func readable(_ data: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        for byte in data {
            if byte == UInt8(ascii: "{"), let last = lines.last, last != UInt8(ascii: "\n") { lines.append(0x0A) }
            lines.append(byte)
        }
        return lines + [0x0A]
    }
}
