import ContentChecks
import Diagnostics
import SiteModel
import Testing

/// What designates people, and what is hard to read.
@Suite struct PersonalDataTests {
    @Test(arguments: ["Appelez le 06 39 98 00 00.", "Au 0639980000.", "Joignez-le au 07.39.98.00.00."])
    func aMobileNumberIsFound(_ text: String) { #expect(Checked.found(text) == [.personalTelephone], "\(text)") }

    @Test(arguments: ["Une voiture AB-123-CD.", "Immatriculée AB 123 CD.", "La AB123CD est partie.", "Plaque 1234 AB 74."])
    func aPlateIsFound(_ text: String) { #expect(Checked.found(text) == [.personalPlate], "\(text)") }

    @Test(arguments: ["Une page A4, puis A3.", "Le modèle EN-1234.", "La norme NF 123."])
    func anotherCodeIsNot(_ text: String) { #expect(!Checked.found(text).contains(.personalPlate), "\(text)") }

    @Test(arguments: ["Écrivez à jean.dupont@interieur.gouv.fr.", "Écrivez à camille74@gmail.com.", "À c.exemple@orange.fr."])
    func aPersonalMailboxIsFound(_ text: String) { #expect(Checked.found(text) == [.personalMail], "\(text)") }

    @Test(arguments: ["Écrivez à mairie@exemple.fr.", "À brigade.annecy@gendarmerie.fr.", "À mairie-exemple@orange.fr.", "@exemple"])
    func aMailboxOfAFunctionIsNot(_ text: String) { #expect(!Checked.found(text).contains(.personalMail), "\(text)") }

    @Test(arguments: ["Demandez M. Dupont.", "Mme Martin a été volée.", "Monsieur Élie a vu la scène.", "Mlle Le Goff"])
    func aNameIsFound(_ text: String) { #expect(Checked.found(text) == [.personalName], "\(text)") }

    @Test(arguments: ["Monsieur le Maire,", "Madame, Monsieur,", "Mme la préfète", "M. le procureur", "Madame Maire", "Le M. de la porte"])
    func aFunctionIsNot(_ text: String) { #expect(!Checked.found(text).contains(.personalName), "\(text)") }
}

@Suite struct GroupWordsTests {
    @Test(arguments: [
        "Des gens du voyage sont passés.", "Des Roms ont été vus.", "Un individu de type africain.", "Des hommes d'origine roumaine."
            .replacing("d'origine roumaine", with: "de type maghrébin"), "Une bande roumaine.", "La racaille du quartier.", "Des clandestins.",
        "Un homme d'origine maghrébine.", "De jeunes maghrébins.",
    ])
    func wordsThatAimAtAGroupAreFound(_ text: String) { #expect(Checked.found(text) == [.stigmatisingWords], "\(text)") }

    @Test(arguments: [
        "Le consulat roumain est fermé.", "Un homme est passé.", "Le marché au noir.", "Un voyage scolaire.", "Le ROM du poste (ROM).",
        "Une équipe de nuit.", "De type administratif.",
    ])
    func otherWordsAreNot(_ text: String) { #expect(!Checked.found(text).contains(.stigmatisingWords), "\(text)") }
}

@Suite struct SmallCountTests {
    @Test(arguments: ["Il y a eu 3 cambriolages.", "Deux plaintes ont été déposées.", "1 victime.", "Cinq agressions."])
    func aSmallCountIsFound(_ text: String) { #expect(Checked.found(text) == [.smallCount], "\(text)") }

    @Test(arguments: ["12 cambriolages.", "Une victime peut appeler.", "Deux signes doivent alerter.", "Plusieurs plaintes.", "Les 3 étapes."])
    func anotherCountIsNot(_ text: String) { #expect(!Checked.found(text).contains(.smallCount), "\(text)") }
}

@Suite struct ReadingEaseTests {
    private func sentence(_ words: Int) -> String { (1...words).map { _ in "mot" }.joined(separator: " ") }

    @Test func aLongSentenceIsFoundOnceAndPointedAt() {
        #expect(Checked.found("\(sentence(36)).") == [.longSentence])
        #expect(Checked.diagnostics("Court. \(sentence(36)).").first?.message.contains("36 mots") == true)
        #expect(Checked.found("\(sentence(35)).") == [])
    }

    @Test func stopsListsAndColonsCutASentence() {
        #expect(Checked.found("\(sentence(20)). \(sentence(20)) ! \(sentence(20)) : \(sentence(20)) ; \(sentence(20)).") == [])
        #expect(Checked.found("- \(sentence(20))\n- \(sentence(20))\n\n\(sentence(20))") == [])
        #expect(Checked.found("| \(sentence(20)) | \(sentence(20)) |\n| --- | --- |\n| \(sentence(20)) | \(sentence(20)) |\n") == [])
    }

    @Test(arguments: ["Prévenez l'OFB.", "La CNIL répond.", "Un SGBD, c'est quoi ?"])
    func anAcronymIsFound(_ text: String) { #expect(Checked.found(text) == [.acronymUnexplained], "\(text)") }

    @Test func anAcronymIsToldOncePerText() {
        #expect(Checked.found("L'OFB agit. Appelez l'OFB.") == [.acronymUnexplained])
    }

    @Test(arguments: [
        "Un RIB change.", "L'Office français de la biodiversité (OFB) agit. L'OFB répond.", "L'OFB (Office français de la biodiversité).",
        "Louis XVI et Napoléon III.", "ATTENTION, danger.", "Un mot Normal.", "Le A4.",
    ])
    func anExplainedOneIsNot(_ text: String) { #expect(!Checked.found(text).contains(.acronymUnexplained), "\(text)") }
}

@Suite struct AllowanceTests {
    @Test func aCheckIsAnsweredWithAReason() {
        let all = Allowance(check: "personal-name", reason: "Une loi porte son nom")
        #expect(Checked.diagnostics("La loi de M. Dupont et de Mme Martin.", allow: [all]) == [])
        let one = Allowance(check: "personal-name", reason: "Une loi porte son nom", text: "M. Dupont")
        #expect(Checked.diagnostics("La loi de M. Dupont et de Mme Martin.", allow: [one]).map(\.message) == ["« Mme\u{A0}Martin » désigne une personne par son nom"])
    }

    @Test func anAnswerToNothingIsTold() {
        #expect(Checked.diagnostics("Rien.", allow: [Allowance(check: "small-count", reason: "X")]).map(\.id) == [.allowUnneeded])
        #expect(Checked.diagnostics("Rien.", allow: [Allowance(check: "small-cuont", reason: "X")]).first?.advice == "vouliez-vous dire « small-count » ?")
        #expect(Checked.diagnostics("Rien.", allow: [Allowance(check: "frozen-template", reason: "X")]) == [])
    }

    /// Each message says that it may be wrong, and how to answer it.
    @Test func everyMessageExplainsItself() {
        for text in ["Le 3919.", "Il y a eu 3 vols.", "Prévenez l'OFB.", "M. Dupont"] {
            #expect(Checked.diagnostics(text).allSatisfy { $0.advice?.contains("Cette aide peut se tromper") == true }, "\(text)")
        }
    }
}
