import ContentReading
import Diagnostics
import SiteModel

extension ConsultationFolders {
    /// Questions that the former wave asks otherwise under the same code: people would compare what cannot be.
    static func waveFaults(
        of consultations: [Consultation], _ diagnostics: inout [Diagnostic],
    ) throws -> [Diagnostic] {
        var found: [Diagnostic] = []
        for consultation in consultations {
            guard let former = consultations.first(where: { $0.slug == consultation.previous }) else { continue }
            let changed = consultation.changedQuestions(since: former)
            guard !changed.isEmpty, let bytes = try SourceFile.read(consultation.file, into: &diagnostics) else { continue }
            let places = QuestionPlaces.read(bytes, file: consultation.file)
            found += changed.map { code in
                .error(
                    .questionChanged, at: places[code] ?? SourceLocation(file: consultation.file),
                    "la question « \(code) » n’est pas celle de la vague précédente « \(former.slug) » : leurs réponses ne se comparent pas",
                    advice: "donnez-lui un autre code, ou reprenez le texte, les réponses et la condition d’alors")
            }
        }
        return found
    }
}
