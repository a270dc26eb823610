import Publishing
import Testing

private let manifest = BuildManifest(
    baseURL: "https://example.fr/portail/", notice: "EXEMPLE",
    feeds: [
        .init(id: "populations", vintage: "2023", sha256: Digest(of: [2]), rows: 279),
        .init(id: "communes", vintage: "1er janvier 2026", sha256: Digest(of: [1]), rows: 279, communes: 279, retrieved: "2026-11-24"),
    ],
    facts: [
        .init(id: "violences", value: "3919"),
        .init(id: "dépôt", value: "jusqu’à 15\u{202F}000 € ; « \"brut\" \\ \u{1}\n\t »"),
    ],
    records: [
        .init(kind: .unit, id: "1009192", name: "Brigade \"d’Annecy\"", values: ["telephone": "17", "hours": "le lundi"]),
        .init(kind: .commune, id: "74010", name: "Annecy", values: [:]),
    ],
    files: [
        .init(path: "élus.html", sha256: Digest(of: [5]), size: 5),
        .init(path: "z.html", sha256: Digest(of: [4]), size: 0),
        .init(path: "a/b.html", sha256: Digest(of: [3]), size: 1 << 40),
    ])

@Test func manifestIsReadBackAsItWas() {
    #expect(BuildManifest(decoding: manifest.encoded()) == manifest)
    let empty = BuildManifest(baseURL: "", feeds: [], facts: [], files: [])
    #expect(BuildManifest(decoding: empty.encoded()) == empty)
}

@Test func manifestIsTheSameBytesWhateverTheOrderOfItsParts() {
    let shuffled = BuildManifest(
        baseURL: manifest.baseURL, notice: manifest.notice, feeds: manifest.feeds.reversed(), facts: manifest.facts.reversed(),
        records: manifest.records.reversed(), files: manifest.files.reversed())
    #expect(shuffled.encoded() == manifest.encoded())
    #expect(manifest.files.map(\.path) == ["a/b.html", "z.html", "élus.html"])
}

@Test func manifestHasOneEntryALine() {
    let small = BuildManifest(
        baseURL: "https://example.fr/", feeds: [], facts: [.init(id: "3919", value: "3919")],
        records: [.init(kind: .commune, id: "74010", name: "Annecy", values: ["population": "1", "hours": "\"8 h\""])],
        files: [.init(path: "index.html", sha256: Digest(of: []), size: 0)])
    #expect(String(decoding: small.encoded(), as: UTF8.self) == """
        {
          "generator": "crieur",
          "format": 1,
          "base_url": "https://example.fr/",
          "feeds": [],
          "facts": [
            {"id": "3919", "value": "3919"}
          ],
          "records": [
            {"kind": "commune", "id": "74010", "name": "Annecy", "values": {"hours": "\\"8 h\\"", "population": "1"}}
          ],
          "files": [
            {"path": "index.html", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "size": 0}
          ]
        }

        """)
}

@Test(arguments: [
    "", "{}", "{\n  \"generator\": \"hugo\",\n  \"format\": 1}",
    #"{"generator": "crieur", "format": 2, "base_url": "", "feeds": [], "facts": [], "files": []}"#,
    #"{"generator": "crieur", "format": 1, "base_url": "", "feeds": [], "facts": [], "files": [{"path": "a", "sha256": "12", "size": 1}]}"#,
])
func whatIsNoManifestOfThisFormatIsNotRead(text: String) {
    #expect(BuildManifest(decoding: Array(text.utf8)) == nil)
}

@Test func manifestOfALaterFormatIsStillRecognised() {
    let later = String(decoding: manifest.encoded(), as: UTF8.self).replacing("\"format\": 1", with: "\"format\": 2")
    #expect(BuildManifest.isOurs(Array(later.utf8)))
    #expect(BuildManifest(decoding: Array(later.utf8)) == nil)
    #expect(!BuildManifest.isOurs(Array("{\n  \"generator\": \"other\",\n".utf8)))
}

@Test func manifestsOfBeforeHaveNoRecords() {
    let text = #"{"generator": "crieur", "format": 1, "base_url": "", "feeds": [{"id": "a", "vintage": "b", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "rows": 1}], "facts": [], "files": []}"#
    let manifest = BuildManifest(decoding: Array(text.utf8))
    #expect(manifest?.records == [])
    #expect(manifest?.feeds == [.init(id: "a", vintage: "b", sha256: Digest(of: []), rows: 1)])
}
