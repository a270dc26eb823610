import ContentChecks
import Diagnostics
import SiteModel
import Testing

/// What looks like a case under investigation, in a note of a commune. An aid: each list shows what it sees and what it
/// leaves alone.
@Suite struct InquiryTests {
    private func found(_ text: String) throws -> [DiagnosticID] {
        let code = try #require(INSEECode("74010"))
        return Checked.diagnostics(text, kind: .commune(code)).map(\.id).filter { $0 == .caseUnderInvestigation }
    }

    @Test(arguments: [
        "Le suspect a été vu près de la mairie.", "Deux suspects ont pris la fuite.", "Un homme a été interpellé hier.",
        "Trois individus interpellés à la sortie du village.", "Il a été interpellé par les gendarmes.", "Il est en garde à vue.",
        "Les mis en cause habitent la région.", "La gendarmerie lance un appel à témoins.", "Une voiture blanche immatriculée en Isère.",
        "Il est activement recherché.", "Les auteurs sont recherchés.", "L’enquête est en cours.", "Une perquisition a eu lieu.",
        "Lundi 12 octobre, rue des Lilas, un homme a forcé une porte.", "Rue de la Gare, dans la nuit du 3 novembre, une octogénaire a été volée.",
        "Hier, avenue d’Annecy, des cambrioleurs sont entrés dans une maison.", "Il a reconnu les faits.", "Un avis de recherche est diffusé.",
        "Le voleur a été écroué.", "Il est mis en examen.",
    ])
    func wordsOfACaseAreFound(_ text: String) throws { #expect(try found(text) == [.caseUnderInvestigation], "\(text)") }

    @Test(arguments: [
        "Un courriel suspect ? Ne cliquez pas.", "Signalez tout véhicule suspect.", "Un comportement suspect se signale au service.",
        "Notez la plaque d’immatriculation et donnez-la aux gendarmes.", "Le maire a été interpellé par un habitant.",
        "Les élus, interpellés sur la vitesse, demandent un contrôle.", "Permanence le mardi 12 janvier, rue de la Poste, en mairie.",
        "Le jeudi, place de l’Église, une personne de la brigade vous reçoit.", "Une permanence pour les femmes victimes, lundi, rue de la Paix.",
        "La recherche d’un logement.", "La commune recherche des bénévoles.", "Un bon témoin note l’heure et le lieu.",
        "Rue des Lilas, la circulation est coupée lundi.", "Un homme averti en vaut deux.", "De faux agents se présentent à la porte.",
        "La nuit, fermez les volets.", "En mars, un homme sur deux conduit trop vite.", "Déposez plainte : une enquête commence.",
        "La vigilance est de mise.", "Les cambriolages augmentent en novembre.",
    ])
    func wordsOfPreventionAreNot(_ text: String) throws { #expect(try found(text).isEmpty, "\(text)") }

    @Test func aGuideMaySpeakOfProcedures() {
        #expect(!Checked.found("Le suspect est placé en garde à vue.").contains(.caseUnderInvestigation))
    }

    @Test func itSaysWhyAndWhomToAsk() throws {
        let code = try #require(INSEECode("74010"))
        let told = try #require(Checked.diagnostics("Il est en garde à vue.", kind: .commune(code)).first)
        #expect(told.severity == .warning && told.message.contains("article 11") && told.message.contains("présomption d’innocence"))
        #expect(told.advice?.contains("procureur de la République") ?? false)
    }

    @Test func aReasonAnswersIt() throws {
        let code = try #require(INSEECode("74010"))
        let allow = [Allowance(check: "case-under-investigation", reason: "communiqué du parquet", text: nil, place: nil)]
        #expect(Checked.diagnostics("Il est en garde à vue.", allow: allow, kind: .commune(code)).isEmpty)
    }

    @Test func anEventIsLookedAtToo() throws {
        let day = try #require(CalendarDate(iso: "2026-12-10"))
        let page = Page(file: "a.md", kind: .page, slug: "a", frontMatter: FrontMatter(), document: Document())
        var site = try #require(Checked.site(page))
        site.events = [Event(kind: .other, title: "Appel à témoins", date: day, start: nil, end: nil, place: "", communes: [])]
        #expect(EventCheck.check(site).map(\.id) == [.caseUnderInvestigation])
        site.events = [Event(kind: .meeting, title: "Réunion publique", date: day, start: nil, end: nil, place: "Rue des Lilas", communes: [])]
        #expect(EventCheck.check(site).isEmpty)
    }
}
