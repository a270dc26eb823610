import CYAML
import Diagnostics

/// Builds nodes from events, refusing what a reader of the file could not see.
struct NodeBuilder: ~Copyable {
    private(set) var diagnostics: [Diagnostic] = []

    private var events: EventStream
    private var marks: CharacterMarks
    private let text: UnsafeBufferPointer<UInt8>
    private let file: String
    private let offset: Int
    /// Whether a sign may stand there that the text itself does not show.
    private let hasEscapes: Bool
    private var depth = 0

    /// No content needs more; deeper nesting would exhaust the stack.
    private static let deepest = 64

    init(_ text: UnsafeBufferPointer<UInt8>, file: String, offset: Int) {
        self.text = text
        self.file = file
        self.offset = offset
        hasEscapes = text.contains(UInt8(ascii: "\\"))
        events = EventStream(text)
        marks = CharacterMarks(text)
    }

    /// The root of the only document; `nil` when it is empty or faulty.
    mutating func document() -> YAMLNode? {
        guard next() != nil, let start = next(), start != YAML_STREAM_END_EVENT else { return nil }
        refuseDirectives()
        guard let type = next(), let node = node(type) else { return nil }
        guard next() != nil, let end = next() else { return nil }
        if end == YAML_DOCUMENT_START_EVENT {
            report(
                .yamlUnsupported, at: location(length: 3),
                "un fichier ne peut contenir qu’un seul document YAML",
                advice: "supprimez cette ligne « --- » et ce qui la suit")
        }
        return node.isEmpty ? nil : node
    }

    private mutating func next() -> yaml_event_type_t? {
        if let type = events.next() { return type }
        let fault = SyntaxFault(events.fault, in: text, marks: &marks)
        report(fault.id, at: location(from: fault.start, length: fault.length), fault.message, advice: fault.advice)
        return nil
    }

    private mutating func node(_ type: yaml_event_type_t) -> YAMLNode? {
        switch type {
        case YAML_SCALAR_EVENT: scalar()
        case YAML_ALIAS_EVENT: alias()
        case YAML_SEQUENCE_START_EVENT: nested { $0.sequence() }
        default: nested { $0.mapping() }
        }
    }

    private mutating func nested(_ build: (inout NodeBuilder) -> YAMLNode?) -> YAMLNode? {
        guard depth < Self.deepest else {
            report(
                .yamlUnsupported, at: location(length: 1), "plus de \(Self.deepest) niveaux emboîtés",
                advice: "simplifiez cette structure")
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        return build(&self)
    }

    private mutating func scalar() -> YAMLNode {
        let scalar = events.current.pointee.data.scalar
        refuse(anchor: scalar.anchor, tag: scalar.tag)
        let value = String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        // Escapes of double quotes write what no file may hold.
        if hasEscapes, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, let sign = HiddenSign(in: value) {
            report(.signHidden, at: location(), "le texte contient \(sign.words)", advice: HiddenSign.advice)
        }
        return YAMLNode(
            .scalar(value, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), at: location())
    }

    /// Kept as a text so that the rest of the file is still checked.
    private mutating func alias() -> YAMLNode {
        let name = "*" + String(cString: events.current.pointee.data.alias.anchor)
        report(
            .yamlUnsupported, at: location(), "les renvois comme « \(name) » ne sont pas admis",
            advice: "recopiez la valeur ; si c’est un texte, mettez-le entre guillemets")
        return YAMLNode(.scalar(name, isPlain: false), at: location())
    }

    private mutating func sequence() -> YAMLNode? {
        let start = events.current.pointee.data.sequence_start
        refuse(anchor: start.anchor, tag: start.tag)
        let place = location(length: 1)
        var items: [YAMLNode] = []
        while let type = next() {
            if type == YAML_SEQUENCE_END_EVENT { return YAMLNode(.sequence(items), at: place) }
            guard let item = node(type) else { return nil }
            items.append(item)
        }
        return nil
    }

    private mutating func mapping() -> YAMLNode? {
        let start = events.current.pointee.data.mapping_start
        refuse(anchor: start.anchor, tag: start.tag)
        let place = location(length: 1)
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(12)
        while let type = next() {
            if type == YAML_MAPPING_END_EVENT {
                refuseDuplicates(entries)
                return YAMLNode(.mapping(entries), at: place)
            }
            guard let key = node(type), let valueType = next(), let value = node(valueType) else { return nil }
            guard case .scalar(let name, _) = key.content, !name.isEmpty else {
                report(
                    .yamlUnsupported, at: key.location, "une clé doit être un mot",
                    advice: "écrivez « clé: valeur »")
                continue
            }
            entries.append(YAMLNode.Entry(key: name, keyLocation: key.location, value: value))
        }
        return nil
    }

    private mutating func refuse(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?) {
        if let anchor {
            let name = "&" + String(cString: anchor)
            report(
                .yamlUnsupported, at: location(length: name.utf8.count),
                "les ancres comme « \(name) » ne sont pas admises",
                advice: "supprimez-la ; si c’est un texte, mettez-le entre guillemets")
        } else if let tag {
            let name = String(cString: tag)
            report(
                .yamlUnsupported, at: location(length: 1), "les types comme « \(name) » ne sont pas admis",
                advice: "supprimez-le ; si c’est un texte qui commence par « ! », mettez-le entre guillemets")
        }
    }

    private mutating func refuseDirectives() {
        let start = events.current.pointee.data.document_start
        guard start.version_directive != nil || start.tag_directives.start != start.tag_directives.end else { return }
        report(
            .yamlUnsupported, at: location(length: 1), "les directives « % » ne sont pas admises",
            advice: "supprimez cette ligne")
    }

    private mutating func refuseDuplicates(_ entries: [YAMLNode.Entry]) {
        // Comparing a handful of short keys costs less than hashing them.
        if entries.count <= 24 {
            for (index, entry) in entries.enumerated() {
                guard let first = entries[..<index].first(where: { $0.key == entry.key }) else { continue }
                reportDuplicate(entry, first: first)
            }
        } else {
            var firsts: [String: YAMLNode.Entry] = [:]
            firsts.reserveCapacity(entries.count)
            for entry in entries {
                if let first = firsts[entry.key] {
                    reportDuplicate(entry, first: first)
                } else {
                    firsts[entry.key] = entry
                }
            }
        }
    }

    private mutating func reportDuplicate(_ entry: YAMLNode.Entry, first: YAMLNode.Entry) {
        diagnostics.append(
            .error(
                .keyDuplicate, at: entry.keyLocation, "la clé « \(entry.key) » est écrite plusieurs fois",
                advice: "n’en gardez qu’une",
                notes: [.init("elle est déjà ici", at: first.keyLocation)]))
    }

    private mutating func report(
        _ id: DiagnosticID, at location: SourceLocation, _ message: String, advice: String?,
    ) {
        diagnostics.append(.error(id, at: location, message, advice: advice))
    }

    /// Place of the current event; `length` nil for the whole of it.
    private mutating func location(length: Int? = nil) -> SourceLocation {
        let start = marks.byteOffset(of: events.current.pointee.start_mark.index)
        guard let length else {
            let end = marks.byteOffset(of: events.current.pointee.end_mark.index)
            return location(from: start, length: end - start)
        }
        return location(from: start, length: length)
    }

    private func location(from start: Int, length: Int) -> SourceLocation {
        SourceLocation(file: file, offset: offset + start, length: length)
    }
}
