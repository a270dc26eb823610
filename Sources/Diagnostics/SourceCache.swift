/// The texts that one report shows, each read and indexed once.
struct SourceCache {
    private let source: (String) -> [UInt8]?
    private var texts: [String: SourceText?] = [:]

    init(_ source: @escaping (String) -> [UInt8]?) { self.source = source }

    /// `nil` when the file cannot be read.
    mutating func text(of file: String) -> SourceText? {
        if let known = texts[file] { return known }
        let text = source(file).map(SourceText.init)
        texts[file] = text
        return text
    }

    mutating func position(of location: SourceLocation) -> SourceText.Position? {
        guard let offset = location.offset else { return nil }
        return text(of: location.file)?.position(of: offset)
    }
}
