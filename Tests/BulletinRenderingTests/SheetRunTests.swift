@testable import BulletinRendering
import Diagnostics
import Foundation
import SiteModel
import Testing

/// Strips, forms, posters, leaflets, booklets and cards with the real Typst.
@Suite(.enabled(if: TestPress.isInstalled, "the wheels of requirements.txt are not installed"))
struct SheetRunTests {
    /// Every kind once, and posters of two communes.
    private let jobs: [PrintJob] = {
        let site = SampleSite.site()
        let pages = PagePrintComposer(site: site)
        let contacts = ContactsPosterComposer(edition: SampleSite.edition, site: site)
        return PrintedSheet.allCases.map { pages.job($0, of: site.guides[0]) } + [pages.job(.posterA4, of: site.alerts[0])]
            + [SampleSite.annecy, SampleSite.leBiot].flatMap { commune in
                [PaperFormat.a4, .a3].map { contacts.job(for: commune, on: $0) }
            } + [
                PermanencesComposer(site: site).departementJob(), PermanencesComposer(site: site).job(for: SampleSite.leBiot),
                RegistrationComposer(site: site).job(), AlertNumberComposer(site: site).job(for: SampleSite.annecy),
            ].compactMap { $0 }
    }()

    @Test func everyKindIsPrinted() async throws {
        let press = try TestPress()
        let outcomes = try await press.working().run(jobs, workers: 2, in: "\(press.folder)/run")
        #expect(outcomes.map(\.job.id) == jobs.map(\.id))
        for outcome in outcomes {
            let (_, result) = try #require(outcome.printed, "\(outcome.job.id): \(outcome.diagnostics)")
            switch outcome.job.document {
            case .poster, .permanences, .registration: #expect(result.pages == 1, "\(outcome.job.id)")
            case .card, .booklet, .alertNumber: #expect(result.pages == 2, "\(outcome.job.id)")
            case .leaflet where outcome.job.id.hasPrefix("fiche-a5"): #expect(result.pages == 4)
            default: #expect(result.pages <= 2, "\(outcome.job.id)")
            }
            #expect(result.omitted.allSatisfy { Omission($0) != nil }, "\(outcome.job.id): \(result.omitted)")
        }
    }

    @Test func aSheetHasTheSameBytesWhateverWasPrintedBefore() async throws {
        let press = try TestPress()
        let engine = try await press.working()
        let warm = try await engine.run(jobs, workers: 1, in: "\(press.folder)/warm")
        for (number, outcome) in warm.enumerated() where number % 3 == 0 || outcome.job.document == .booklet {
            let cold = try await engine.run([outcome.job], workers: 1, in: "\(press.folder)/\(number)")
            let (coldFile, warmFile) = (try #require(cold.first?.printed).file, try #require(outcome.printed).file)
            let isSame = try Data(contentsOf: URL(filePath: coldFile)) == Data(contentsOf: URL(filePath: warmFile))
            #expect(isSame, "\(outcome.job.id): the bytes depend on what the worker set before")
        }
    }

    @Test func contactsThatDoNotFitAreAnErrorWithTheCommunesName() async throws {
        let press = try TestPress()
        var site = SampleSite.site()
        var commune = SampleSite.annecy
        commune.unitIDs = (0..<9).map { "u\($0)" }
        for id in commune.unitIDs {
            site.units[id] = Unit(id: id, institution: .gendarmerie, name: "Brigade \(id)", telephone: "0465711003", address: "Annecy")
        }
        let job = ContactsPosterComposer(edition: SampleSite.edition, site: site).job(for: commune, on: .a4)
        let outcomes = try await press.working().run([job], workers: 1, in: "\(press.folder)/run")
        #expect(
            outcomes.first?.diagnostics.map(\.message)
                == ["Annecy : l’affiche ne tient pas sur ses pages (contacts, numéros d’urgence et sources)"])
    }
}
