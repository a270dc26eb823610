import FoundationEssentials

extension BuildManifest {
    /// Reads a manifest back; `nil` if these bytes are not one of the present format.
    public init?(decoding bytes: [UInt8]) {
        guard let manifest = try? JSONDecoder().decode(Encoded.self, from: Data(bytes)),
            manifest.generator == BuildManifest.generator, manifest.format == BuildManifest.format
        else { return nil }
        self.init(
            baseURL: manifest.base_url, notice: manifest.notice,
            feeds: manifest.feeds.map {
                FeedSummary(
                    id: $0.id, vintage: $0.vintage, sha256: $0.sha256.digest, rows: $0.rows, communes: $0.communes,
                    retrieved: $0.retrieved)
            },
            facts: manifest.facts.map { FactValue(id: $0.id, value: $0.value) },
            records: (manifest.records ?? []).compactMap { record in
                Record.Kind(rawValue: record.kind).map {
                    Record(kind: $0, id: record.id, name: record.name, values: record.values)
                }
            },
            files: manifest.files.map { File(path: $0.path, sha256: $0.sha256.digest, size: $0.size) })
    }

    /// The keys as they stand in the file.
    private struct Encoded: Decodable {
        struct Feed: Decodable {
            let id: String
            let vintage: String
            let sha256: Hexadecimal
            let rows: Int
            let communes: Int?
            let retrieved: String?
        }
        struct Fact: Decodable {
            let id: String
            let value: String
        }
        struct Record: Decodable {
            let kind: String
            let id: String
            let name: String
            let values: [String: String]
        }
        struct File: Decodable {
            let path: String
            let sha256: Hexadecimal
            let size: Int
        }

        let generator: String
        let format: Int
        let base_url: String
        let notice: String?
        let feeds: [Feed]
        let facts: [Fact]
        let records: [Record]?
        let files: [File]
    }

    private struct Hexadecimal: Decodable {
        let digest: Digest

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            guard let digest = Digest(hex: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 digest")
            }
            self.digest = digest
        }
    }
}
