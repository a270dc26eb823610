import Consultations
import ContentReading
import Diagnostics
import Files
import SiteModel
import Synchronization

extension ConsultationFolders {
    /// What was counted, by the slug of the consultation; `nil` where there is nothing yet.
    static func results(
        of consultations: [Consultation], below root: String, _ diagnostics: inout [Diagnostic],
    ) throws -> [Consultation.ID: ResultsReader.Reading] {
        var found: [Consultation.ID: ResultsReader.Reading] = [:]
        for consultation in consultations {
            let file = "\(root)/consultations/\(consultation.slug)/results.yml"
            guard Files.kind(of: file) == .file, let bytes = try SourceFile.read(file, into: &diagnostics) else { continue }
            let reading = ResultsReader.read(bytes, file: file, consultation: consultation)
            diagnostics += reading.diagnostics
            found[consultation.slug] = reading
        }
        return found
    }

    /// What statistical secrecy does not allow of them: the site is not built then.
    static func secrecyFaults(of readings: [Consultation.ID: ResultsReader.Reading], in site: Site) -> [Diagnostic] {
        site.consultations.flatMap { consultation -> [Diagnostic] in
            guard let reading = readings[consultation.slug], let results = reading.results else { return [] }
            let communes = AskedCommune.asked(by: consultation, of: site)
            return judged(Judged(results: results, consultation: consultation, communes: communes)).compactMap { fault in
                let place = reading.places[fault.place] ?? reading.places[.whole]
                return place.map { diagnostic(fault.kind, at: $0, results.minimum) }
            }
        }
    }

    private struct Judged: Hashable {
        let results: ConsultationResults
        let consultation: Consultation
        let communes: [AskedCommune]
    }

    /// A preview reads the site with each save: the same results are judged once, which takes a tenth of a second.
    private static let verdicts = Mutex<[Judged: [ResultsFault]]>([:])
    private static let mostVerdicts = 16

    private static func judged(_ subject: Judged) -> [ResultsFault] {
        if let known = verdicts.withLock({ $0[subject] }) { return known }
        let faults = subject.results.secrecyFaults(of: subject.consultation, communes: subject.communes)
        verdicts.withLock { verdicts in
            if verdicts.count >= mostVerdicts { verdicts.removeAll() }
            verdicts[subject] = faults
        }
        return faults
    }

    private static func diagnostic(
        _ fault: ResultsFault.Kind, at place: SourceLocation, _ minimum: Consultation.Minimum,
    ) -> Diagnostic {
        let countAgain = "ne corrigez pas ce fichier à la main : comptez de nouveau (« crieur consultation count »)"
        switch fault {
        case .sum:
            return .error(
                .resultsSum, at: place, "ces effectifs ne peuvent pas être vrais ensemble : ils ne s’additionnent pas", advice: countAgain)
        case .lowMinimum:
            return .error(
                .resultsSecrecy, at: place,
                "ces résultats ont été comptés avec un minimum plus bas (\(minimum.answers) réponses, \(minimum.communes) communes) que celui "
                    + "de la consultation", advice: countAgain)
        case .tooSmall(let count):
            return .error(
                .resultsSecrecy, at: place, "le secret statistique interdit de publier un effectif de \(count) : on pourrait savoir de qui il s’agit",
                advice: countAgain)
        case .unanimous(let code):
            return .error(
                .resultsSecrecy, at: place,
                "dans un si petit groupe, publier que tous ou personne ont répondu « \(code) » dit ce que chacun a répondu", advice: countAgain)
        case .recovered(let code):
            return .error(
                .resultsSecrecy, at: place,
                code.map { "l’effectif caché de « \($0) » se retrouve à partir des autres" } ?? "un effectif caché se retrouve à partir des autres",
                advice: countAgain)
        }
    }
}
