import Diagnostics

/// What stands at a place that Typst names: messages show the word itself, and propose the one that was meant.
extension PrintTemplates {
    /// The place with the whole name that starts there underlined.
    func word(at place: SourceLocation) -> (place: SourceLocation, word: String) {
        guard let start = place.offset, let bytes = bytes(of: relative(place.file)), start < bytes.count else {
            return (place, "")
        }
        let word = bytes[start...].prefix(while: Self.belongsToName)
        return (
            SourceLocation(file: place.file, offset: start, length: max(1, word.count)), String(decoding: word, as: UTF8.self)
        )
    }

    /// Where a text stands between quotation marks, whatever its capitals, and how it is written there: the name of a
    /// font family is told by Typst where it is used, seldom where it is written.
    func quoted(_ text: String) -> (place: SourceLocation, written: String)? {
        let sought = Array(text.lowercased().utf8)
        for file in files where file.path.hasSuffix(".typ") {
            let bytes = file.bytes
            var search = bytes.startIndex
            while let quote = bytes[search...].firstIndex(of: UInt8(ascii: "\"")) {
                let from = quote + 1
                guard let end = bytes[from...].firstIndex(of: UInt8(ascii: "\"")) else { break }
                let written = String(decoding: bytes[from..<end], as: UTF8.self)
                if written.lowercased().utf8.elementsEqual(sought) {
                    return (SourceLocation(file: "\(folder)/\(file.path)", offset: from, length: end - from), written)
                }
                search = from
            }
        }
        return nil
    }

    /// The name nearest to one that an imported file lacks, among those that it defines.
    func importable(like name: String, at place: SourceLocation) -> String? {
        guard let offset = place.offset, let bytes = bytes(of: relative(place.file)),
            let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "#"))
        else { return nil }
        let parts = bytes[start..<offset].split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let parent = relative(place.file).split(separator: "/").dropLast()
        var path = parent.map(String.init)
        for step in String(decoding: parts[1], as: UTF8.self).split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
        }
        guard let imported = self.bytes(of: path.joined(separator: "/")) else { return nil }
        let opening = "#let "
        let names = imported.split(separator: 0x0A).filter { $0.starts(with: opening.utf8) }.map { line in
            String(decoding: line.dropFirst(opening.utf8.count).prefix(while: Self.belongsToName), as: UTF8.self)
        }
        return Suggestion.closest(to: name, in: names)
    }

    private func relative(_ file: String) -> String { String(file.dropFirst(folder.utf8.count + 1)) }

    private static func belongsToName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
