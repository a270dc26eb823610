import ContentReading
import Diagnostics
import Files
import SiteModel

/// `content/consultations/`: a folder for each consultation, and nothing that a person answered.
public enum ConsultationFolders {
    /// What élus are asked.
    public static func consultations(below root: String, _ diagnostics: inout [Diagnostic]) throws -> [Consultation] {
        let slugs = try slugs(below: root)
        return try slugs.compactMap { try questions(of: $0, among: slugs, below: root, &diagnostics) }
    }

    /// One of them, and the names of all that ask something.
    public static func consultation(
        _ slug: String, below root: String, _ diagnostics: inout [Diagnostic],
    ) throws -> (Consultation?, known: [String]) {
        let slugs = try slugs(below: root)
        let known = slugs.filter { Files.kind(of: file(of: $0, below: root)) == .file }
        return (known.contains(slug) ? try questions(of: slug, among: slugs, below: root, &diagnostics) : nil, known)
    }

    private static func questions(
        of slug: String, among slugs: [String], below root: String, _ diagnostics: inout [Diagnostic],
    ) throws -> Consultation? {
        let file = file(of: slug, below: root)
        guard Files.kind(of: file) == .file, let bytes = try SourceFile.read(file, into: &diagnostics) else { return nil }
        let (consultation, faults) = ConsultationReader.read(bytes, file: file, slug: slug, known: slugs)
        diagnostics += faults
        return consultation
    }

    private static func file(of slug: String, below root: String) -> String { "\(root)/consultations/\(slug)/questions.yml" }

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
