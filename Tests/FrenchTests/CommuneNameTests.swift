import Foundation
import French
import SiteModel
import Testing

@Suite struct CommuneNameTests {
    @Test(arguments: [
        ("Cluses", NameArticle.none, "de Cluses", "à Cluses"),
        ("Annecy", .vowel, "d’Annecy", "à Annecy"),
        ("Héry-sur-Alby", .vowel, "d’Héry-sur-Alby", "à Héry-sur-Alby"),
        ("Le Biot", .le, "du Biot", "au Biot"),
        ("La Clusaz", .la, "de La Clusaz", "à La Clusaz"),
        ("La Chapelle-d'Abondance", .la, "de La Chapelle-d’Abondance", "à La Chapelle-d’Abondance"),
        ("Les Gets", .les, "des Gets", "aux Gets"),
        ("L'Abergement", .lApostrophe, "de L’Abergement", "à L’Abergement"),
        ("Aux Marais", .aux, "des Marais", "aux Marais"),
        ("Las Illas", .las, "de Las Illas", "à Las Illas"),
        ("Los Masos", .los, "de Los Masos", "à Los Masos"),
        ("Biot", .le, "de Biot", "à Biot"),
    ])
    func namesTakeTheirArticle(_ name: String, _ article: NameArticle, _ of: String, _ at: String) throws {
        let commune = Commune(
            code: try #require(INSEECode("74010")), name: name, article: article, postalCodes: [], population: nil,
            arrondissement: "", unitIDs: [])
        #expect(FrenchText.of(commune) == of)
        #expect(FrenchText.at(commune) == at)
    }

    @Test func namesSortAsAFrenchReaderExpects() {
        let sorted = [
            "Doussard", "Duingt", "Éloise", "Entrevernes", "Epagny Metz-Tessy", "Étercy", "La Clusaz", "Le Biot",
            "Les Gets", "Œuvre", "Ofival", "Saint-Félix", "Saint-Jean-d'Aulps", "Saint-Jean-de-Sixt", "Sainte-Croix",
            "Yvoire",
        ]
        let byKey = sorted.reversed().sorted {
            FrenchText.collationKey($0).lexicographicallyPrecedes(FrenchText.collationKey($1))
        }
        #expect(byKey == sorted)
        #expect(FrenchText.collationKey("Pré") != FrenchText.collationKey("Pre"))
        #expect(FrenchText.collationKey("E\u{301}loise").starts(with: Array("eloise\0".utf8)))
    }

    /// The official file of communes, where a developer has it: see CONTRIBUTING.md.
    private static let officialFile: URL? = {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        let data =
            ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"].map { URL(filePath: $0) }
            ?? root.deletingLastPathComponent().appending(path: "shared/data")
        let file = data.appending(path: "communes/74-insee-cog-2026-communes.csv")
        return FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) ? file : nil
    }()

    @Test(.enabled(if: officialFile != nil, "no official file: set CRIEUR_REAL_DATA to its folder"))
    func everyOfficialNameOfHauteSavoieTakesItsArticle() throws {
        let file = try #require(Self.officialFile)
        var names = 0
        for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 9, fields[0] == "COM" else { continue }
            names += 1
            let (bare, name) = (fields[8].replacing("'", with: "’"), fields[9].replacing("'", with: "’"))
            let article = try #require(Int(fields[6]).flatMap(NameArticle.init))
            let of = FrenchText.of(fields[9], article)
            let at = FrenchText.at(fields[9], article)
            switch article {
            case .none: #expect((of, at) == ("de \(name)", "à \(name)"))
            case .vowel: #expect((of, at) == ("d’\(name)", "à \(name)"))
            case .le: #expect((of, at) == ("du \(bare)", "au \(bare)"))
            case .les: #expect((of, at) == ("des \(bare)", "aux \(bare)"))
            case .la: #expect((of, at) == ("de La \(bare)", "à La \(bare)"))
            default: Issue.record("no such article in Haute-Savoie: \(line)")
            }
        }
        #expect(names == 279)
    }
}
