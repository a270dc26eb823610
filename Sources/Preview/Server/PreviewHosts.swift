/// The names by which the preview may be asked for.
struct PreviewHosts: Sendable {
    private let names: Set<String>
    /// Listening for other machines: by their own names for this one, which it cannot know; by number only.
    private let isShared: Bool

    init(address: String, port: UInt16) {
        isShared = !address.hasPrefix("127.")
        let own = ["localhost", "127.0.0.1", "[::1]", address]
        names = Set(own.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
    }

    /// - Parameter host: the header of the request.
    func admit(_ host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        if names.contains(host) { return true }
        return isShared && host.utf8.allSatisfy { ("0"..."9").contains(Character(Unicode.Scalar($0))) || $0 == 0x2E || $0 == 0x3A }
    }
}
