extension PrintTemplates {
    /// The files that `document` is made of: its template and whatever that names, directly or through others, in the
    /// order of their paths. A change of another document's template does not concern it.
    ///
    /// A file is named by its path in quotation marks, as `#import`, `include`, `read`, `json` and `image` want it,
    /// relative to the file that names it, or to the folder of the templates with a first `/`. A name that ends with a
    /// slash stands for all files of that folder: what is put together from several texts must begin so.
    public func files(neededBy document: PrintDocument) -> [File] {
        let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var needed: Set<String> = []
        var waiting = [document.template]
        while let path = waiting.popLast() {
            guard let file = byPath[path], needed.insert(path).inserted else { continue }
            guard path.hasSuffix(".typ") else { continue }
            for name in Self.quoted(file.bytes) {
                guard let target = Self.resolve(name, from: path) else { continue }
                if name.hasSuffix("/") {
                    waiting += files.map(\.path).filter { $0.hasPrefix(target + "/") }
                } else {
                    waiting.append(target)
                }
            }
        }
        return files.filter { needed.contains($0.path) }
    }

    private static let longestName = 200

    /// What stands between each quotation mark and the next on the same line, inside a string or between two: an
    /// uneven mark in a text must not hide the names after it.
    private static func quoted(_ bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var start: Int?
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A {
                start = nil
            } else if byte == UInt8(ascii: "\"") {
                if let start, place > start, place - start <= longestName {
                    names.insert(String(decoding: bytes[start..<place], as: UTF8.self))
                }
                start = place + 1
            }
        }
        return names
    }

    /// `../logo.svg` from `lib/theme.typ` → `logo.svg`; `nil` for what leads out of the folder, or to the folder itself.
    private static func resolve(_ name: String, from path: String) -> String? {
        var parts = name.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
        for part in name.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
