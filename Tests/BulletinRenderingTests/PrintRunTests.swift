@testable import BulletinRendering
import Diagnostics
import ExternalTools
import Foundation
import SiteModel
import Synchronization
import Testing

/// With the real Typst.
@Suite(.enabled(if: TestPress.isInstalled, "the wheels of requirements.txt are not installed"))
struct PrintRunTests {
    let jobs: [PrintJob] = {
        let composer = BulletinComposer(edition: SampleSite.edition, site: SampleSite.site())
        return [composer.job(for: SampleSite.annecy), composer.job(for: SampleSite.leBiot)]
    }()

    /// Bulletins that differ only by the commune's code.
    func copies(_ count: Int) -> [PrintJob] {
        let composer = BulletinComposer(edition: SampleSite.edition, site: SampleSite.site())
        return (0..<count).map { number in
            let commune = Commune(
                code: SampleSite.code("74\(String(100 + number))"), name: "Commune \(number)", article: .none,
                postalCodes: [], population: nil, arrondissement: "", unitIDs: ["brigade"])
            return composer.job(for: commune)
        }
    }

    @Test func aJobBecomesAPDFOfTwoPages() async throws {
        let press = try TestPress()
        let engine = try await press.working()
        let progress = Mutex<[String]>([])
        let outcomes = try await engine.run(jobs, workers: 2, in: "\(press.folder)/run") { job, _ in
            progress.withLock { $0.append(job.id) }
        }
        #expect(outcomes.map(\.job.id) == ["bulletin-2026-11-74010", "bulletin-2026-11-74037"])
        for outcome in outcomes {
            let (file, result) = try #require(outcome.printed, "\(outcome.diagnostics)")
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
            #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
            #expect(result.bytes == bytes.count)
            #expect(result.pages == 2)
            #expect(result.omitted.allSatisfy { Omission($0) != nil }, "\(result.omitted)")
        }
        #expect(progress.withLock { $0.sorted() } == ["bulletin-2026-11-74010", "bulletin-2026-11-74037"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(press.folder)/run/pdf").sorted()
                == ["bulletin-2026-11-74010.pdf", "bulletin-2026-11-74037.pdf"])
    }

    @Test func aWarmWorkerGivesTheBytesOfAColdOne() async throws {
        let press = try TestPress()
        let engine = try await press.working()
        let jobs = jobs + copies(4)
        let warm = try await engine.run(jobs.reversed(), workers: 1, in: "\(press.folder)/warm")
        for outcome in warm {
            let cold = try await engine.run([outcome.job], workers: 1, in: "\(press.folder)/\(outcome.job.id)")
            let coldFile = try #require(cold.first?.printed, "\(cold.first?.diagnostics ?? [])").file
            let warmFile = try #require(outcome.printed, "\(outcome.diagnostics)").file
            #expect(
                try Data(contentsOf: URL(filePath: coldFile)) == Data(contentsOf: URL(filePath: warmFile)),
                "\(outcome.job.id): the bytes depend on what the worker set before")
        }
    }

    /// Validators of PDF/A take a carriage return and the line feed after it for one end of line, and the stream for a byte
    /// short. Without care, one file in ten has such a stream.
    @Test func aStreamThatEndsInACarriageReturnHasAnotherAtTheEndOfItsLine() async throws {
        let press = try TestPress()
        let outcomes = try await press.working().run(copies(80), workers: 2, in: "\(press.folder)/run")
        for outcome in outcomes {
            let file = try #require(outcome.printed, "\(outcome.diagnostics)").file
            let bytes = try Data(contentsOf: URL(filePath: file))
            for end in bytes.ranges(of: Data("\r\nendstream".utf8)) {
                #expect(bytes[end.lowerBound - 1] == UInt8(ascii: "\r"), "\(outcome.job.id)")
            }
        }
    }

    @Test func theFolderLeavesNoTraceInThePDF() async throws {
        let press = try TestPress()
        let other = try TestPress()
        let first = try await press.working().run([jobs[0]], workers: 1, in: "\(press.folder)/run")
        let second = try await other.working().run([jobs[0]], workers: 1, in: "\(other.folder)/ailleurs")
        let file = try #require(first.first?.printed).file
        #expect(
            try Data(contentsOf: URL(filePath: file))
                == Data(contentsOf: URL(filePath: #require(second.first?.printed).file)))
    }

    @Test(arguments: [
        (
            "let gutter = 7mm", "let gutter = pouce", "lib/theme.typ", "pouce",
            "Typst refuse le gabarit d’impression : nom inconnu « pouce »"
        ),
        (
            "#let gutter = 7mm", "#let gutter = (7mm", "lib/theme.typ", "(7mm",
            "Typst refuse le gabarit d’impression : parenthèse, crochet ou accolade non fermé"
        ),
        (
            "#let gutter = 7mm", "#let gutter = 7mm\n#let endless(x) = endless(x + 1)\n#let unused = endless(0)",
            "lib/theme.typ", "endless(x + 1)",
            "Typst refuse le gabarit d’impression : une fonction ou une règle s’appelle elle-même sans fin"
        ),
        (
            "#import \"theme.typ\": *", "#import \"theme.typ\": ink, quiet, absent", "lib/document.typ", "absent",
            "Typst refuse le gabarit d’impression : le fichier importé ne contient pas « absent »"
        ),
        (
            "#import \"theme.typ\": *", "#import \"themes.typ\": *", "lib/document.typ", "\"themes.typ\"",
            "Typst refuse le gabarit d’impression : fichier introuvable « lib/themes.typ »"
        ),
        (
            "#let gutter = 7mm", "#let gutter = 7mm\n#let endless = { while true { } }", "lib/theme.typ", "true { }",
            "Typst refuse le gabarit d’impression : boucle sans fin : sa condition est toujours vraie"
        ),
    ])
    func anErrorOfTheTemplateIsADiagnosticAtItsPlace(
        old: String, new: String, file: String, at place: String, message: String,
    ) async throws {
        let press = try TestPress()
        try press.edit(file, old, new)
        let outcomes = try await press.working().run([jobs[0]], workers: 1, in: "\(press.folder)/run")
        let diagnostic = try #require(outcomes.first?.diagnostics.first)
        #expect(diagnostic.id == .printTemplate)
        #expect(diagnostic.message == message)
        #expect(diagnostic.location?.file == "\(press.templates)/\(file)")
        let bytes = try Data(contentsOf: URL(filePath: "\(press.templates)/\(file)"))
        let offset = try #require(diagnostic.location?.offset)
        #expect(String(decoding: bytes[offset...].prefix(place.utf8.count), as: UTF8.self) == place)
    }

    @Test func aHeadingThatJumpsALevelIsRefused() async throws {
        let press = try TestPress()
        try press.edit("lib/components.typ", "heading(level: 1, unbroken", "heading(level: 3, unbroken")
        let outcomes = try await press.working().run([jobs[0]], workers: 1, in: "\(press.folder)/run")
        let diagnostic = try #require(outcomes.first?.diagnostics.first)
        #expect(diagnostic.message.hasPrefix("Typst refuse le gabarit d’impression : accessibilité (PDF/UA-1)"))
    }

    @Test func aFamilyThatNoFontHasIsADiagnosticAtItsPlace() async throws {
        let press = try TestPress()
        try press.edit("lib/theme.typ", "\"PT Serif\"", "\"Baskerville\"")
        let outcomes = try await press.working().run([jobs[0]], workers: 1, in: "\(press.folder)/run")
        let diagnostic = try #require(outcomes.first?.diagnostics.first)
        #expect(diagnostic.id == .fontMissing)
        #expect(diagnostic.message == "la police « Baskerville » est introuvable")
        #expect(diagnostic.location?.file == "\(press.templates)/lib/theme.typ")
    }

    @Test func aFontFileThatIsNoFontIsADiagnostic() async throws {
        let press = try TestPress()
        let own = "\(press.templates)/fonts"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        for name in ["PTF55F.ttf", "PTF56F.ttf", "PTF75F.ttf", "PTF76F.ttf"] {
            try "no font".write(toFile: "\(own)/\(name)", atomically: true, encoding: .utf8)
        }
        let outcomes = try await press.working().run([jobs[0]], workers: 1, in: "\(press.folder)/run")
        #expect(outcomes.first?.diagnostics.map(\.message) == ["la police « PT Serif » est introuvable"])
        #expect(
            outcomes.first?.diagnostics.first?.advice
                == "installez le paquet Debian fonts-paratype, par exemple avec « make site »")
    }

    @Test func whatMustStandAndDoesNotFitIsAnErrorWithTheCommunesName() async throws {
        let press = try TestPress()
        var site = SampleSite.site()
        for number in 0..<40 {
            let id = "u\(number)"
            site.facts[id] = SampleSite.fact(id, "04 65 71 00 \(10 + number)", "Un service de garde parmi d’autres")
        }
        let settings = site.settings
        site.settings = SiteSettings(
            title: settings.title, departement: settings.departement, publisher: settings.publisher,
            baseURL: settings.baseURL, timezone: settings.timezone, demonstration: true,
            themes: settings.themes, emergency: (0..<40).map { "u\($0)" })
        let job = BulletinComposer(edition: SampleSite.edition, site: site).job(for: SampleSite.annecy)
        let outcomes = try await press.working().run([job], workers: 1, in: "\(press.folder)/run")
        #expect(outcomes.first?.diagnostics.map(\.id) == [.printOverflow])
        #expect(
            outcomes.first?.diagnostics.first?.message
                == "Annecy : le bulletin ne tient pas sur ses pages (contacts et numéros d’urgence, au recto)")
    }

    @Test func aWorkerThatDiesIsReplacedAndItsJobTriedAgain() async throws {
        let press = try TestPress()
        // The first process reads one job and dies over it.
        let python = try press.standIn(
            """
            if mkdir "$FOLDER/first" 2>/dev/null; then
                echo '{"ready": true}'; read job; kill -9 $$
            fi
            exec "$PYTHON" "$@"
            """)
        let found = try await press.working()
        let engine = PrintEngine(
            python: python, versions: found.versions, templates: found.templates, fonts: found.fonts)
        let jobs = copies(5)
        let outcomes = try await engine.run(jobs, workers: 2, in: "\(press.folder)/run")
        #expect(outcomes.map(\.job.id) == jobs.map(\.id))
        #expect(outcomes.allSatisfy { $0.printed != nil }, "\(outcomes.flatMap(\.diagnostics))")
    }

    @Test func aJobThatKillsTwoWorkersIsReportedAndTheOthersGoOn() async throws {
        let press = try TestPress()
        // Whoever meets job 74102 dies; each line is handed to the real worker otherwise.
        let python = try press.standIn(
            """
            mkfifo "$FOLDER/in.$$"
            "$PYTHON" "$@" < "$FOLDER/in.$$" &
            exec 3> "$FOLDER/in.$$"
            while read -r job; do
                case "$job" in
                '{"id":"bulletin-2026-11-74102"'*) exec 3>&-; wait; echo 'plus de mémoire' >&2; exit 9 ;;
                esac
                printf '%s\\n' "$job" >&3
            done
            exec 3>&-; wait
            """)
        let found = try await press.working()
        let engine = PrintEngine(
            python: python, versions: found.versions, templates: found.templates, fonts: found.fonts)
        let outcomes = try await engine.run(copies(4), workers: 2, in: "\(press.folder)/run")
        #expect(outcomes.map { $0.printed != nil } == [true, true, false, true])
        #expect(
            outcomes[2].diagnostics.map(\.message) == [
                "Commune 2 : le bulletin n’a pas pu être imprimé, deux fois de suite : l’outil « Typst » s’est arrêté (code 9) : plus de mémoire"
            ])
    }

    @Test func aWorkerThatHangsIsKilledAndItsJobReported() async throws {
        let press = try TestPress()
        let python = try press.standIn("echo '{\"ready\": true}'; read job; exec sleep 600")
        let found = try await press.working()
        let engine = PrintEngine(
            python: python, versions: found.versions, templates: found.templates, fonts: found.fonts)
        let outcomes = try await engine.run(
            [jobs[0]], workers: 1, in: "\(press.folder)/run", timeLimit: .seconds(1))
        #expect(
            outcomes.first?.diagnostics.map(\.message) == [
                "Annecy : le bulletin n’a pas pu être imprimé, deux fois de suite : l’outil « Typst » n’a pas répondu en 1\u{A0}s"
            ])
    }

    @Test func wherePrintingNeverSucceedsTheRestIsNotTried() async throws {
        let press = try TestPress()
        let python = try press.standIn("echo '{\"ready\": true}'; read job; echo >> \"$FOLDER/tried\"; exit 9")
        let found = try await press.working()
        let engine = PrintEngine(
            python: python, versions: found.versions, templates: found.templates, fonts: found.fonts)
        let outcomes = try await engine.run(copies(20), workers: 1, in: "\(press.folder)/run")
        #expect(outcomes.count == 20 && outcomes.allSatisfy { $0.printed == nil })
        #expect(outcomes.count { !$0.diagnostics.isEmpty } == 3)
        #expect(try Data(contentsOf: URL(filePath: "\(press.folder)/tried")).count == 6)
    }

    @Test func aPythonThatCannotStartIsAFailureOfTheTool() async throws {
        let press = try TestPress()
        let python = try press.standIn("echo \"No module named 'typst'\" >&2; exit 1")
        let found = try await press.working()
        let engine = PrintEngine(
            python: python, versions: found.versions, templates: found.templates, fonts: found.fonts)
        let failure = await #expect(throws: ToolFailure.self) {
            try await engine.run(jobs, workers: 2, in: "\(press.folder)/run")
        }
        #expect(failure?.reason == .ended(status: "code 1", errors: "No module named 'typst'"))
    }
}
