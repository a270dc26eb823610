import Diagnostics
import French
import SiteModel

/// The addresses of an edition for a mail merge, in the form that office software opens in French: UTF-8 with its
/// mark, semicolons, every cell in quotes.
public struct MailingList: Sendable {
    public let csv: [UInt8]
    /// Communes in the list.
    public let count: Int
    /// Those whose town hall has no known mailbox: their cell is empty.
    public let withoutMailbox: [Commune]
    public let edition: Edition

    /// Reads the site; no bulletin is set.
    ///
    /// - Returns: `nil` where a fault stops the work.
    /// - Throws: `UnknownChoice` for an edition or a territory that there is not.
    public static func read(
        _ options: BuildOptions, _ choice: PrintShop.Choice, edition: String?,
    ) async throws -> (list: MailingList?, diagnostics: [Diagnostic]) {
        var faults = FaultGathering(strict: options.strict)
        let inputs = try await SiteInputs.read(options)
        faults.add(inputs.diagnostics)
        guard !faults.stopBuild, let site = inputs.site else { return (nil, faults.all) }
        let edition = try site.edition(named: edition)
        let list = MailingList(site, edition: edition, communes: try site.communes(of: choice, in: edition))
        return (list, faults.all)
    }

    init(_ site: Site, edition: Edition, communes: [Commune]) {
        self.edition = edition
        count = communes.count
        withoutMailbox = communes.filter { $0.townHall?.email == nil }
        var header = ["Commune", "Code INSEE", "Boîte de la mairie", "Page", "Bulletin PDF", "Brigade"]
        if site.notice != nil { header.append("Avertissement") }
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        Self.append(header, to: &bytes)
        for commune in communes {
            var cells = [
                Typography.apply(commune.name), commune.code.text, commune.townHall?.email ?? "", Self.address(.commune(commune), site),
                Self.address(.bulletinPDF(edition.id, of: commune), site),
                FrenchText.list(commune.unitIDs.compactMap { site.units[$0]?.name }),
            ]
            if let notice = site.notice { cells.append(notice) }
            Self.append(cells, to: &bytes)
        }
        csv = bytes
    }

    private static func address(_ route: Route, _ site: Site) -> String {
        site.settings.baseURL + route.path.drop { $0 == "/" }
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        let line = cells.map { quoted(guarded($0)) }.joined(separator: ";")
        bytes.append(contentsOf: "\(line)\r\n".utf8)
    }

    /// By scalars: a quote that an accent follows is one character to Swift, and still a quote to a spreadsheet.
    static func quoted(_ cell: String) -> String {
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A cell that a spreadsheet would compute begins with an apostrophe, which makes it a text.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    static func guarded(_ cell: String) -> String {
        let isFormula = cell.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        return isFormula ? "'\(cell)" : cell
    }
}
