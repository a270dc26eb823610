import Files
import SiteModel

/// The style sheet, the script, the icon: each published under a name that changes with its content, so that
/// browsers may keep it for ever. What a style sheet names by `url()` is named as it is published.
public struct AssetTable: Sendable {
    public struct Asset: Sendable, Hashable {
        /// As templates name it: `style.css`.
        public let name: String
        /// `/assets/style.1f2e3d4c.css`
        public let route: Route
        public let bytes: [UInt8]
        /// What browsers hold the bytes to: `sha384-…` (https://www.w3.org/TR/SRI/); empty where it was not computed.
        public let integrity: String
    }

    /// Bytes → their `integrity`.
    public typealias Hash = ([UInt8]) -> String

    /// In the order of their names' bytes.
    public let assets: [Asset]
    /// What a style sheet names that is no file of the folder, and where in the sheet it does.
    public let unknownReferences: [(sheet: String, range: Range<Int>, address: String)]

    public init(_ files: [(name: String, bytes: [UInt8])], integrity: Hash = { _ in "" }) {
        var table: [String: Asset] = [:]
        var unknown: [(sheet: String, range: Range<Int>, address: String)] = []
        func publish(_ name: String, _ bytes: [UInt8]) {
            table[name] = Asset(name: name, route: Self.route(of: name, bytes), bytes: bytes, integrity: integrity(bytes))
        }
        let isSheet = { (name: String) in name.hasSuffix(".css") }
        for file in files where !isSheet(file.name) { publish(file.name, file.bytes) }
        for file in files where isSheet(file.name) {
            let style = StyleReferences(file.bytes)
            let folder = Self.split(file.name).folder
            let sheet = style.replaced { address in
                table[folder + address].map { String(Self.split(address).folder + Self.split($0.route.path).file) }
            }
            publish(file.name, StyleCompaction.compact(sheet))
            for reference in style.references where table[folder + reference.address] == nil {
                unknown.append((file.name, reference.range, reference.address))
            }
        }
        assets = table.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        unknownReferences = unknown
    }

    /// Every file below `folder` (`site-templates/web/assets`); none where there is no such folder.
    public static func read(_ folder: String, integrity: Hash = { _ in "" }) throws(DiskError) -> AssetTable {
        var files: [(name: String, bytes: [UInt8])] = []
        guard Files.kind(of: folder) == .folder else { return AssetTable([]) }
        for name in try Files.tree(below: folder) {
            files.append((name, try Files.read("\(folder)/\(name)")))
        }
        return AssetTable(files, integrity: integrity)
    }

    public func asset(_ name: String) -> Asset? { assets.first { $0.name == name } }

    /// Where the asset of this name is published; `nil` when there is none.
    public func route(_ name: String) -> Route? { asset(name)?.route }

    private static func route(of name: String, _ bytes: [UInt8]) -> Route {
        let mark = fingerprint(bytes)
        guard let dot = name.lastIndex(of: ".") else { return Route("/assets/\(name).\(mark)") }
        return Route("/assets/\(name[..<dot]).\(mark)\(name[dot...])")
    }

    /// `fonts/` and `titles.woff2`
    private static func split(_ path: String) -> (folder: Substring, file: Substring) {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return (path[..<start], path[start...])
    }

    /// Eight hexadecimal digits of FNV-1a. It tells versions apart; it proves nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let folded = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
        return String(repeating: "0", count: 8 - folded.utf8.count) + folded
    }
}
