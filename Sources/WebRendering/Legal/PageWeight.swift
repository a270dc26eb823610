import Files
import SiteModel

/// What a browser asks for to show a page, found in the page itself, so that a template may change freely.
struct PageWeight: Sendable, Hashable {
    /// Address in the page: `/portail/assets/style.1f2e3d4c.css`.
    let files: [String]
    /// Bytes of the HTML, as they are stored.
    let html: Int

    /// Images that are loaded later, or perhaps never, are left out.
    init(of html: [UInt8]) {
        self.html = html.count
        var files: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            guard Self.mayLoad(rest) else { continue }
            let tag = String(decoding: rest.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
            if let address = Self.address(in: tag), !files.contains(address) { files.append(address) }
        }
        self.files = files
    }

    private static func mayLoad(_ tag: ArraySlice<UInt8>) -> Bool {
        tag.starts(with: "link ".utf8) || tag.starts(with: "script ".utf8) || tag.starts(with: "img ".utf8)
    }

    private static func address(in tag: String) -> String? {
        guard tag.hasPrefix("link ") else {
            return attribute("loading", of: tag) == "lazy" ? nil : attribute("src", of: tag)
        }
        // What a launcher shows is asked for when the site is installed.
        let loaded = ["stylesheet", "icon", "manifest"]
        return attribute("rel", of: tag).flatMap { loaded.contains($0) ? attribute("href", of: tag) : nil }
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        let bytes = tag.utf8
        let start = Array(" \(name)=\"".utf8)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index...].starts(with: start) {
                let value = bytes[bytes.index(index, offsetBy: start.count)...].prefix { $0 != UInt8(ascii: "\"") }
                return String(Substring(value))
            }
            index = bytes.index(after: index)
        }
        return nil
    }
}
