import FeedReading
import JSON
import Templates
import YAML

/// How `crieur reference` writes what it gathered.
extension JSONWriter {
    mutating func field(_ name: String, _ texts: [String]) {
        key(name)
        array(texts) { $0.string($1) }
    }

    mutating func shape(_ shape: YAMLShape) {
        object { json in
            json.key("open")
            json.boolean(shape.isOpen)
            json.key("keys")
            json.array(shape.keys) { json, key in
                json.object { json in
                    json.field("name", key.name)
                    json.key("required")
                    json.boolean(key.isRequired)
                    json.key("value")
                    json.kind(key.kind)
                }
            }
        }
    }

    private mutating func kind(_ kind: YAMLShape.Kind) {
        object { json in
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
                json.field("words", words)
            case .list(let item):
                json.field("kind", "list")
                json.key("item")
                json.kind(item)
            case .mapping(let shape):
                json.field("kind", "mapping")
                json.key("shape")
                json.shape(shape)
            }
        }
    }

    mutating func columns(_ format: String, _ columns: [FeedColumn]) {
        key(format)
        array(columns) { json, column in
            json.object { json in
                json.field("name", column.name)
                json.key("required")
                json.boolean(column.isRequired)
            }
        }
    }

    mutating func templates(_ names: NameRecorder.Names) {
        object { json in
            json.key("everywhere")
            json.names(names.everywhere)
            json.key("around")
            json.names(names.around)
            json.key("own")
            json.object { json in
                for (template, own) in names.byTemplate.sorted(by: { $0.key < $1.key }) {
                    json.key(template)
                    json.names(own)
                }
            }
        }
    }

    private mutating func names(_ names: GivenNames) {
        array(names.all) { json, entry in
            json.object { json in
                json.field("name", entry.name)
                json.field("kinds", entry.given.kinds.map(\.rawValue).sorted())
                json.key("inside")
                json.names(entry.given.inside)
            }
        }
    }
}
