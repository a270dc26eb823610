import Diagnostics

/// A Markdown file cut in two: the YAML between its `---` lines, and the body after them.
struct FrontMatterSplit {
    let yaml: ArraySlice<UInt8>
    let body: ArraySlice<UInt8>

    /// `nil` with a diagnostic when the file does not start with `---`, or when nothing closes it.
    static func split(_ bytes: [UInt8], file: String) -> (parts: FrontMatterSplit?, diagnostics: [Diagnostic]) {
        if !bytes.contains(0x0A), bytes.contains(0x0D) {
            let fault = Diagnostic.error(
                .frontMatterMissing, at: SourceLocation(file: file, offset: 0),
                "les fins de ligne de ce fichier sont celles d’anciens ordinateurs Macintosh (CR) : il se lit comme une seule ligne",
                advice: "dans votre éditeur, enregistrez-le avec des fins de ligne « LF » ou « CRLF »")
            return (nil, [fault])
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let opening = line(of: bytes, from: start), isDashes(bytes[opening.text]) else {
            let fault = Diagnostic.error(
                .frontMatterMissing, at: SourceLocation(file: file, offset: start),
                "le fichier ne commence pas par son en-tête",
                advice: "écrivez tout en haut du fichier une ligne « --- », puis « title: … », puis une ligne « --- »")
            return (nil, [fault])
        }
        var position = opening.next
        while let line = line(of: bytes, from: position) {
            if isDashes(bytes[line.text]) {
                return (FrontMatterSplit(yaml: bytes[opening.next..<position], body: bytes[line.next...]), [])
            }
            position = line.next
        }
        let fault = Diagnostic.error(
            .frontMatterUnclosed, at: SourceLocation(file: file, offset: start, length: 3),
            "l’en-tête ouvert par « --- » n’est pas fermé",
            advice: "ajoutez une ligne « --- » à la fin de l’en-tête, après sa dernière clé")
        return (nil, [fault])
    }

    private static func line(of bytes: [UInt8], from start: Int) -> (text: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let textEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
        return (start..<textEnd, min(end + 1, bytes.count))
    }

    private static func isDashes(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
