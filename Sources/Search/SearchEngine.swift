public import Diagnostics
public import ExternalTools
import FoundationEssentials
import JSON
import SiteModel

/// Pagefind, found and ready: records → the files of an index, which the search page reads.
///
/// It is spoken to through a Python script embedded in the program, as Typst is. Nothing is written to the disk.
public struct SearchEngine: Sendable {
    /// A file of the index, by its path below the folder of the index.
    public struct File: Sendable, Hashable {
        public let path: String
        public let bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    private let python: Python
    private let version: String

    private static let wheel = "pagefind-bin"
    private static let name = "Pagefind"
    /// 34,900 communes and 10,000 guides take half a minute.
    private static let limit = Duration.seconds(600)

    /// - Returns: `nil`, with every fault in `diagnostics`, when something is missing.
    public static func find(python: Python?, into diagnostics: inout [Diagnostic]) async throws -> SearchEngine? {
        guard let python, let version = try await python.versions(of: [wheel], into: &diagnostics)[wheel] else { return nil }
        return SearchEngine(python: python, version: version)
    }

    /// All that decides the bytes of an index, in a fixed order.
    public func material(of records: [SearchRecord]) -> [(name: String, bytes: [UInt8])] {
        [("worker", PackageResources.search_worker_py), (Self.wheel, Array(version.utf8)), ("order", Self.order(records))]
    }

    /// The index of `records`, its files in the order of their paths.
    ///
    /// - Throws: `ToolFailure`.
    public func index(_ records: [SearchRecord]) async throws -> [File] {
        let command = ToolCommand(
            name: Self.name, executable: python.path,
            arguments: ["-I", "-B", "-c", String(decoding: PackageResources.search_worker_py, as: UTF8.self)])
        let order = Self.order(records)
        return try await ToolConversation.with(command) { conversation in
            let answer: Answer = try Self.read(try await conversation.ask(order, within: Self.limit))
            var files: [File] = []
            for _ in 0..<answer.files {
                let line: Line = try Self.read(try await conversation.listen(within: Self.limit))
                files.append(File(path: line.path, bytes: [UInt8](line.content)))
            }
            return files
        }
    }

    static func order(_ records: [SearchRecord]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("language", "fr")
            json.key("filters")
            json.array(SearchKind.allCases) { $0.string($1.rawValue) }
            json.key("records")
            json.array(records) { json, record in
                json.object { json in
                    json.field("url", record.route.path)
                    json.field("text", record.text)
                    json.field("filter", record.kind.rawValue)
                    json.key("meta")
                    json.object { json in
                        json.field("title", record.title)
                        if !record.context.isEmpty { json.field("context", record.context) }
                        if !record.keywords.isEmpty { json.field("keywords", record.keywords.joined(separator: ", ")) }
                    }
                }
            }
        }
        return json.bytes
    }

    private struct Answer: Decodable { let files: Int }

    private struct Line: Decodable {
        let path: String
        let content: Data
    }

    private static func read<Value: Decodable>(_ line: String) throws(ToolFailure) -> Value {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(line.utf8)) else {
            throw ToolFailure(name, .system("réponse illisible"))
        }
        return value
    }
}
