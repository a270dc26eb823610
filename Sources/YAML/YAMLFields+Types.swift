import Diagnostics

extension YAMLFields {
    /// A text, in any style; `nil` when the key is absent or empty.
    public mutating func string(_ key: String) -> String? {
        note(key, .text)
        guard let node = node(key) else { return nil }
        return text(of: node, key: key, expected: "un texte")
    }

    /// A text that must be there; "" when it is not, which is then reported.
    public mutating func requiredString(_ key: String) -> String {
        note(key, .text, isRequired: true)
        guard let node = requiredNode(key) else { return "" }
        return text(of: node, key: key, expected: "un texte") ?? ""
    }

    /// Exactly `true` or `false`, without quotes.
    public mutating func bool(_ key: String, required: Bool = false) -> Bool? {
        note(key, .boolean, isRequired: required)
        guard let node = required ? requiredNode(key) : node(key) else { return nil }
        switch node.content {
        case .scalar("true", isPlain: true): return true
        case .scalar("false", isPlain: true): return false
        default:
            reportType(node, key: key, expected: "true ou false", advice: "écrivez true ou false, sans guillemets")
            return nil
        }
    }

    /// A whole number in decimal digits, without quotes.
    public mutating func int(_ key: String, required: Bool = false) -> Int? {
        note(key, .integer, isRequired: required)
        guard let node = required ? requiredNode(key) : node(key) else { return nil }
        if case .scalar(let text, isPlain: true) = node.content, let number = Int(text) { return number }
        reportType(node, key: key, expected: "un nombre entier", advice: "écrivez-le en chiffres, sans guillemets")
        return nil
    }

    /// A day, written `AAAA-MM-JJ`.
    public mutating func date<T>(_ key: String, required: Bool = false, _ parse: (String) -> T?) -> T? {
        note(key, .day, isRequired: required)
        guard let node = required ? requiredNode(key) : node(key),
            let text = text(of: node, key: key, expected: "une date AAAA-MM-JJ")
        else { return nil }
        if let date = parse(text) { return date }
        diagnostics.append(.dateInvalid(text, at: node.location))
        return nil
    }

    /// A text in a form of its own.
    /// - Parameters:
    ///   - expected: the form, in French with its article, for the message: `une date AAAA-MM-JJ`.
    ///   - id: the fault to report when `parse` returns `nil`.
    public mutating func value<T>(
        _ key: String, expected: String, id: DiagnosticID = .valueType, required: Bool = false,
        _ parse: (String) -> T?,
    ) -> T? {
        note(key, .form(expected), isRequired: required)
        guard let node = required ? requiredNode(key) : node(key) else { return nil }
        return value(of: node, key: key, expected: expected, id: id, parse)
    }

    /// A sequence of texts in a form of their own; a single one is accepted without its dash. Faulty items are
    /// reported and left out.
    public mutating func values<T>(
        _ key: String, expected: String, id: DiagnosticID = .valueType, required: Bool = false,
        _ parse: (String) -> T?,
    ) -> [T] {
        note(key, .list(expected == "un texte" ? .text : .form(expected)), isRequired: required)
        var values: [T] = []
        for item in items(key, required: required) {
            if let value = value(of: item, key: key, expected: expected, id: id, parse) { values.append(value) }
        }
        return values
    }

    /// A sequence of texts; a single text is accepted without its dash.
    public mutating func strings(_ key: String, required: Bool = false) -> [String] {
        values(key, expected: "un texte", required: required) { $0 }
    }

    /// One of the words of an enumeration.
    public mutating func choice<T: RawRepresentable & CaseIterable>(
        _ key: String, as type: T.Type = T.self, required: Bool = false,
    ) -> T? where T.RawValue == String {
        note(key, .choice(T.allCases.map(\.rawValue)), isRequired: required)
        guard let node = required ? requiredNode(key) : node(key) else { return nil }
        return choice(of: node, key: key, among: Array(T.allCases))
    }

    /// Several of the words of an enumeration; a single one is accepted without its dash.
    public mutating func choices<T: RawRepresentable & CaseIterable>(
        _ key: String, as type: T.Type = T.self, required: Bool = false,
    ) -> [T] where T.RawValue == String {
        choices(key, among: Array(T.allCases), required: required)
    }

    /// The same, where not all words have a sense: those of `admitted`.
    public mutating func choices<T: RawRepresentable>(
        _ key: String, among admitted: [T], required: Bool = false,
    ) -> [T] where T.RawValue == String {
        note(key, .list(.choice(admitted.map(\.rawValue))), isRequired: required)
        var choices: [T] = []
        for item in items(key, required: required) {
            if let choice = choice(of: item, key: key, among: admitted) { choices.append(choice) }
        }
        return choices
    }

