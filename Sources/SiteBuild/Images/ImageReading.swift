import Diagnostics
import ExternalTools
import Files
import FoundationEssentials
import Images
import Publishing
import SiteModel

/// The images that texts show: found, measured, none made yet.
struct ImageReading: Sendable {
    /// More is nobody's photograph: 50 MB, 100 million pixels.
    static let most = (bytes: 50_000_000, pixels: 100_000_000)

    /// What former builds measured, where there were any.
    private let cache: FileCache?

    /// Adds the images of `site.imageUses` to the site. Writes nothing.
    static func read(_ site: inout Site, _ options: BuildOptions) async throws -> [Diagnostic] {
        guard !site.imageUses.isEmpty else { return [] }
        let folder = ImageCache.folder(beside: options.output)
        let reading = ImageReading(cache: Files.kind(of: folder) == .folder ? try ImageCache.open(folder) : nil)
        let uses = Dictionary(grouping: site.imageUses) { $0.file }
        var diagnostics: [Diagnostic] = []
        do {
            let found = try await Bounded.map(uses.keys.sorted(), workers: options.workers) { file in
                try await reading.read(file, shownAt: uses[file] ?? [], content: options.content)
            }
            for (image, faults) in found {
                diagnostics += faults
                if let image { site.images[image.file] = image }
            }
        } catch let failure as ToolFailure {
            diagnostics.append(failure.diagnostic)
        }
        return diagnostics
    }

    private func read(
        _ file: String, shownAt uses: [ImageUse], content: String,
    ) async throws -> (image: SiteImage?, diagnostics: [Diagnostic]) {
        let places = uses.map { SourceLocation(file: $0.page, offset: $0.offset, length: $0.length) }
        guard file.hasPrefix("\(content)/"), Files.kind(of: file) == .file else {
            let advice = Self.namesake(of: file, content: content).map { "vouliez-vous dire « \($0) » ?" }
            return (nil, places.map { place in
                .error(
                    .imageMissing, at: place, "le fichier d’image « \(file) » n’existe pas",
                    advice: advice ?? "déposez l’image dans le dossier de ce texte, ou corrigez son nom")
            })
        }
        let place = SourceLocation(file: file)
        let bytes = try Files.read(file)
        guard bytes.count <= Self.most.bytes else {
            return (nil, [.error(
                .imageTooLarge, at: place, "cette image pèse \(bytes.count / 1_000_000) Mo ; le plus est de \(Self.most.bytes / 1_000_000) Mo",
                advice: "réduisez-la avec un logiciel de photographie : 3 000 pixels de large suffisent")])
        }
        let digest = Digest(of: bytes)
        let former = measured(digest)
        let found = if let former { former } else { try await ImageTools.measure(file) }
        guard let measure = found else {
            return (nil, [.error(
                .imageUnreadable, at: place, "ce fichier n’est pas une image lisible, quoi qu’en dise son nom",
                advice: "ouvrez l’image avec un logiciel de dessin et enregistrez-la de nouveau, en PNG ou en JPEG")])
        }
        guard measure.width * measure.height <= Self.most.pixels else {
            return (nil, [.error(
                .imageTooLarge, at: place,
                "cette image a \(measure.width) × \(measure.height) pixels, trop pour être réduite ici",
                advice: "réduisez-la avec un logiciel de photographie : 3 000 pixels de large suffisent")])
        }
        let isWhole = if former != nil { true } else { try await ImageTools.isWhole(file) }
        guard isWhole else {
            return (nil, [.error(
                .imageUnreadable, at: place, "cette image est abîmée ou incomplète",
                advice: "demandez-la de nouveau, ou enregistrez-la de nouveau avec un logiciel de dessin")])
        }
        let image = SiteImage(
            file: file, digest: digest.description, width: measure.width, height: measure.height,
            format: measure.isPhotograph ? .jpeg : .png, leavesFewTraces: uses.contains { $0.leavesFewTraces })
        return (image, [])
    }

    /// What is known of a file that was published before.
    private func measured(_ digest: Digest) -> ImageTools.Measure? {
        guard let record = cache?.lookup(ImageCache.measureKey(digest))?.record else { return nil }
        return try? JSONDecoder().decode(ImageTools.Measure.self, from: Data(record))
    }

    /// An image of nearly this name, in this folder or another, as a text would write it from the content's root.
    private static func namesake(of file: String, content: String) -> String? {
        let files = ((try? Files.tree(below: content)) ?? []).map { "\(content)/\($0)" }
        let name = file.split(separator: "/").last.map { "/\($0)" } ?? file
        let found = Suggestion.closest(to: file, in: files) ?? files.first { $0.hasSuffix(name) }
        return found.map { String($0.dropFirst(content.count)) }
    }
}
