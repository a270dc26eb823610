import ContentReading
import Diagnostics
import FeedReading
import Files
import Foundation
import Scaffolding
import SiteModel
import Testing

@Suite struct NewSiteTests {
    private let today: CalendarDate

    init() throws { today = try #require(CalendarDate(iso: "2026-11-24")) }

    private func begin(in folder: String, departement: String?) throws -> [NewFile] {
        let (files, diagnostics) = try NewSite(folder: folder, templates: delivered, today: today).files(departement: departement)
        #expect(diagnostics == [])
        for file in files { try NewFileWriter.write(file) }
        return files
    }

    @Test(arguments: ["01", "2A", "74", "976"])
    func textsAndTablesRead(departement: String) throws {
        let site = try SmallSite()
        let root = "\(site.root)/neuf"
        _ = try begin(in: root, departement: departement)
        let content = "\(root)/content"
        let (settings, faults) = SettingsReader.read(try Files.read("\(content)/site.yml"), file: "site.yml")
        #expect(settings?.departement.code == departement)
        // Each is one that the law, or the site itself, asks for.
        #expect(faults.count == 10 && faults.allSatisfy { $0.message.contains("« à compléter »") })
        let (registry, factFaults) = FactsReader.read(try Files.read("\(content)/facts.yml"), file: "facts.yml")
        #expect(registry.entries.count == 5 && factFaults == [])
        let records = try FeedReader(departement: departement, contentRoot: content).read(on: today)
        #expect(records.communes.count == 3 && records.diagnostics == [])
        #expect(records.communes.allSatisfy { $0.code.departement == departement })
        let (files, misplaced) = try ContentFile.discover(below: content, themes: settings?.themes)
        #expect(files.count == 6 && misplaced == [])
        for file in files {
            let (found, diagnostics) = PageReader().read(try Files.read(file.file), of: file)
            #expect(found != nil && diagnostics == [])
        }
        #expect(Set(files.compactMap { if case .guide(let theme) = $0.kind { theme } else { nil } }) == Set(settings?.themes.map(\.id) ?? []))
    }

    @Test func templatesComeWithIt() throws {
        let site = try SmallSite()
        let files = try begin(in: "\(site.root)/neuf", departement: "74")
        #expect(files.contains { $0.path.hasSuffix("/neuf/.gitignore") } && files.contains { $0.path.hasSuffix("/public/.gitignore") })
        let copied = try Files.tree(below: "\(site.root)/neuf/site-templates")
        #expect(copied == (try Files.tree(below: delivered)) && copied.contains("new/guide.md"))
        for path in copied { #expect(try Files.read("\(site.root)/neuf/site-templates/\(path)") == Files.read("\(delivered)/\(path)")) }
    }

    @Test func onlyAnEmptyFolderIsTaken() throws {
        let site = try SmallSite()
        let refusal = #expect(throws: Refusal.self) { try begin(in: site.root, departement: "74") }
        #expect(refusal?.message.contains("n’est pas vide") == true)
        try FileManager.default.createDirectory(atPath: "\(site.root)/neuf/.git", withIntermediateDirectories: true)
        #expect(try !begin(in: "\(site.root)/neuf", departement: nil).isEmpty)
    }

    @Test(arguments: [("99", ""), ("Savoie", " ; vouliez-vous dire « 73 » (Savoie) ?"), ("Savoi", " ; vouliez-vous dire « 73 » (Savoie) ?")])
    func aDepartementIsToldByItsCode(typed: String, meant: String) throws {
        let site = try SmallSite()
        let refusal = #expect(throws: Refusal.self) { try begin(in: "\(site.root)/neuf", departement: typed) }
        #expect(
            refusal?.message
                == "« --departement » attend le code d’un département (« 01 », « 2A », « 976 »), pas « \(typed) »\(meant)")
        #expect(Files.kind(of: "\(site.root)/neuf") == .other)
    }
}
