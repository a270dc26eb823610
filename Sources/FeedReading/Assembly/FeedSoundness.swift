import Diagnostics
import SiteModel

/// Whether what a feed lacks may be told: where its file was not read whole, a check against it would report
/// the same mistake a second time.
struct FeedSoundness {
    /// Path of `feeds.yml`.
    let list: String
    /// Whether every entry of `feeds.yml` could be read.
    let isListSound: Bool
    /// Formats of which a file, or a part of one, could not be read.
    private let faulty: Set<FeedFormat>

    /// - Parameters:
    ///   - declarations: the feeds that `feeds.yml` declares.
    ///   - loaded: those of them whose file was read.
    ///   - diagnostics: what was found in reading them.
    init(
        list: String, isListSound: Bool, declarations: [FeedDeclaration], loaded: [LoadedFeed],
        diagnostics: [Diagnostic],
    ) {
        self.list = list
        self.isListSound = isListSound
        let read = Set(loaded.map(\.id))
        let files = Set(diagnostics.filter { $0.severity == .error }.compactMap(\.location?.file))
        let unsound = declarations.filter { !read.contains($0.feed.id) || files.contains($0.feed.file) }
        faulty = Set(unsound.map(\.format))
    }

    func isSound(_ formats: Set<FeedFormat>) -> Bool { isListSound && faulty.isDisjoint(with: formats) }
}
