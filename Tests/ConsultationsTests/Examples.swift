import ContentReading
import Files
import Foundation
import SiteModel
import Testing

/// Consultations that tests ask.
enum Examples {
    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Those of the example département.
    static let slugs = ["dcas-2026", "perception-2026"]

    static func consultation(_ slug: String) throws -> Consultation {
        let file = "\(packageRoot)/content/consultations/\(slug)/questions.yml"
        let (consultation, diagnostics) = ConsultationReader.read(try Files.read(file), file: file, slug: slug)
        #expect(diagnostics == [])
        return try #require(consultation)
    }

    /// Every kind, in few words; the commune tells doubles.
    static func small(anonymous: Bool = false) throws -> Consultation {
        let commune = anonymous ? "" : "      - {code: COM, text: Commune, kind: commune}\n"
        let text = """
            title: Essai
            summary: Un essai.
            who: Les maires
            opens: 2026-06-08
            closes: 2026-07-17
            status: open
            contact: {function: Le bureau}
            anonymous: \(anonymous)
            themes:
              - title: Un thème
                questions:
                  - {code: Q1, text: "Êtes-vous d’accord ?", kind: list, choices: {A1: "Oui, tout à fait", A2: Non}, other: true}
                  - {code: Q2, text: Lesquels, kind: multiple, choices: {X: "Ici, là", Y: Ailleurs}, other: true}
                  - {code: Q3, text: Combien, kind: number, highest: 50, bands: [0, 10, 20]}
                  - {code: Q4, text: Quand, kind: array, rows: {L1: Le jour, L2: La nuit}, scale: {S1: Bien, S2: Mal}}
                  - {code: Q5, text: Note, kind: five-point}
                  - {code: Q6, text: Vos mots, kind: text, coded: {T1: Présence, T2: Accueil}}

            """ + commune.replacing("      - ", with: "      - ")
        let (consultation, diagnostics) = ConsultationReader.read(Array(text.utf8), file: "questions.yml", slug: "essai")
        #expect(diagnostics == [])
        return try #require(consultation)
    }
}
