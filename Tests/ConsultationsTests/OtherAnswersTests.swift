import Consultations
import SiteModel
import Testing

/// Answers that came otherwise than by LimeSurvey.
@Suite struct OtherAnswersTests {
    private static let dossiers = """
        ID,Email,FranceConnect ?,Civilité,Nom,Prénom,Dépôt pour un tiers,Nom du mandataire,Prénom du mandataire,À archiver,État du dossier,Dernière mise à jour le,Dernière mise à jour du dossier le,Déposé le,Passé en instruction le,Traité le,Motivation de la décision,Instructeurs,Groupe instructeur,Êtes-vous d’accord ?,Lesquels,Combien,Quand [Le jour],Quand [La nuit],Note,Vos mots,Commune,Commune (Code INSEE)
        101,SECRET@exemple.fr,false,M.,SECRETNOM,SECRETPRENOM,false,,,false,En instruction,2026-06-10 10:00:00 +0200,2026-06-10 10:00:00 +0200,2026-06-09 10:00:00 +0200,,,,,g,"Oui, tout à fait","Ici, là, Ailleurs",12,Bien,Mal,4,SECRETMOTS,Annecy (74000),74010
        102,SECRET@exemple.fr,false,M.,SECRETNOM,SECRETPRENOM,false,,,false,En construction,2026-06-10 10:00:00 +0200,2026-06-10 10:00:00 +0200,10/06/2026 10:00,,,,,g,SECRETAUTRE,Ailleurs,,,Mal,,,Cluses (74300),74081

        """
    private static let paper = """
        feuille;date;Q1;Q2;Q3;Q4[L1];Q4[L2];Q5;Q6;COM
        7;2026-06-11;A2;X Y;20;S1;S2;2;SECRET;74010
        8;;A1;;;;;;;74002
        """

    private func read(_ texts: [String]) throws -> AnswerReading {
        AnswerReading(texts.enumerated().map { .init(name: "\($0).csv", bytes: Array($1.utf8)) }, for: try Examples.small())
    }

    @Test func dossiersAreReadByTheirLabels() throws {
        let reading = try read([Self.dossiers])
        #expect(reading.faults == [])
        let answers = try #require(reading.sheet?.answers)
        #expect(answers.map(\.way) == [.dossier, .dossier] && answers.map { $0.commune?.text } == ["74010", "74081"])
        #expect(answers.map(\.day) == [CalendarDate(iso: "2026-06-09"), CalendarDate(iso: "2026-06-10")])
        #expect(
            answers[0].values == [
                "Q1": .choice("A1"), "Q2": .choices(["X", "Y"]), "Q3": .number(12), "Q4": .rows(["L1": "S1", "L2": "S2"]), "Q5": .choice("4"),
                "Q6": .words(themes: nil),
            ])
        #expect(answers[1].values == ["Q1": .choice("other"), "Q2": .choices(["Y"]), "Q4": .rows(["L2": "S2"])])
    }

    @Test func whatWasTypedInFromPaperToo() throws {
        let reading = try read([Self.paper])
        #expect(reading.faults == [])
        let answers = try #require(reading.sheet?.answers)
        #expect(answers.map(\.way) == [.paper, .paper] && answers.map(\.day) == [CalendarDate(iso: "2026-06-11"), nil])
        #expect(answers[0].values["Q2"] == .choices(["X", "Y"]) && answers[1].values == ["Q1": .choice("A1")])
    }

    @Test func waysAreCountedApartAndTheirDoublesFound() throws {
        let reading = try read([Self.dossiers, Self.paper])
        #expect(reading.faults == [])
        // Annecy answered by dossier on the 9th, on paper on the 11th.
        #expect(reading.report.doubles == 1 && reading.report.kept == [.dossier: 1, .paper: 2])
    }

    @Test func nothingThatSomebodyWroteIsKept() throws {
        var text = ""
        dump(try read([Self.dossiers, Self.paper]), to: &text)
        #expect(text.contains("74010") && !text.contains("SECRET"))
    }
}
