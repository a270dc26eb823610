import Diagnostics
import SiteModel

/// Images of texts, written as paths from their file → files of the content.
struct ImageReferences {
    let root: String
    private(set) var uses: [ImageUse] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(root: String) { self.root = root }

    /// The image's file; `nil` with a diagnostic.
    mutating func resolve(_ destination: String, alternative: String, in page: Page, at place: SourceLocation) -> String? {
        if alternative.allSatisfy(\.isWhitespace) {
            diagnostics.append(
                .error(
                    .imageAlternative, at: place, "l’image « \(Self.shown(destination)) » n’a pas de description",
                    advice: "dites entre les crochets, en une phrase, ce que l’image montre : ceux qui ne la voient pas l’entendront"))
        }
        if let scheme = LinkResolver.scheme(of: destination) {
            let what = scheme == "data" ? "cette image est collée dans le texte, en lettres et en chiffres (« data: »)" : "l’image « \(Self.shown(destination)) » est sur un autre site"
            diagnostics.append(
                .error(
                    .imageUnsupported, at: place, what,
                    advice: "enregistrez-la dans un fichier à côté de ce texte, si vous en avez le droit, et écrivez le nom du fichier"))
            return nil
        }
        let path = Self.decoded(destination)
        guard SiteImage.isNamed(path) else {
            diagnostics.append(
                .error(
                    .imageUnsupported, at: place, "« \(Self.shown(path)) » n’est pas une image que Crieur sait publier",
                    advice: "enregistrez-la en PNG pour un dessin ou une copie d’écran, en JPEG pour une photographie"))
            return nil
        }
        let file = LinkResolver.join(path, from: page.file, root: root)
        uses.append(
            ImageUse(
                file: file, page: page.file, offset: place.offset ?? 0, length: place.length,
                leavesFewTraces: page.leavesFewTraces))
        return file
    }

    /// An address may be very long.
    private static func shown(_ text: String) -> String { text.count > 80 ? "\(text.prefix(80))…" : text }

    /// `mon%20image.jpg`, as some editors write spaces → `mon image.jpg` (RFC 3986, 2.1).
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count > 1 {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
