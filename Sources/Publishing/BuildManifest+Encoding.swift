import Files
import JSON

extension BuildManifest {
    /// How every manifest of ours begins, whatever its format.
    private static let opening = Array("{\n  \"generator\": \"\(generator)\",\n".utf8)

    /// Whether these bytes are a manifest that Crieur wrote, of this format or another.
    public static func isOurs(_ bytes: [UInt8]) -> Bool { bytes.starts(with: opening) }

    /// JSON with one entry a line, so that two manifests can be compared with `diff`.
    public func encoded() -> [UInt8] {
        var json = JSONText()
        json.bytes.reserveCapacity(512 + files.count * 176 + records.count * 320)
        json.bytes += BuildManifest.opening
        json.raw("  \"format\": \(BuildManifest.format),\n  \"base_url\": ")
        json.string(baseURL)
        if let notice {
            json.raw(",\n  \"notice\": ")
            json.string(notice)
        }
        json.raw(",\n  \"feeds\": ")
        json.list(feeds) { feed, json in
            json.raw("{\"id\": ")
            json.string(feed.id)
            json.raw(", \"vintage\": ")
            json.string(feed.vintage)
            json.raw(", \"sha256\": \"\(feed.sha256)\", \"rows\": \(feed.rows)")
            if let communes = feed.communes { json.raw(", \"communes\": \(communes)") }
            if let retrieved = feed.retrieved {
                json.raw(", \"retrieved\": ")
                json.string(retrieved)
            }
            json.raw("}")
        }
        json.raw(",\n  \"facts\": ")
        json.list(facts) { fact, json in
            json.raw("{\"id\": ")
            json.string(fact.id)
            json.raw(", \"value\": ")
            json.string(fact.value)
            json.raw("}")
        }
        json.raw(",\n  \"records\": ")
        json.list(records) { record, json in
            json.raw("{\"kind\": \"\(record.kind.rawValue)\", \"id\": ")
            json.string(record.id)
            json.raw(", \"name\": ")
            json.string(record.name)
            json.raw(", \"values\": {")
            let values = record.values.sorted { ByteOrder.precedes($0.key, $1.key) }
            for (index, value) in values.enumerated() {
                if index > 0 { json.raw(", ") }
                json.string(value.key)
                json.raw(": ")
                json.string(value.value)
            }
            json.raw("}}")
        }
        json.raw(",\n  \"files\": ")
        json.list(files) { file, json in
            json.raw("{\"path\": ")
            json.string(file.path)
            json.raw(", \"sha256\": \"")
            file.sha256.append(to: &json.bytes)
            json.raw("\", \"size\": ")
            json.raw(String(file.size))
            json.raw("}")
        }
        json.raw("\n}\n")
        return json.bytes
    }
}

/// Appends JSON to a buffer of bytes; texts other than ASCII stay as they are, in UTF-8.
private struct JSONText {
    var bytes: [UInt8] = []

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func string(_ text: String) { JSONString.append(text, to: &bytes) }

    mutating func list<Element>(_ elements: [Element], _ write: (Element, inout JSONText) -> Void) {
        raw("[")
        for (index, element) in elements.enumerated() {
            raw(index == 0 ? "\n    " : ",\n    ")
            write(element, &self)
        }
        raw(elements.isEmpty ? "]" : "\n  ]")
    }
}
