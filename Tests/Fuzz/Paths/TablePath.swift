import Diagnostics
import FeedReading
import Files
import SiteModel

extension FuzzPath {
    /// The first line names the format of a feed (`insee-cog-communes`), or the calendar of a département (`agenda`).
    func readTable(_ bytes: [UInt8]) {
        let (name, rest) = Self.split(bytes)
        let file = "content/feeds/file.csv"
        let format = FeedFormat(rawValue: name)
        let list = Array(Self.declaration(of: format ?? .communes).utf8)
        let reader = FeedReader(departement: "74") { path throws(DiskError) in
            path.hasSuffix("feeds.yml") ? list : rest
        }
        do {
            if name == "agenda" {
                let (events, diagnostics) = try reader.agenda([file], communes: nil, today: Site.empty.today, zone: "Europe/Paris")
                Self.judge(diagnostics, about: file, of: rest.count)
                require(zip(events, events.dropFirst()).allSatisfy { $0.date <= $1.date }, "events out of order")
            } else {
                let records = try reader.read(on: Site.empty.today)
                Self.judge(records.diagnostics, about: file, of: rest.count)
                let codes = records.communes.map(\.code.text)
                require(codes.allSatisfy { $0.utf8.count == 5 }, "a code that has not five signs")
                require(Set(codes).count == codes.count, "a commune that is there twice")
            }
        } catch {
            fatalError("the disk failed, and there is none")
        }
    }

    private static func declaration(of format: FeedFormat) -> String {
        let columns = format == .details ? "\n  insee: code\n  show:\n  - column: valeur\n    label: Valeur" : ""
        return """
            - id: feed
              file: file.csv
              format: \(format.rawValue)
              producer: Producteur
              licence: Licence ouverte
              vintage: "2026"
              retrieved: 2026-11-01
              nature: official\(columns)

            """
    }
}
