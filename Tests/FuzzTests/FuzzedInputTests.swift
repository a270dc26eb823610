import Foundation
import FuzzPaths
import Testing

/// What the fuzzer found worth keeping (`make fuzz`) is read again by the program as it is now.
@Suite struct FuzzedInputTests {
    @Test(arguments: FuzzPath.allCases)
    func theCorpusIsReadAgain(_ path: FuzzPath) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fuzz/Corpus/\(path.rawValue).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 20)
        for line in lines {
            let bytes = try #require(Data(base64Encoded: String(line)))
            path.run([UInt8](bytes))
        }
    }
}
