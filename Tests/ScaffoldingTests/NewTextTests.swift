import ContentReading
import Diagnostics
import Files
@testable import Scaffolding
import SiteModel
import Testing

@Suite struct NewTextTests {
    private let site: SmallSite
    private let text: NewText

    init() throws {
        site = try SmallSite()
        let today = try #require(CalendarDate(iso: "2026-11-24"))
        text = NewText(content: site.content, templates: delivered, today: today)
    }

    /// The new file, in its place, as the reader of all texts understands it.
    private func read(_ begun: NewText.Begun, as kind: Page.Kind) throws -> (content: PageReader.Content, file: String) {
        #expect(begun.diagnostics == [])
        let file = try #require(begun.file)
        try NewFileWriter.write(file)
        let (files, misplaced) = try ContentFile.discover(below: site.content, themes: [.init(id: "elus", title: "", summary: "")])
        #expect(misplaced == [])
        let source = try #require(files.first { $0.file == file.path })
        #expect(source.kind == kind)
        let (content, diagnostics) = PageReader().read(try Files.read(source.file), of: source)
        #expect(diagnostics == [])
        return (try #require(content), String(file.path.dropFirst(site.content.utf8.count + 1)))
    }

    private static let longTitle = String(repeating: "Une commune et ses voisines ", count: 40)

    @Test(arguments: [
        ("Dépôts sauvages", "depots-sauvages"),
        ("Menacé ? « Les bons réflexes »", "menace-les-bons-reflexes"),
        ("L'élu : \"c'est\" #tout & {rien} - [x], *y* !", "l-elu-c-est-tout-rien-x-y"),
        ("- commence par un tiret", "commence-par-un-tiret"),
        ("C:\\dossier\\fin\\", "c-dossier-fin"),
        ("🚨🚨", "guide-2026-11-24"),
        ("مرحبا بالعالم", "guide-2026-11-24"),
        ("Fin\u{202E}txt.exe\u{0} sur\ndeux lignes", "fintxt-exe-sur-deux-lignes"),
        (longTitle, "une-commune-et-ses-voisines-une-commune-et-ses-voisines-une"),
    ])
    func anyTitleMakesAGuideThatReads(title: String, slug: String) throws {
        let (content, file) = try read(text.guide(theme: "elus", title: title), as: .guide(theme: "elus"))
        #expect(file == "guides/elus/\(slug).md")
        guard case .page(let page) = content else { throw Unexpected() }
        let written = page.frontMatter.title.filter { $0.isLetter || $0.isNumber }
        let typed = title.filter { $0.isLetter || $0.isNumber }
        #expect(written == typed)
        #expect(page.frontMatter.draft)
        #expect(page.frontMatter.updated == CalendarDate(iso: "2026-11-24"))
        #expect(page.frontMatter.review == CalendarDate(iso: "2027-11-24"))
    }

    private struct Unexpected: Error {}

    @Test func everyKeyOfAModelIsExplained() throws {
        let texts = [
            try text.guide(theme: "elus", title: "Essai"), try text.alert(title: "Essai"), try text.bulletin("2027-01"),
        ]
        for begun in texts {
            let lines = String(decoding: try #require(begun.file).bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            let head = lines.dropFirst().prefix { $0 != "---" }
            let keys = head.indices.filter { head[$0].first?.isLetter == true }
            #expect(keys.count >= 9)
            for key in keys { #expect(head[key - 1].hasPrefix("# "), "\(head[key]) comes without its sense") }
        }
    }

    @Test func anAlertEndsAndSaysWhoGivesIt() throws {
        let (content, file) = try read(text.alert(title: "Faux agents : prudence"), as: .alert)
        #expect(file == "alerts/faux-agents-prudence.md")
        guard case .alert(let alert) = content else { throw Unexpected() }
        #expect(alert.expires == LocalMoment(written: "2026-12-24") && alert.page.frontMatter.draft)
        #expect(alert.source.contains("exemple"))
    }

    @Test(arguments: AlertForm.allCases)
    func aFormIsAnAlertThatReads(_ form: AlertForm) throws {
        let (content, file) = try read(text.alert(form), as: .alert)
        guard case .alert(let alert) = content else { throw Unexpected() }
        #expect(file.hasPrefix("alerts/") && alert.page.frontMatter.draft && alert.validation != nil)
        #expect(alert.kind != .autre && alert.expires.day > alert.sent.day)
        let words = String(decoding: alert.page.document.text, as: UTF8.self)
        #expect(words.contains("Que faire") && words.contains("Ce qu’il ne faut pas faire"))
        #expect(alert.page.citedFacts.contains("17") || alert.page.citedFacts.contains("112"))
        #expect(alert.page.frontMatter.shortTexts.first.map { $0.text.utf8.count <= 160 } ?? false)
    }

    @Test func aFormTakesATitle() throws {
        let (content, file) = try read(text.alert(.inondation, title: "Crue de l'Arve"), as: .alert)
        guard case .alert(let alert) = content else { throw Unexpected() }
        #expect(file == "alerts/crue-de-l-arve.md" && alert.page.frontMatter.title == "Crue de l’Arve")
    }

    @Test func aBulletinFollowsTheLatest() throws {
        let (first, file) = try read(text.bulletin("2026-11"), as: .bulletin)
        let (second, _) = try read(text.bulletin("2027-01"), as: .bulletin)
        #expect(file == "bulletins/2026-11.md")
        guard case .edition(let november) = first, case .edition(let january) = second else { throw Unexpected() }
        #expect((november.number, january.number) == (1, 2))
        #expect(january.period == "janvier 2027" && january.director == "Le préfet (exemple)")
        #expect(november.date == CalendarDate(iso: "2026-11-24") && january.date == CalendarDate(iso: "2027-01-01"))
    }

    @Test func aConsultationIsADraftOfQuestionsThatCanBeAsked() throws {
        let file = try #require(try text.consultation("dcas-2027").file)
        #expect(file.path == "\(site.content)/consultations/dcas-2027/questions.yml")
        let read = ConsultationReader.read(file.bytes, file: file.path, slug: "dcas-2027")
        #expect(read.diagnostics == [])
        let consultation = try #require(read.consultation)
        #expect(consultation.isDraft && consultation.questions.count == 3 && consultation.opens < consultation.closes)
    }

    @Test func aConsultationHasNoCommitmentYetAndShowsHowToWriteOne() throws {
        let file = try #require(try text.commitments("dcas-2027").file)
        #expect(file.path == "\(site.content)/consultations/dcas-2027/commitments.yml")
        let empty = CommitmentsReader.read(file.bytes, file: file.path, consultation: "dcas-2027")
        #expect(empty.commitments.isEmpty && empty.diagnostics == [])
        // As the file says to do it.
        let filled = String(decoding: file.bytes, as: UTF8.self).replacing("commitments: []\n", with: "commitments:\n")
            .split(separator: "\n").map { line in line.hasPrefix("# - ") || line.hasPrefix("#   ") ? String(line.dropFirst(2)) : String(line) }
        let read = CommitmentsReader.read(Array(filled.joined(separator: "\n").utf8), file: file.path, consultation: "dcas-2027")
        #expect(read.commitments.count == 1 && read.diagnostics == [])
    }

    // MARK: What is refused

    @Test func whatExistsIsNeverReplaced() throws {
        try site.write("à moi", to: "content/guides/elus/essai.md")
        let refusal = #expect(throws: Refusal.self) { try text.guide(theme: "elus", title: "Essai") }
        #expect(refusal?.message == "« \(site.content)/guides/elus/essai.md » existe déjà : il reste tel qu’il est")
        #expect(try site.read("content/guides/elus/essai.md") == "à moi")
    }

    @Test func whatAppearsMeanwhileIsNotReplacedEither() throws {
        let file = try #require(try text.guide(theme: "elus", title: "Essai").file)
        try site.write("à moi", to: "content/guides/elus/essai.md")
        #expect(throws: DiskError.self) { try NewFileWriter.write(file) }
        #expect(try site.read("content/guides/elus/essai.md") == "à moi")
    }

    @Test(arguments: [
        ("cybersecurté", "vouliez-vous dire « cybersecurite » ?"), ("voirie", "thèmes connus : « elus », « cybersecurite »"),
        ("../..", "thèmes connus : « elus », « cybersecurite »"),
    ])
    func anUnknownThemeIsToldWithTheNearest(theme: String, words: String) throws {
        let refusal = #expect(throws: Refusal.self) { try text.guide(theme: theme, title: "Essai") }
        #expect(refusal?.message == "le thème « \(theme) » n’est pas dans « \(site.content)/site.yml » ; \(words)")
    }

    @Test func aThemeMayBeNamedByItsTitle() throws {
        #expect(try text.guide(theme: "Cybersécurité", title: "Essai").file?.path == "\(site.content)/guides/cybersecurite/essai.md")
    }

    @Test(arguments: ["2027-13", "janvier", "2027-1", "2027-01-01", "../2027-01"])
    func onlyAMonthIsABulletin(month: String) throws {
        #expect(throws: Refusal.self) { try text.bulletin(month) }
    }

    @Test(arguments: ["../ailleurs", "Été", "", "a/b"])
    func aChosenNameIsAnAddress(name: String) throws {
        #expect(throws: Refusal.self) { try text.consultation(name) }
        #expect(throws: Refusal.self) { try text.guide(theme: "elus", title: "Essai", slug: name) }
    }

    @Test(arguments: ["", " \n ", "\u{202E}"])
    func anEmptyTitleIsNone(title: String) throws {
        #expect(throws: Refusal("le titre est vide")) { try text.alert(title: title) }
    }

    @Test func aModelWithAnUnknownNameIsToldAtItsLine() throws {
        try site.write("---\ntitle: {{{titre}}}\n---\n", to: "site-templates/new/alert.md")
        let own = NewText(content: site.content, templates: "\(site.root)/site-templates", today: try #require(CalendarDate(iso: "2026-11-24")))
        let begun = try own.alert(title: "Essai")
        #expect(begun.file == nil)
        #expect(begun.diagnostics.map(\.id) == [.templateUnknownName])
        #expect(begun.diagnostics.first?.location?.offset == 14)
    }
}
