import ContentChecks
import ContentReading
import Files
import SiteModel

/// Reads the texts of a site and looks them through so many times, for `Tests/Benchmarks/run checks`:
///
///     check-texts content 21
@main
struct CheckTexts {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let times = Int(arguments[2]) else {
            print("check-texts CONTENU FOIS")
            return
        }
        let root = arguments[1]
        let read = SettingsReader.read(try Files.read("\(root)/site.yml"), file: "site.yml")
        guard let settings = read.settings, let today = CalendarDate(iso: "2026-11-24") else { return }
        let registry = FactsReader.read(try Files.read("\(root)/facts.yml"), file: "facts.yml").registry
        var site = Site(settings: settings, today: today, facts: registry.facts(on: today))
        site.registry = registry
        let reader = PageReader()
        for file in try ContentFile.discover(below: root, themes: settings.themes).files {
            if case .page(let page) = reader.read(try Files.read(file.file), of: file).content, case .guide = page.kind {
                site.guides.append(page)
            }
        }
        var found = 0
        for _ in 0..<times {
            let review = TextReview(site) { try? Files.read($0) }
            found = review.check(CheckedText.all(of: site)).count + FactReview.check(site, root: root).count
                + ShortTextCheck.check(site).count
        }
        print("\(site.guides.count) guides, \(found) messages")
    }
}
