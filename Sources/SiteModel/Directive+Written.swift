extension Document.Directive {
    /// `:fact[17]`: its name and label, by which it is found in a file.
    public var opening: String { ":\(name)[\(label)]" }

    /// The inline directive as it is typed, about something else.
    public func written(label: String) -> String {
        let words = attributes.map { $0.value.isEmpty ? $0.key : "\($0.key)=\($0.value)" }
        return ":\(name)[\(label)]" + (words.isEmpty ? "" : "{\(words.joined(separator: " "))}")
    }
}
