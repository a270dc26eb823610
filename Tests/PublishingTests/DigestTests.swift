import Files
import Publishing
import Testing

@Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
])
func digestIsSHA256(text: String, hex: String) throws {
    let digest = Digest(of: Array(text.utf8))
    #expect(digest.description == hex)
    #expect(Digest(hex: hex) == digest)
}

@Test func digestOfAFileIsThatOfItsBytes() throws {
    let sandbox = try Sandbox()
    let text = String(repeating: "0123456789", count: 20_000)
    try sandbox.put(text, at: "long.txt")
    #expect(try Digest(ofFile: "\(sandbox.path)/long.txt") == Digest(of: Array(text.utf8)))
    #expect(throws: DiskError.self) { try Digest(ofFile: "\(sandbox.path)/absent.txt") }
}

@Test(arguments: ["", "ba78", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
func onlySixtyFourLowerCaseDigitsAreADigest(text: String) {
    #expect(Digest(hex: text) == nil)
}

@Test func digestsAreOrderedAsTheirDescriptions() {
    let digests = (0..<50).map { Digest(of: [UInt8($0)]) }
    #expect(digests.sorted().map(\.description) == digests.map(\.description).sorted())
}

@Test func hasherTellsApartHowBytesAreDivided() {
    func digest(_ texts: String...) -> Digest {
        var hasher = Digest.Hasher()
        for text in texts { hasher.combine(text) }
        return hasher.finalize()
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("ab", "") != digest("", "ab"))
    #expect(digest("ab", "c") == digest("ab", "c"))
}

@Test func hasherAddsPiecesOfOneValueAsTheyAre() {
    var hasher = Digest.Hasher()
    for piece in ["a", "b", "c"] {
        Array(piece.utf8).withUnsafeBytes { hasher.append($0) }
    }
    #expect(hasher.finalize() == Digest(of: Array("abc".utf8)))
}
