public import SiteModel

/// What a rendered page leads to and what may be led to in it: its `href`, `src` and `id`, read in one pass over its bytes.
public struct RenderedPage: Sendable {
    /// As they are written, entities resolved; in order, with copies.
    public private(set) var links: [String] = []
    public private(set) var identifiers: Set<String> = []

    public init(_ html: [UInt8]) {
        html.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ html: UnsafeBufferPointer<UInt8>) {
        var place = 1
        while place + 1 < html.count {
            let quote = html[place + 1]
            guard html[place] == UInt8(ascii: "="), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                place += 1
                continue
            }
            var end = place + 2
            while end < html.count, html[end] != quote { end += 1 }
            switch Self.name(endingAt: place, in: html) {
            case .link: links.append(Self.text(html[(place + 2)..<end]))
            case .identifier: identifiers.insert(Self.text(html[(place + 2)..<end]))
            case nil: break
            }
            place = end + 1
        }
    }

    private enum Attribute {
        case link, identifier
    }

    /// A name that stands behind a space: `data-href` is none.
    private static func name(endingAt end: Int, in html: UnsafeBufferPointer<UInt8>) -> Attribute? {
        func isNamed(_ name: StaticString) -> Bool {
            let start = end - name.utf8CodeUnitCount
            guard start > 0, html[start - 1] <= 0x20 else { return false }
            for index in 0..<name.utf8CodeUnitCount where html[start + index] != name.utf8Start[index] { return false }
            return true
        }
        if isNamed("href") || isNamed("src") { return .link }
        return isNamed("id") ? .identifier : nil
    }

    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        return text.replacing("&#x2F;", with: "/").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}

/// Where an address on a page leads.
public enum LinkTarget: Sendable, Hashable {
    /// A path of this site, as pages write it, with what follows its `#`.
    case inside(path: String, anchor: String?)
    /// Another site.
    case outside(String)
    /// A mailbox, a telephone.
    case other

    /// - Parameters:
    ///   - page: the path of the page that it stands on.
    ///   - settings: whose `base_url` says what is inside.
    public init(_ address: String, on page: String, of settings: SiteSettings) {
        if address.hasPrefix(settings.baseURL) {
            self = Self.within(settings.basePath + address.dropFirst(settings.baseURL.count))
            return
        }
        if address.hasPrefix("//") || address.hasPrefix("http://") || address.hasPrefix("https://") {
            self = .outside(address.hasPrefix("//") ? "https:\(address)" : address)
            return
        }
        let head = address.prefix { !"/?#".contains($0) }
        if head.contains(":") {
            self = .other
        } else if address.hasPrefix("/") {
            self = Self.within(address)
        } else if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("?") {
            self = Self.within(page + address)
        } else {
            let folder = page.lastIndex(of: "/").map { page[...$0] } ?? "/"
            self = Self.within(folder + address)
        }
    }

    /// `nil` for what is outside.
    public var path: String? {
        switch self {
        case .inside(let path, _): path
        case .outside, .other: nil
        }
    }

    private static func within(_ address: String) -> LinkTarget {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var segments: [Substring] = []
        let path = parts[0].prefix { $0 != "?" }
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch segment {
            case ".": continue
            case "..": if segments.count > 1 { segments.removeLast() }
            default: segments.append(segment)
            }
        }
        if path.hasSuffix("/.") || path.hasSuffix("/..") { segments.append("") }
        var joined = segments.joined(separator: "/")
        if joined.hasSuffix("/index.html") { joined.removeLast("index.html".count) }
        return .inside(path: joined, anchor: parts.count > 1 ? String(parts[1]) : nil)
    }
}
