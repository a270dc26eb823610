import ContentReading
import Diagnostics
import Files
import SiteModel

/// `content/consultations/`: a folder for each consultation, and nothing that a person answered.
public enum ConsultationFolders {
    /// What élus are asked; raw answers among the sources are a fault.
    public static func consultations(below root: String, _ diagnostics: inout [Diagnostic]) throws -> [Consultation] {
        diagnostics += RawAnswers.check(try Files.tree(below: root), below: root)
        let slugs = try slugs(below: root)
        var found: [Consultation] = []
        for slug in slugs {
            let file = "\(root)/consultations/\(slug)/questions.yml"
            guard Files.kind(of: file) == .file, let bytes = try SourceFile.read(file, into: &diagnostics) else { continue }
            let (consultation, faults) = ConsultationReader.read(bytes, file: file, slug: slug, known: slugs)
            if let consultation { found.append(consultation) }
            diagnostics += faults
        }
        return found
    }

    /// Those of all consultations.
    static func commitments(below root: String, _ diagnostics: inout [Diagnostic]) throws -> [Commitment] {
        var found: [Commitment] = []
        for slug in try slugs(below: root) {
            let file = "\(root)/consultations/\(slug)/commitments.yml"
            guard Files.kind(of: file) == .file, let bytes = try SourceFile.read(file, into: &diagnostics) else { continue }
            let (commitments, faults) = CommitmentsReader.read(bytes, file: file, consultation: slug)
            found += commitments
            diagnostics += faults
        }
        return found
    }

    private static func slugs(below root: String) throws -> [String] {
        let folder = "\(root)/consultations"
        guard Files.kind(of: folder) == .folder else { return [] }
        return try Files.entries(of: folder).filter { $0.kind == .folder }.map(\.name)
    }
}
