import ContentReading
import Diagnostics
import Files
import Foundation
import SiteModel
import Testing

@testable import Channels

/// A site with one alert.
enum Samples {
    /// A path of the project, wherever the tests run.
    static func root(_ path: String) -> String { "/\(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))/\(path)" }

    static func site(
        _ markdown: [UInt8], _ name: String = "essai", demonstration: Bool = false, adding change: (inout SiteSettings) -> Void = { _ in },
    ) throws -> Site {
        let (content, diagnostics) = PageReader().read(
            markdown, of: ContentFile(file: "content/alerts/\(name).md", kind: .alert, slug: name))
        try #require(!diagnostics.hasErrors, "\(diagnostics.map(\.message))")
        guard case .alert(let alert) = content else { throw Fault() }
        var settings = SiteSettings(
            title: "Portail", departement: .init(
                code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
            publisher: .init(
                name: "Préfecture (exemple)", address: "", telephone: "", email: "", director: "",
                host: .init(name: "", address: "", telephone: "")),
            baseURL: "https://presents-pour-les-elus.exemple.fr/", timezone: "Europe/Paris", demonstration: demonstration, themes: [],
            emergency: ["17", "112"])
        change(&settings)
        let day = try #require(CalendarDate(iso: "2026-11-24"))
        let known: [(String, Fact.Kind, String, String)] = [
            ("17", .telephone, "17", "Police secours ou gendarmerie"), ("112", .telephone, "112", "Urgences"),
            ("17cyber", .other, "17cyber.gouv.fr", "17Cyber"),
        ]
        let facts = known.map { id, kind, value, label in
            Fact(id: id, kind: kind, value: value, label: label, reference: nil, source: "", sourceURL: nil, checked: day)
        }
        let communes = try [("74001", "Abondance"), ("74056", "Chamonix-Mont-Blanc"), ("74063", "Châtel"), ("74080", "La Clusaz")].map { code, name in
            Commune(
                code: try #require(INSEECode(code)), name: name, article: .none, postalCodes: [], population: nil, arrondissement: "",
                unitIDs: [])
        }
        return Site(
            settings: settings, today: day, facts: Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            communes: communes, alerts: [alert])
    }

    /// An alert in a few words.
    static func site(
        title: String, summary: String = "", front: String = "", body: String = "Un texte.", demonstration: Bool = false,
        adding change: (inout SiteSettings) -> Void = { _ in },
    ) throws -> Site {
        let text = """
            ---
            title: "\(title)"
            summary: "\(summary)"
            kind: vol
            communes: []
            level: vigilance
            validation: {function: Le référent (exemple), date: 2026-11-24}
            sent: 2026-11-24
            expires: 2027-03-31
            source: Le référent (exemple)
            \(front)
            ---

            \(body)
            """
        return try site(Array(text.utf8), demonstration: demonstration, adding: change)
    }

    static func texts(_ site: Site) -> [ChannelText] { Channels(site).texts(of: site.alerts[0]) }

    static func text(_ channel: ChannelText.Channel, _ site: Site) throws -> ChannelText {
        try #require(texts(site).first { $0.channel == channel })
    }

    struct Fault: Error {}
}

extension ChannelText {
    var whole: String { parts.map(\.text).joined(separator: "\n\n") }
}
