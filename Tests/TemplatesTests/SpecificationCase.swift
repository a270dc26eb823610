import Foundation
import Testing

@testable import Templates

/// One case of the Mustache specification's suites, from the folder of official data.
struct SpecificationCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    var testDescription: String { name }

    /// Empty when the folder is missing.
    static func all(_ suite: String) -> [SpecificationCase] {
        struct Suite: Decodable {
            let tests: [SpecificationCase]
        }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(suite).json"),
            let decoded = try? JSONDecoder().decode(Suite.self, from: data)
        else { return [] }
        return decoded.tests
    }

    static var isMissing: Bool { !FileManager.default.fileExists(atPath: folder) }

    /// `mustache-spec` below `CRIEUR_REAL_DATA`, else below `../shared/data` beside the package.
    private static var folder: String {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"]
            ?? package.deletingLastPathComponent().appending(path: "shared/data").path
        return data + "/mustache-spec"
    }

    func files() -> [TemplateFile] {
        var files = [TemplateFile(path: "main.mustache", name: "main", bytes: Array(template.utf8))]
        for (name, text) in (partials ?? [:]).sorted(by: { $0.key < $1.key }) {
            files.append(TemplateFile(path: "\(name).mustache", name: name, bytes: Array(text.utf8)))
        }
        return files
    }
}

/// A case's data. Numbers are texts to us.
enum JSON: Decodable, Sendable {
    case null
    case bool(Bool)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .text(String(value))
        } else if let value = try? container.decode(Double.self) {
            self = .text(String(value))
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    var value: Value {
        switch self {
        case .null: .absent
        case .bool(let isTrue): .bool(isTrue)
        case .text(let text): .text(text)
        case .list(let elements): .list(elements.map(\.value))
        case .object(let pairs):
            .object(Object(pairs.sorted { $0.key < $1.key }.map { (Name($0.key), $0.value.value) }))
        }
    }
}
