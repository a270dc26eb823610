import Diagnostics
import Synchronization

/// Typed reading of one mapping. It remembers which keys were asked for: `finish()` reports the others.
///
/// Every fault becomes a diagnostic and a harmless value, so that one reading tells all the faults of a file:
///
///     var fields = YAMLFields(reading: bytes, file: "content/site.yml")
///     let title = fields.requiredString("title")
///     let updated = fields.date("updated") { CalendarDate(iso: $0) }
///     let themes = fields.mappings("themes") { Theme(id: $0.requiredString("id"), title: $0.requiredString("title")) }
///     diagnostics += fields.finish()
public struct YAMLFields: Sendable {
    /// Faults found so far; a caller may add its own.
    public var diagnostics: [Diagnostic] = []
    /// Where the mapping starts.
    public let location: SourceLocation

    private let entries: [YAMLNode.Entry]
    private var isUsed: [Bool]
    private var asked: [String] = []
    /// The text could not be parsed: what lacks is not the reader's to say.
    private let isBroken: Bool
    /// What stands where keys are expected; told once they are known.
    private var misread: String?
    /// What is asked for, where that is all that is wanted.
    private(set) var shape: YAMLShape?

    /// - Parameters:
    ///   - node: the mapping; anything else is a fault, `nil` an empty mapping.
    ///   - location: where a missing key is reported when `node` is `nil`.
    public init(_ node: YAMLNode?, at location: SourceLocation) {
        guard let node else {
            self.init(entries: [], at: location, isBroken: false)
            return
        }
        if case .mapping(let entries) = node.content {
            self.init(entries: entries, at: node.location, isBroken: false)
        } else {
            self.init(entries: [], at: node.location, isBroken: true)
            misread = node.kind
        }
    }

    public init(_ node: YAMLNode) { self.init(node, at: node.location) }

    /// Reads a whole text, whose root must be a mapping; the parameters are those of `YAMLReader.read`.
    /// After a syntax error nothing else is reported.
    public init(reading bytes: ArraySlice<UInt8>, file: String, offset: Int = 0) {
        let start = SourceLocation(file: file, offset: offset)
        if YAMLShape.recorder != nil {
            self.init(recordingAt: start)
            return
        }
        let (node, faults) = YAMLReader.read(bytes, file: file, offset: offset)
        if node == nil, !faults.isEmpty {
            self.init(entries: [], at: start, isBroken: true)
        } else {
            self.init(node, at: start)
        }
        diagnostics.insert(contentsOf: faults, at: 0)
    }

    /// Reads nothing and notes what is asked.
    init(recordingAt location: SourceLocation) {
        self.init(entries: [], at: location, isBroken: true)
        shape = YAMLShape()
    }

    /// Whether nothing is read: a reader then asks for every key that it knows.
    public var isRecording: Bool { shape != nil }

    /// Says what a key holds where its reading does not tell; `kind` is made only while a shape is recorded.
    public mutating func note(_ key: String, _ kind: @autoclosure () -> YAMLShape.Kind, isRequired: Bool = false) {
        shape?.note(key, kind(), isRequired: isRequired)
    }

    private init(entries: [YAMLNode.Entry], at location: SourceLocation, isBroken: Bool) {
        self.entries = entries
        self.location = location
        self.isBroken = isBroken
        isUsed = Array(repeating: false, count: entries.count)
        asked.reserveCapacity(24)
    }

    /// The value of a key, marked as known; `nil` when it is absent or empty.
    public mutating func node(_ key: String) -> YAMLNode? {
        guard let index = index(asking: key), !entries[index].value.isEmpty else { return nil }
        return entries[index].value
    }

    /// The same; its absence is a fault.
    public mutating func requiredNode(_ key: String) -> YAMLNode? {
        note(key, .any, isRequired: true)
        if let node = node(key) { return node }
        reportMissing(key)
        return nil
    }

    /// All entries, all marked as known: for mappings whose keys are data.
    public mutating func allEntries() -> [YAMLNode.Entry] {
        for index in isUsed.indices { isUsed[index] = true }
        shape?.isOpen = true
        return entries
    }

    /// Whether it has a key that nobody asked for so far.
    public var hasUnknownKeys: Bool { isUsed.contains(false) }

    /// Where the key stands; `nil` when it is absent.
    public func location(of key: String) -> SourceLocation? {
        entries.first { $0.key == key }?.keyLocation
    }

    /// Where its value stands; `nil` when the key is absent.
    public func valueLocation(of key: String) -> SourceLocation? {
        entries.first { $0.key == key }?.value.location
    }

    /// Where each text of a list stands, or the only text: bytes of the file, by the text. Of two equal ones, the first.
    public func places(of key: String) -> [String: Range<Int>] {
        guard let node = entries.first(where: { $0.key == key })?.value else { return [:] }
        let items = if case .sequence(let items) = node.content { items } else { [node] }
        var places: [String: Range<Int>] = [:]
        for item in items {
            guard let text = item.text, let start = item.location.offset, places[text] == nil else { continue }
            places[text] = start..<(start + item.location.length)
        }
        return places
    }

    /// Reports the keys that nobody asked for, and returns all the faults of this mapping.
    @discardableResult
    public mutating func finish() -> [Diagnostic] {
        if let shape { YAMLShape.recorder?.shapes.withLock { $0.append(shape) } }
        if let misread {
            diagnostics.append(
                .error(
                    .valueType, at: location, "des clés sont attendues ici, pas \(misread)", advice: keysAdvice))
            self.misread = nil
        }
        for (index, entry) in entries.enumerated() where !isUsed[index] {
            isUsed[index] = true
            let advice =
                // A number is near no other: all are told.
                if Int(entry.key) == nil, let meant = Suggestion.closest(to: entry.key, in: asked) {
                    "vouliez-vous dire « \(meant) » ?"
                } else {
                    "clés admises : \(asked.joined(separator: ", "))"
                }
            diagnostics.append(
                .error(.keyUnknown, at: entry.keyLocation, "la clé « \(entry.key) » est inconnue", advice: advice))
        }
        return diagnostics
    }

    /// The keys themselves, where they are few.
    private var keysAdvice: String {
        guard (1...6).contains(asked.count) else { return "écrivez « clé: valeur » à chaque ligne" }
        let keys = asked.map { "« \($0): … »" }.joined(separator: ", ")
        return "écrivez à la ligne suivante, en retrait, une ligne par clé : \(keys)"
    }

    mutating func reportMissing(_ key: String) {
        guard !isBroken else { return }
        if let entry = entries.first(where: { $0.key == key }) {
            diagnostics.append(
                .error(
                    .keyMissing, at: entry.keyLocation, "la clé « \(key) » n’a pas de valeur",
                    advice: "complétez « \(key): … »"))
        } else {
            diagnostics.append(
                .error(
                    .keyMissing, at: location, "la clé « \(key) » manque", advice: "ajoutez « \(key): … »"))
        }
    }

    private mutating func index(asking key: String) -> Int? {
        asked.append(key)
        note(key, .any)
        for index in entries.indices where entries[index].key == key {
            // A key written twice is one fault, told once: its copies are known too.
            if !isUsed[index] {
                for copy in index..<entries.count where entries[copy].key == key { isUsed[copy] = true }
            }
            return index
        }
        return nil
    }
}
