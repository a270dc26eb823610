import Diagnostics

/// Whether a text file is what it must be: UTF-8 without NUL.
public enum TextEncoding {
    /// `nil` for a sound file; else one diagnostic, at the first byte that is not.
    public static func fault(in bytes: [UInt8], file: String) -> Diagnostic? {
        let isSound = bytes.withUnsafeBufferPointer { buffer in
            String(validating: buffer, as: UTF8.self) != nil
        }
        if isSound, !bytes.contains(0) { return nil }
        let cause: String
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            cause = "le fichier est enregistré en UTF-16, pas en UTF-8"
        } else if isSound {
            cause = "le fichier contient un caractère nul : ce n’est pas un texte"
        } else {
            cause = "le fichier n’est pas enregistré en UTF-8 (il semble l’être en Windows-1252)"
        }
        return .error(
            .fileNotUTF8, at: SourceLocation(file: file, offset: firstFault(in: bytes)), cause,
            advice: "dans votre éditeur, choisissez « Enregistrer sous… » puis l’encodage « UTF-8 »")
    }

    private static func firstFault(in bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar):
                if scalar.value == 0 { return offset }
                offset += UTF8.width(scalar)
            case .emptyInput: return 0
            case .error: return offset
            }
        }
    }
}
