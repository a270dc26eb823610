import Files
import Foundation
import SiteModel
import Testing

@testable import Channels

/// The texts of three alerts as those see them who paste them: `CRIEUR_RECORD=1` writes them anew, to be read.
@Suite struct PastedTextTests {
    @Test(arguments: [
        ("content/alerts/faux-agents.md", true), ("content/alerts/hameconnage-mairies.md", false), ("Tests/Fixtures/channels/verglas.md", false),
    ])
    func areAsTheyWereRead(_ path: String, _ demonstration: Bool) throws {
        let name = String(path.split(separator: "/").last?.dropLast(3) ?? "")
        let site = try Samples.site(try Files.read(Samples.root(path)), name, demonstration: demonstration)
        let texts = Samples.texts(site).map { text in
            let measure = text.parts.map { "\($0.count)" }.joined(separator: " + ")
            let pasted = text.parts.map { "[\($0.label ?? "")]\n\($0.text)\n" }.joined()
            return "=== \(text.channel.rawValue) (\(measure)\(text.excess > 0 ? ", de trop : \(text.excess)" : ""))\(text.remark.map { " \($0)" } ?? "")\n\(pasted)"
        }.joined(separator: "\n")
        let golden = URL(filePath: Samples.root("Tests/ChannelsTests/Golden/\(name).txt"))
        if ProcessInfo.processInfo.environment["CRIEUR_RECORD"] == "1" { try Data(texts.utf8).write(to: golden) }
        #expect(try String(contentsOf: golden, encoding: .utf8) == texts, "look at the difference, then record it with CRIEUR_RECORD=1")
    }
}
