import Diagnostics
import ExternalTools
import French
import SiteBuild

/// The addresses of other sites on the terminal: a line an address, below it the files that give it.
struct LinkTable {
    let text: String

    /// - Parameter outcomes: one an address; `nil` where none was tried.
    init(_ links: OutsideLinks, _ outcomes: [LinkTrial.Outcome]?) {
        var lines = ["Adresses d’autres sites : \(links.rows.count)", ""]
        for (index, row) in links.rows.enumerated() {
            let outcome = outcomes.map { " — \($0[index].words)" } ?? ""
            lines.append(row.address + outcome)
            lines += row.files.map { "    \($0)" }
        }
        if let outcomes {
            let failed = outcomes.count { !$0.isSound }
            let count = FrenchText.count(failed, "adresse ne répond pas", "adresses ne répondent pas")
            lines += ["", failed == 0 ? "Toutes répondent." : "\(count) comme attendu : à vérifier dans un navigateur."]
        } else {
            lines += ["", "Aucune n’a été essayée : « --try-links » le fait."]
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

/// The same for programs.
struct LinkReport {
    private struct Document: Encodable {
        let links: [Row]
        let messages: [JSONReport.Message]
    }

    private struct Row: Encodable {
        let address: String
        let files: [String]
        /// Absent where it was not tried.
        let isSound: Bool?
        let outcome: String?
    }

    let json: String

    init(_ links: OutsideLinks?, _ outcomes: [LinkTrial.Outcome]?, diagnostics: [Diagnostic]) {
        let rows = (links?.rows ?? []).enumerated().map { index, row in
            Row(address: row.address, files: row.files, isSound: outcomes?[index].isSound, outcome: outcomes?[index].words)
        }
        json = JSONReport.text(Document(links: rows, messages: diagnostics.map(JSONReport.Message.init)))
    }
}