    /// Several of the words of an enumeration, each once, in the order written; a copy is reported and left out.
    public mutating func distinctChoices<T: RawRepresentable & CaseIterable & Equatable>(
        _ key: String, as type: T.Type = T.self,
    ) -> [T] where T.RawValue == String {
        note(key, .list(.choice(T.allCases.map(\.rawValue))))
        var choices: [T] = []
        for item in items(key, required: false) {
            guard let choice = choice(of: item, key: key, among: Array(T.allCases)) else { continue }
            if choices.contains(choice) {
                diagnostics.append(
                    .error(
                        .keyDuplicate, at: item.location, "« \(choice.rawValue) » est deux fois dans « \(key) »",
                        advice: "n’en gardez qu’un"))
            } else {
                choices.append(choice)
            }
        }
        return choices
    }

    /// A mapping below this one, read by `read`; its faults, unknown keys among them, join this one's.
    public mutating func mapping<T>(
        _ key: String, required: Bool = false, _ read: (inout YAMLFields) -> T,
    ) -> T? {
        if isRecording {
            let shape = recorded(read)
            note(key, .mapping(shape), isRequired: required)
        }
        guard let node = required ? requiredNode(key) : node(key) else { return nil }
        return nested(node, read)
    }

    /// A sequence of mappings, each read by `read`; a single one is accepted without its dash.
    public mutating func mappings<T>(
        _ key: String, required: Bool = false, _ read: (inout YAMLFields) -> T,
    ) -> [T] {
        if isRecording {
            let shape = recorded(read)
            note(key, .list(.mapping(shape)), isRequired: required)
        }
        return items(key, required: required).map { nested($0, read) }
    }

    private func recorded<T>(_ read: (inout YAMLFields) -> T) -> YAMLShape {
        var fields = YAMLFields(recordingAt: location)
        _ = read(&fields)
        return fields.shape ?? YAMLShape()
    }

    private mutating func nested<T>(_ node: YAMLNode, _ read: (inout YAMLFields) -> T) -> T {
        var fields = YAMLFields(node)
        let value = read(&fields)
        diagnostics += fields.finish()
        return value
    }

    private mutating func items(_ key: String, required: Bool) -> [YAMLNode] {
        guard let node = required ? requiredNode(key) : node(key) else { return [] }
        if case .sequence(let items) = node.content { return items }
        return [node]
    }

    private mutating func text(of node: YAMLNode, key: String, expected: String) -> String? {
        if let text = node.text, !node.isEmpty { return text }
        reportType(node, key: key, expected: expected, advice: "écrivez \(expected) après « : » ou « - »")
        return nil
    }

    private mutating func value<T>(
        of node: YAMLNode, key: String, expected: String, id: DiagnosticID, _ parse: (String) -> T?,
    ) -> T? {
        guard let text = text(of: node, key: key, expected: expected) else { return nil }
        if let value = parse(text) { return value }
        var advice = "écrivez \(expected)"
        if let bare = TypographicQuotes.removed(around: text), parse(bare) != nil { advice = Self.straight(bare) }
        reportType(node, key: key, expected: expected, advice: advice, id: id)
        return nil
    }

    private mutating func choice<T: RawRepresentable>(
        of node: YAMLNode, key: String, among admitted: [T],
    ) -> T? where T.RawValue == String {
        guard let text = text(of: node, key: key, expected: "un mot") else { return nil }
        if let choice = admitted.first(where: { $0.rawValue == text }) { return choice }
        let words = admitted.map(\.rawValue)
        let advice =
            words.isEmpty
            ? "retirez « \(key) » : cette sorte de page n’en a pas l’usage"
            : TypographicQuotes.removed(around: text).flatMap { words.contains($0) ? Self.straight($0) : nil }
            ?? Suggestion.closest(to: text, in: words).map { "vouliez-vous dire « \($0) » ?" }
            ?? "valeurs admises : " + words.map { "« \($0) »" }.joined(separator: ", ")
        diagnostics.append(
            .error(
                .valueNotAllowed, at: node.location, "« \(key) » ne peut pas valoir « \(text) »", advice: advice))
        return nil
    }

    private static func straight(_ bare: String) -> String {
        "remplacez ces guillemets de traitement de texte par des guillemets droits : \"\(bare)\""
    }

    private mutating func reportType(
        _ node: YAMLNode, key: String, expected: String, advice: String, id: DiagnosticID = .valueType,
    ) {
        let found =
            switch node.content {
            case .scalar("", isPlain: true): "rien"
            case .scalar(let text, _): "« \(text) »"
            default: node.kind
            }
        diagnostics.append(
            .error(id, at: node.location, "« \(key) » attend \(expected), pas \(found)", advice: advice))
    }
}
