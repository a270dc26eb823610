/// What is no text at all, though its name says so: told by its first bytes.
public enum ForeignFile: Sendable, CaseIterable {
    case zip, word, pdf, rtf, image

    /// `nil` for anything else.
    public init?(_ bytes: some Collection<UInt8>) {
        guard let kind = Self.allCases.first(where: { kind in kind.signatures.contains { bytes.starts(with: $0) } }) else { return nil }
        self = kind
    }

    private var signatures: [[UInt8]] {
        switch self {
        case .zip: [[0x50, 0x4B, 0x03, 0x04]]
        case .word: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]
        case .pdf: [Array("%PDF-".utf8)]
        case .rtf: [Array("{\\rtf".utf8)]
        case .image: [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
        }
    }

    /// « ce fichier est un document PDF, pas un texte ».
    public var words: String {
        switch self {
        case .zip: "ce fichier est un document Word, Excel ou LibreOffice, ou une archive, pas un texte"
        case .word: "ce fichier est un ancien document Word ou Excel, pas un texte"
        case .pdf: "ce fichier est un document PDF, pas un texte"
        case .rtf: "ce fichier est un document RTF, pas un texte"
        case .image: "ce fichier est une image, pas un texte"
        }
    }

    func diagnostic(_ file: String) -> Diagnostic {
        .error(
            .fileNotUTF8, at: SourceLocation(file: file), words,
            advice: self == .image
                ? "retirez-le de ce dossier : le renommer ne suffit pas"
                : "ouvrez-le dans son logiciel, copiez-en le texte dans un fichier enregistré en UTF-8 : le renommer ne suffit pas")
    }
}
