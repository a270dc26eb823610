import Files
import SiteModel

/// The style sheet, the script, the icon: each published under a name that changes with its content, so that
/// browsers may keep it for ever.
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

    public init(_ files: [(name: String, bytes: [UInt8])], integrity: Hash = { _ in "" }) {
        assets = files.map { file in
            Asset(
                name: file.name, route: Self.route(of: file.name, file.bytes), bytes: file.bytes,
                integrity: integrity(file.bytes))
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
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

    /// Eight hexadecimal digits of FNV-1a. It tells versions apart; it proves nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let folded = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
        return String(repeating: "0", count: 8 - folded.utf8.count) + folded
    }
}
