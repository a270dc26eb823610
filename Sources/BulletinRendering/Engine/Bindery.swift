public import ExternalTools
import Files
import FoundationEssentials
import JSON

/// Puts finished PDFs together for the print shop: with pikepdf and Python's zipfile, in one child process.
public struct Bindery: Sendable {
    /// A PDF that a joined one is made of.
    public struct Part: Sendable, Hashable {
        public let bookmark: String
        public let file: String

        public init(bookmark: String, file: String) {
            self.bookmark = bookmark
            self.file = file
        }
    }

    /// What a ZIP holds.
    public struct Entry: Sendable, Hashable {
        public enum Content: Sendable, Hashable {
            case file(String)
            case text(String)
        }

        public let name: String
        public let content: Content

        public init(name: String, content: Content) {
            self.name = name
            self.content = content
        }
    }

    private let python: Python

    public init(python: Python) { self.python = python }

    /// One PDF of all parts, each from the front of a sheet on, with a bookmark each. It claims no conformance.
    ///
    /// - Returns: its number of pages, blank ones included.
    public func join(_ parts: [Part], title: String, to file: String) async throws -> Int {
        var json = JSONWriter()
        json.object { json in
            json.field("make", "join")
            json.field("file", file)
            json.field("title", title)
            json.field("language", "fr-FR")
            json.key("parts")
            json.array(parts) { json, part in
                json.object { json in
                    json.field("bookmark", part.bookmark)
                    json.field("file", part.file)
                }
            }
        }
        return try await answers([(file, json.bytes)]).reduce(0, +)
    }

    /// One order for a ZIP.
    public struct Archive: Sendable {
        public let file: String
        let order: [UInt8]

        /// - Parameter date: year, month and day that every entry bears.
        public init(_ entries: [Entry], date: (year: Int, month: Int, day: Int), file: String) {
            self.file = file
            var json = JSONWriter()
            json.object { json in
                json.field("make", "zip")
                json.field("file", file)
                json.key("date")
                json.array([date.year, date.month, date.day]) { $0.number($1) }
                json.key("entries")
                json.array(entries) { json, entry in
                    json.object { json in
                        json.field("name", entry.name)
                        switch entry.content {
                        case .file(let path): json.field("file", path)
                        case .text(let text): json.field("text", text)
                        }
                    }
                }
            }
            order = json.bytes
        }
    }

    public func zip(_ archives: [Archive]) async throws {
        _ = try await answers(archives.map { ($0.file, $0.order) })
    }

    private struct Answer: Decodable {
        let pages: Int?
        let errno: Int32?
    }

    private func answers(_ orders: [(file: String, line: [UInt8])]) async throws -> [Int] {
        let command = ToolCommand(
            name: "pikepdf", executable: python.path,
            arguments: ["-I", "-B", "-c", String(decoding: PackageResources.bindery_py, as: UTF8.self)])
        let answers = try await ToolConversation.with(command) { conversation in
            var answers: [Answer] = []
            for order in orders {
                let line = try await conversation.ask(order.line, within: .seconds(600))
                guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)) else {
                    throw ToolFailure("pikepdf", .system("réponse illisible"))
                }
                answers.append(answer)
                if answer.errno != nil { break }
            }
            return answers
        }
        for (answer, order) in Swift.zip(answers, orders) {
            if let code = answer.errno { throw DiskError("écrire", order.file, code: code) }
        }
        return answers.map { $0.pages ?? 0 }
    }
}
