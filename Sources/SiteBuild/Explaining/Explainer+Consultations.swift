import French
import SiteModel
import WebRendering

/// What a consultation's page is made from besides its questions, and what secrecy hid of it.
extension Explainer {
    /// `content/consultations/<slug>/results.yml` leads to the page that shows it.
    func source(_ subject: String) -> String {
        let name = "/results.yml"
        guard subject.hasSuffix(name) else { return subject }
        let folder = subject.dropLast(name.utf8.count)
        return site.consultations.first { $0.file == "\(folder)/questions.yml" }?.file ?? subject
    }

    func consultationLines(_ page: WebPage) -> [String] {
        guard page.kind == .consultation, let consultation = site.consultations.first(where: { $0.file == page.source }) else { return [] }
        let standing = consultation.standing(on: site.today)
        var lines = ["consultation : \(FrenchText.name(of: standing).lowercased()), du \(FrenchText.date(consultation.opens)) au \(FrenchText.date(consultation.closes))"]
        if let results = site.consultationResults[consultation.slug] {
            let cells = results.tables.flatMap { $0.cells + $0.breakdowns.flatMap { $0.groups.flatMap(\.cells) } }
            let hidden = cells.count { $0 == .hidden }
            lines.append(
                "résultats : \(options.content)/consultations/\(consultation.slug)/results.yml, comptés le \(FrenchText.date(results.counted)), "
                    + "\(FrenchText.count(results.answers, "réponse", "réponses"))\(standing == .published ? "" : ", pas encore publiés")")
            lines.append(
                "effectifs cachés (secret statistique) : \(FrenchText.number(hidden)) sur \(FrenchText.number(cells.count)), "
                    + "au minimum de \(results.minimum.answers) réponses et \(results.minimum.communes) communes")
        }
        let own = site.commitments.filter { $0.consultation == consultation.slug }
        if let file = own.first?.file { lines.append("engagements : \(FrenchText.number(own.count)), dans \(file)") }
        return lines
    }
}
