import Testing

@testable import Gzip

@Suite struct GzipTests {
    private let text = Array(String(repeating: "Présents pour les élus. ", count: 40_000).utf8)

    @Test func whatIsPackedComesBack() throws {
        for bytes in [[], [0x41], text] {
            let packed = try #require(Gzip.pack(bytes))
            #expect(Gzip.unpack(packed) == bytes)
        }
    }

    @Test func theHeaderSaysNeitherDateNorNameNorSystem() throws {
        let packed = try #require(Gzip.pack(text))
        #expect(Array(packed[..<8]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        #expect(packed[9] == 255)
    }

    @Test func whatIsDamagedOrCutIsNotRead() throws {
        let packed = try #require(Gzip.pack(text))
        #expect(Gzip.unpack(Array(packed.dropLast())) == nil)
        #expect(Gzip.unpack(Array(packed[..<20])) == nil)
        var changed = packed
        changed[packed.count - 6] ^= 1
        #expect(Gzip.unpack(changed) == nil)
        #expect(Gzip.unpack(text) == nil)
        #expect(Gzip.unpack([]) == nil)
    }
}
