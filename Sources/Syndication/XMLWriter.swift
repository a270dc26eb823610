/// Writes XML as UTF-8, one element a line.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    /// Elements of a document that another writer completes.
    static var fragment: XMLWriter {
        var writer = XMLWriter()
        writer.bytes = []
        return writer
    }

    mutating func element(
        _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [],
        _ content: (inout XMLWriter) -> Void,
    ) {
        start(name, attributes)
        bytes += ">\n".utf8
        content(&self)
        end(name)
    }

    /// An element that holds text alone.
    mutating func element(
        _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], text: String,
    ) {
        start(name, attributes)
        bytes += ">".utf8
        XMLText.append(text, to: &bytes)
        end(name)
    }

    mutating func empty(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        start(name, attributes)
        bytes += "/>\n".utf8
    }

    /// Elements that another writer has written.
    mutating func written(_ elements: [UInt8]) { bytes += elements }

    private mutating func start(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        bytes += "<".utf8
        append(name)
        for attribute in attributes {
            bytes += " ".utf8
            append(attribute.name)
            bytes += "=\"".utf8
            XMLText.append(attribute.value, to: &bytes)
            bytes += "\"".utf8
        }
    }

    private mutating func end(_ name: StaticString) {
        bytes += "</".utf8
        append(name)
        bytes += ">\n".utf8
    }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { bytes += $0 }
    }
}
