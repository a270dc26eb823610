import Diagnostics
import Files

/// What keeps a table from being read.
extension Diagnostic {
    static func emptyFile(_ file: String) -> Diagnostic {
        .error(
            .feedEmpty, at: SourceLocation(file: file), "le fichier « \(file) » est vide", advice: "déposez-le de nouveau")
    }

    static func blankFile(_ file: String) -> Diagnostic {
        .error(
            .feedEmpty, at: SourceLocation(file: file), "le fichier « \(file) » ne contient que des lignes vides")
    }

    static func unreadable(_ error: DiskError, file: String) -> Diagnostic {
        .error(
            .fileUnreadable, at: SourceLocation(file: file), error.description,
            advice: "vérifiez le disque, puis relancez")
    }

    static func archive(_ fault: FeedStream.Fault, file: String, line: Int) -> Diagnostic {
        let cause =
            switch fault {
            case .truncated: "le fichier compressé est incomplet : il s’interrompt à la ligne \(line)"
            case .damaged: "le fichier compressé est abîmé après la ligne \(line)"
            }
        return .error(.feedArchive, at: SourceLocation(file: file), cause, advice: "téléchargez-le de nouveau")
    }

    // MARK: Encodings

    static func foreignTable(_ kind: ForeignFile, file: String) -> Diagnostic {
        .error(
            .feedEncoding, at: SourceLocation(file: file), kind.words, advice: "ouvrez-le dans votre tableur et enregistrez-le au format « CSV UTF-8 »")
    }

    static func utf16(at location: SourceLocation) -> Diagnostic {
        .error(
            .feedEncoding, at: location, "le fichier est enregistré en UTF-16, pas en UTF-8",
            advice: "dans votre tableur, enregistrez-le au format « CSV UTF-8 »")
    }

    static func notUTF8(at location: SourceLocation, isDeclared: Bool) -> Diagnostic {
        .error(
            .feedEncoding, at: location, "cet octet n’est pas de l’UTF-8, comme l’est le reste du fichier",
            advice: isDeclared
                ? "enregistrez-le en UTF-8, ou déclarez « encoding: windows-1252 » dans feeds.yml"
                : "enregistrez-le en UTF-8")
    }

    static func readAsWindows1252(at location: SourceLocation, isDeclared: Bool) -> Diagnostic {
        .warning(
            .feedEncoding, at: location, "le fichier n’est pas enregistré en UTF-8 : il est lu comme du Windows-1252",
            advice: isDeclared
                ? "enregistrez-le au format « CSV UTF-8 » ; si le producteur le publie ainsi, déclarez « encoding: windows-1252 » dans feeds.yml"
                : "enregistrez-le en UTF-8")
    }

    static func notWindows1252(_ file: String) -> Diagnostic {
        .error(
            .feedEncoding, at: SourceLocation(file: file),
            "feeds.yml déclare « encoding: windows-1252 », mais le fichier « \(file) » est en UTF-8",
            advice: "retirez la ligne « encoding » de feeds.yml : les accents seraient faux")
    }
}

extension CSVFault {
    func diagnostic(at location: SourceLocation) -> Diagnostic {
        switch kind {
        case .nulByte:
            .error(
                .feedRowInvalid, at: location, "la ligne contient un octet nul",
                advice: "téléchargez le fichier de nouveau, ou enregistrez-le en texte CSV UTF-8")
        case .unclosedQuote:
            .error(
                .feedRowInvalid, at: location, "ce guillemet n’est jamais refermé",
                advice: "refermez-le avant le séparateur ; un guillemet dans un texte se double (\"\")")
        case .textAfterQuote:
            .error(
                .feedRowInvalid, at: location, "du texte suit un guillemet fermant",
                advice: "placez le séparateur juste après le guillemet ; un guillemet dans un texte se double (\"\")")
        case .rowTooLong:
            .error(
                .feedRowInvalid, at: location,
                "ligne de plus de \(CSVScanner.maximumRowLength / (1 << 20)) Mio",
                advice: "vérifiez que le fichier est bien un CSV et que ses fins de ligne ont été gardées")
        }
    }
}
