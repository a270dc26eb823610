import ArgumentParser
import ContentReading
import Diagnostics
import FeedReading
import Foundation
import JSON
import YAML

/// What references and schemas of the documentation are made from, as JSON: `tools/reference` reads it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Donne en JSON les clés de tous les fichiers que l’on écrit.", shouldDisplay: false)

    func run() {
        var json = JSONWriter()
        json.object { json in
            for (name, shape) in ContentShapes.all + [("feeds.yml", FeedList.shape)] {
                json.key(name)
                Self.write(shape, to: &json)
            }
        }
        FileHandle.standardOutput.write(Data(json.bytes + [0x0A]))
    }

    private static func write(_ shape: YAMLShape, to json: inout JSONWriter) {
        json.object { json in
            json.key("open")
            json.boolean(shape.isOpen)
            json.key("keys")
            json.array(shape.keys) { json, key in
                json.object { json in
                    json.field("name", key.name)
                    json.key("required")
                    json.boolean(key.isRequired)
                    json.key("value")
                    write(key.kind, to: &json)
                }
            }
        }
    }

    private static func write(_ kind: YAMLShape.Kind, to json: inout JSONWriter) {
        json.object { json in
            switch kind {
            case .text: json.field("kind", "text")
            case .boolean: json.field("kind", "boolean")
            case .integer: json.field("kind", "integer")
            case .day: json.field("kind", "day")
            case .any: json.field("kind", "any")
            case .form(let words):
                json.field("kind", "form")
                json.field("words", words)
            case .choice(let words):
                json.field("kind", "choice")
                json.key("words")
                json.array(words) { $0.string($1) }
            case .list(let item):
                json.field("kind", "list")
                json.key("item")
                write(item, to: &json)
            case .mapping(let shape):
                json.field("kind", "mapping")
                json.key("shape")
                write(shape, to: &json)
            }
        }
    }
}
