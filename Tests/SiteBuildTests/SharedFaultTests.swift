import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct SharedFaultTests {
    @Test func aTagAtFaultOnEveryKindOfPageIsToldOnce() {
        let place = SourceLocation(file: "web/layouts/page.mustache", offset: 7, length: 5)
        let other = SourceLocation(file: "web/layouts/page.mustache", offset: 40, length: 5)
        func fault(_ place: Diagnostics.SourceLocation, in page: String, _ id: DiagnosticID = .templateUnknownName) -> Diagnostic {
            .error(id, at: place, "le nom « titel » est inconnu", notes: [.init("hérité ici", at: .init(file: page))])
        }
        let faults = [
            fault(other, in: "web/guide.mustache"), fault(place, in: "web/home.mustache"),
            fault(place, in: "web/agenda.mustache"), fault(place, in: "web/home.mustache", .templateUnsafeText),
        ]
        let told = [fault(place, in: "web/agenda.mustache"), fault(place, in: "web/home.mustache", .templateUnsafeText),
            fault(other, in: "web/guide.mustache")]
        #expect(faults.oncePerPlace() == told)
        #expect(faults.reversed().oncePerPlace() == told)
    }

    @Test func faultsOfWholeFilesAreToldApartByTheirWords() {
        let file = SourceLocation(file: "print/fonts.json")
        let faults: [Diagnostic] = [
            .error(.fontMissing, at: file, "il manque « a.otf »"), .error(.fontMissing, at: file, "il manque « b.otf »"),
        ]
        #expect(faults.oncePerPlace() == faults)
    }

    @Test func aMissingFontIsOneMistakeWhereverItsNameIsUsed() {
        let faults = [90, 12, 40].map { offset in
            Diagnostic.error(
                .fontMissing, at: SourceLocation(file: "print/bulletin.typ", offset: offset), "« intr » est introuvable")
        }
        #expect(faults.oncePerPlace() == [faults[1]])
    }

    @Test(arguments: [
        (["Annecy"], "Annecy"), (["Annecy", "Cluses"], "Annecy et Cluses"),
        (["Annecy", "Cluses", "Thônes", "Ugine"], "Annecy, Cluses, Thônes et Ugine"),
        (["Annecy", "Cluses", "Thônes", "Ugine", "Sallanches"], "Annecy, Cluses, Thônes et 2 autres communes"),
    ])
    func whatSeveralCommunesHaveInCommonIsToldOnce(communes: [String], names: String) {
        var faults = PrintFaults()
        for commune in communes {
            faults.add([.error(.printOverflow, "\(commune) : le bulletin déborde", advice: "raccourcissez")], of: commune)
        }
        #expect(faults.diagnostics == [.error(.printOverflow, "\(names) : le bulletin déborde", advice: "raccourcissez")])
    }

    @Test func whatDiffersIsToldApart() {
        var faults = PrintFaults()
        faults.add([.error(.printOverflow, "Annecy : recto")], of: "Annecy")
        faults.add([.error(.printOverflow, "Cluses : verso")], of: "Cluses")
        let template = Diagnostic.error(.printTemplate, at: SourceLocation(file: "a.typ", offset: 3), "nom inconnu")
        faults.add([template], of: "Annecy")
        faults.add([template], of: "Cluses")
        #expect(
            faults.diagnostics == [
                .error(.printOverflow, "Annecy : recto"), .error(.printOverflow, "Cluses : verso"), template,
            ])
    }
}
