/// In which build each cached PDF was last of use. Builds are counted, not dated: no clock decides what stays.
struct CacheUses: Hashable {
    static let file = "uses"
    private static let signature = "crieur-uses 1"

    /// Number of builds counted so far.
    private(set) var builds = 0
    private(set) var lastUse: [Digest: Int] = [:]

    init() {}

    /// Starts anew where there is no such file or it cannot be understood: then all that is stored counts as new.
    init(reading file: consuming Descriptor?) {
        guard let file, let bytes = try? file.bytes(named: "") else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let first = lines.first, first.hasPrefix(CacheUses.signature + " "),
            let builds = Int(first.dropFirst(CacheUses.signature.count + 1)), builds >= 0
        else { return }
        var lastUse: [Digest: Int] = [:]
        for line in lines.dropFirst() {
            let words = line.split(separator: " ")
            guard words.count == 2, let key = Digest(hex: words[0]), let build = Int(words[1]),
                (0...builds).contains(build)
            else { return }
            lastUse[key] = build
        }
        self.builds = builds
        self.lastUse = lastUse
    }

    /// - Parameters:
    ///   - stored: what the cache holds. What it holds without a known use counts as used now.
    ///   - limit: how many builds, this one included, a PDF outlives its last use.
    mutating func countBuild(using used: Set<Digest>, of stored: Set<Digest>, forBuilds limit: Int) {
        builds += 1
        var lastUse: [Digest: Int] = [:]
        for key in stored {
            let build = used.contains(key) ? builds : self.lastUse[key] ?? builds
            if builds - build < limit { lastUse[key] = build }
        }
        self.lastUse = lastUse
    }

    func encoded() -> [UInt8] {
        var text = "\(CacheUses.signature) \(builds)\n"
        for (key, build) in lastUse.sorted(by: { $0.key < $1.key }) { text += "\(key) \(build)\n" }
        return Array(text.utf8)
    }
}
