import ContentChecks
import Diagnostics
import SiteModel
import Testing

/// Facts that a text states by itself instead of citing them.
@Suite struct TelephoneCheckTests {
    @Test(arguments: [
        "Appelez le 17.", "En urgence, composez le 17 ou le 112.", "Le 3919 est anonyme.", "Écrivez au 114.", "Appelez le 33700.",
        "Transférez le message au 33 700.", "Téléphone : 04 65 71 00 00.", "Au 0465710000.", "Tél. 04.65.71.00.00",
        "Tél. 04-65-71-00-00", "Depuis l'étranger : +33 4 65 71 00 00.", "Le 0 805 805 817 est gratuit.", "Le 116 006 écoute.",
        "Le 116006 écoute.", "Joindre le 119.", "Numéro : **04 65 71 00 00**.",
    ])
    func aNumberIsFound(_ text: String) { #expect(Checked.found(text).contains(.telephoneUnregistered), "\(text)") }

    @Test(arguments: [
        "La mairie est au 1 place de l'Exemple, 74000 Annecy.", "La commune 01004 compte 112 communes voisines.",
        "Le 17 novembre, la brigade vient.", "Du 15 au 18 janvier, appelez la mairie.", "Rendez-vous le 15.",
        "Le numéro d'ordre est 2026-11-24.", "SIRET 130 025 265 00013.", "Il y a 3919 habitants.", "Le :fact[17] répond.",
        "Ouvert de 9 h à 17 h.", "Le prix est de 1 500 points.", "Référence 0123456789012.", "Fermé le 01.02.2026 10 jours durant".replacing(" 10 jours durant", with: ""),
        "Voir https://exemple.fr/0465710000.",
    ])
    func anotherNumberIsNot(_ text: String) { #expect(!Checked.found(text).contains(.telephoneUnregistered), "\(text)") }

    @Test func aLinkThatDialsIsANumberToo() {
        #expect(Checked.found("[Appeler](tel:3919)") == [.telephoneUnregistered])
    }

    @Test func theRegistryIsProposed() throws {
        let fault = try #require(Checked.diagnostics("Le 3919 est anonyme.").first)
        #expect(fault.severity == .warning)
        #expect(fault.advice?.hasPrefix("citez-le par « :fact[3919] »") == true)
        let other = try #require(Checked.diagnostics("Le 3018 est anonyme.").first)
        #expect(other.advice?.hasPrefix("inscrivez-le dans facts.yml") == true)
    }
}

@Suite struct AmountCheckTests {
    @Test(arguments: [
        ("L'amende est de 1 500 €.", "1 500 €"), ("L'amende est de 1500 euros.", "1500 euros"), ("Jusqu'à 15 000 euros.", "15 000 euros"),
        ("Il coûte 12,50 €.", "12,50 €"), ("Un budget de 15 k€.", "15 k€"), ("Soit mille euros.", "mille euros"),
        ("Soit 2 millions d'euros.", "2 millions d'euros"), ("Une amende de 35€.", "35€"), ("Montant : 150 EUR.", "150 EUR"),
    ])
    func anAmountIsFound(_ text: String, _ words: String) {
        #expect(Checked.found(text) == [.amountUnregistered], "\(text)")
        #expect(Checked.pointed(text) == [words])
    }

    @Test(arguments: ["Payez en euros.", "Le signe € suffit.", "Une amende de :fact[amende].", "Il y a 1 500 habitants.", "L'euro a 20 ans de moins."])
    func otherWordsAreNot(_ text: String) { #expect(!Checked.found(text).contains(.amountUnregistered), "\(text)") }
}

@Suite struct ArticleCheckTests {
    @Test(arguments: [
        ("L'article L. 132-3 le dit.", "article L. 132-3"), ("L132-3 le dit.", "L132-3"), ("Selon L.132-3, oui.", "L.132-3"),
        ("Voyez l'article 40 du code.", "article 40"), ("Les articles 222-33-2-2 et suivants.", "articles 222-33-2-2"),
        ("Voir art. 433-5.", "art. 433-5"), ("R. 634-2 punit.", "R. 634-2"), ("La loi n° 2024-247 protège.", "loi n° 2024-247"),
        ("Le décret no 2020-1161 précise.", "décret no 2020-1161"), ("Voyez R.* 123-4.", "R.* 123-4"),
    ])
    func anArticleIsFound(_ text: String, _ words: String) {
        #expect(Checked.found(text) == [.articleUnregistered], "\(text)")
        #expect(Checked.pointed(text) == [words])
    }

    @Test(arguments: [
        "Un article de journal.", "La route D 1508 est fermée.", "L'autoroute A40.", "La loi protège.", "Une feuille A4.",
        "L'article :fact[information] le dit.", "Le bâtiment L est ouvert.",
    ])
    func otherWordsAreNot(_ text: String) { #expect(!Checked.found(text).contains(.articleUnregistered), "\(text)") }

    @Test func bothWritingsOfAnArticleLeadToIt() {
        for text in ["L'article L. 132-3 le dit.", "L132-3 le dit."] {
            #expect(Checked.diagnostics(text).first?.advice?.hasPrefix("citez-le par « :fact[information] »") == true, "\(text)")
        }
    }
}

@Suite struct DelayCheckTests {
    @Test(arguments: [
        "Il a 10 jours pour répondre.", "Un délai de deux mois.", "Répondez sous 48 heures.", "Dans les trois jours, écrivez.",
        "Une peine d'un an d'emprisonnement.", "Jusqu'à 2 ans de prison.", "Dans un délai d'un mois.", "Pendant 6 mois.",
    ])
    func aDelayIsFound(_ text: String) { #expect(Checked.found(text) == [.delayUnregistered], "\(text)") }

    @Test(arguments: [
        "Ouvert 24 heures sur 24 et 7 jours sur 7.", "Ouvert 24h/24.", "Un mineur de moins de 15 ans.", "Un enfant de 3 ans.",
        "Deux jours plus tard, il pleut.", "De 9 heures à 12 heures.", "Une fois par an.", "Il répond en :fact[delai].",
        "Pensez-y tous les jours.",
    ])
    func anotherDurationIsNot(_ text: String) { #expect(!Checked.found(text).contains(.delayUnregistered), "\(text)") }
}

@Suite struct AddressCheckTests {
    @Test(arguments: [
        "Voyez 17cyber.gouv.fr.", "Sur https://www.masecurite.interieur.gouv.fr/fr/, oui.", "Sur www.service-public.fr.",
        "Le site [Ma Sécurité](https://www.masecurite.interieur.gouv.fr/fr/).",
    ])
    func anOfficialAddressIsFound(_ text: String) { #expect(Checked.found(text) == [.addressUnregistered], "\(text)") }

    @Test(arguments: [
        "Voyez https://www.exemple.fr/fiche/1.", "Écrivez à mairie@interieur.gouv.fr.", "Voyez :fact[17cyber].",
        "Le [17Cyber](https://17cyber.gouv.fr/).", "Voyez [la fiche](autre.md).",
    ])
    func anotherAddressIsNot(_ text: String) { #expect(!Checked.found(text).contains(.addressUnregistered), "\(text)") }
}

@Suite struct PlaceOfFindingTests {
    /// Typography has changed the text since: spaces, quotes, apostrophes.
    @Test func theSourceIsPointedAtAsItIsWritten() {
        #expect(Checked.pointed("« L'aide », dit-il : \"appelez le **3919**\" !") == ["3919"])
        #expect(Checked.pointed("Une ligne.\n\n- [ ] Le numéro\n- [ ] Au *04 65 71 00 00* !") == ["04 65 71 00 00"])
    }

    @Test func theFrontMatterIsReadToo() throws {
        let fault = try #require(Checked.diagnostics("Un texte.", summary: "Appelez le 3919.").first)
        #expect(fault.id == .telephoneUnregistered && (fault.location?.offset ?? 100) < 50)
    }

    @Test func aCommuneMayGiveItsOwnNumbers() throws {
        let code = try #require(INSEECode("74010"))
        #expect(Checked.diagnostics("Téléphone : 04 65 71 00 00.", kind: .commune(code)) == [])
        #expect(Checked.diagnostics("Demandez M. Dupont.", kind: .commune(code)).map(\.id) == [.personalName])
    }
}
