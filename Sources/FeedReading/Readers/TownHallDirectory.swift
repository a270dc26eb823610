import Diagnostics
import Files
import FoundationEssentials
import SiteModel

/// The town halls of DILA's *Annuaire de l'administration*, reduced to one département, from its whole file (JSON,
/// `{"service": […]}`), from its API (`{"results": […]}`) or from its CSV.
///
/// Services of other kinds and *mairies déléguées* are left out.
struct TownHallDirectory: FeedContent {
    static let mayLackRows = true

    struct Record: Sendable {
        let code: INSEECode
        let townHall: TownHall
        let formerKey: String
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let bytes = try file.bytes(diagnostics: &diagnostics) else { return nil }
        let isJSON = bytes.first { $0 > .space && $0 < 0x80 }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
        let isRead = isJSON == true
            ? readJSON(bytes, file, diagnostics: &diagnostics) : readCSV(bytes, file, diagnostics: &diagnostics)
        if !isRead { return nil }
    }

    // MARK: The three forms

    private mutating func readJSON(_ bytes: [UInt8], _ file: FeedFile, diagnostics: inout [Diagnostic]) -> Bool {
        if let fault = TextFile.recordsFault(in: bytes, file: file.path) {
            diagnostics.append(fault)
            return false
        }
        let elements = JSONElements(
            bytes, file: file.path, members: ["service", "results", "records"], diagnostics: &diagnostics)
        guard let elements else { return false }
        rows = elements.ranges.count
        // Every code of the département stands after a quote: other records need not be decoded.
        let mark = [.quote] + file.filter.prefix
        let decoder = JSONDecoder()
        for range in elements.ranges where bytes[range].holds(mark) && bytes[range].holds(Array("airie".utf8)) {
            let start = SourceLocation(file: file.path, offset: range.lowerBound, length: 1)
            do {
                let record = try decoder.decode(AnnuaireRecord.self, from: Data(bytes[range]))
                let place = Place(bytes: bytes[range], base: 0, file: file.path, start: start)
                add(record, place, file.filter, diagnostics: &diagnostics)
            } catch {
                diagnostics.append(.unreadable(member: JSONElements.member(error), at: start))
            }
        }
        return true
    }

    private mutating func readCSV(_ bytes: [UInt8], _ file: FeedFile, diagnostics: inout [Diagnostic]) -> Bool {
        let table = CSVTable(
            Self.withoutTitle(bytes), file: file.path, encoding: file.declaration.encoding,
            separator: file.declaration.separator ?? .semicolon, diagnostics: &diagnostics)
        let needed: [AnnuaireRecord.CodingKeys] = [.name, .pivots, .telephones, .addresses, .openings]
        guard let table, table.columns(needed.map(\.rawValue), diagnostics: &diagnostics) != nil else { return false }
        let columns = Dictionary(
            uniqueKeysWithValues: AnnuaireRecord.CodingKeys.allCases.compactMap { key in
                table.column(key.rawValue).map { (key.rawValue, $0) }
            })
        rows = table.forEachRow(diagnostics: &diagnostics) { row, diagnostics in
            do {
                let record = try AnnuaireRecord { key in columns[key.rawValue].map { row.text($0) } ?? "" }
                let end = row.fields.last?.end ?? row.start
                let place = Place(
                    bytes: row.bytes[row.start..<end], base: row.isPacked ? nil : row.windowStart, file: file.path,
                    start: row.location(columns[AnnuaireRecord.CodingKeys.name.rawValue] ?? 0))
                add(record, place, file.filter, diagnostics: &diagnostics)
            } catch {
                let member = JSONElements.member(error)
                let column = member.flatMap { columns[$0] } ?? 0
                diagnostics.append(.unreadable(member: member, at: row.location(column)))
            }
        }
        return true
    }

    /// One edition of the CSV has a line above the names of its columns: it becomes blank, and offsets stay.
    private static func withoutTitle(_ bytes: [UInt8]) -> [UInt8] {
        guard let end = bytes.firstIndex(of: .lineFeed), !bytes[..<end].holds(Array("plage_ouverture".utf8)),
            let next = bytes[(end + 1)...].firstIndex(of: .lineFeed),
            bytes[end..<next].holds(Array("plage_ouverture".utf8))
        else { return bytes }
        var bytes = bytes
        for place in 0..<end { bytes[place] = .lineFeed }
        return bytes
    }

    // MARK: A record

    private struct Place {
        let bytes: ArraySlice<UInt8>
        /// What the offset of a byte in the file adds to its index; `nil` where bytes do not lie in the file as they are.
        let base: Int?
        let file: String
        let start: SourceLocation

        /// Where the text stands in the record; the record's start where it is written otherwise.
        func location(of text: String) -> SourceLocation {
            let letters = Array(text.utf8)
            if let base, !letters.isEmpty, let offset = bytes.offset(of: letters) {
                return SourceLocation(file: file, offset: base + offset, length: letters.count)
            }
            return start
        }
    }

    private mutating func add(
        _ record: AnnuaireRecord, _ place: Place, _ filter: DepartementFilter, diagnostics: inout [Diagnostic],
    ) {
        let pivots = record.pivots.filter { $0.kind == "mairie" }
        let name = record.name.lowercased()
        if name.contains("délégué") || name.contains("annexe") || name.contains("associé") { return }
        for text in pivots.flatMap(\.communes) {
            guard case .here(let code) = filter.place(of: text) else { continue }
            let townHall = Self.townHall(record, code, place, diagnostics: &diagnostics)
            records.append(
                Record(
                    code: code, townHall: townHall, formerKey: record.formerKey,
                    location: place.location(of: record.name)))
            return
        }
    }

    private static func townHall(
        _ record: AnnuaireRecord, _ code: INSEECode, _ place: Place, diagnostics: inout [Diagnostic],
    ) -> TownHall {
        func plain(_ text: String, _ member: String) -> String {
            guard let fault = CellText.fault(in: text, column: member, at: place.location(of: text)) else {
                return String(text.trimming(" "))
            }
            diagnostics.append(fault)
            return ""
        }
        func kept(_ text: String?, _ member: String, expected: String, _ isFit: (String) -> Bool) -> String? {
            guard let text, !text.isEmpty else { return nil }
            if plain(text, member).isEmpty { return nil }
            if isFit(text) { return text }
            diagnostics.append(.valueInvalid(member, text, expected: expected, at: place.location(of: text)))
            return nil
        }
        let address = record.addresses.first { $0.kind == "Adresse" } ?? record.addresses.first
        let telephone = record.telephones.first { $0.label.isEmpty } ?? record.telephones.first
        return TownHall(
            name: plain(record.name, "nom"),
            address: address.flatMap { address in
                let lines = address.lines.map { plain($0, "adresse") }.filter { !$0.isEmpty }
                return StreetAddress(
                    street: lines.joined(separator: ", "), postalCode: plain(address.postalCode, "code_postal"),
                    town: plain(address.town, "nom_commune"), commune: code
                ).text(town: nil)
            },
            telephone: kept(
                telephone?.value, "telephone", expected: Telephone.expected, Telephone.isNumber),
            email: kept(
                record.emails.first, "adresse_courriel", expected: "une adresse de courriel", EmailAddress.isAddress),
            website: kept(
                record.sites.first?.value, "site_internet", expected: "une adresse https:// ou http://"
            ) { text in
                (text.hasPrefix("https://") || text.hasPrefix("http://"))
                    && !text.contains { $0.isWhitespace || $0 == "<" || $0 == "\"" }
            },
            openingHours: OpeningHours(
                openings: record.openings.map { opening in
                    (opening, plain(opening.comment, "commentaire"))
                }, comment: plain(record.comment, "commentaire_plage_ouverture"),
                report: { text, expected in
                    diagnostics.append(
                        .valueInvalid("plage_ouverture", text, expected: expected, at: place.location(of: text)))
                }),
            position: address.flatMap { address in
                guard let latitude = Double(address.latitude), let longitude = Double(address.longitude) else { return nil }
                return FrenchTerritory.point(latitude: latitude, longitude: longitude)?.point
            })
    }
}

extension OpeningHours {
    private static let dayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

    /// The hours of one service of the directory; `nil` where nothing is said.
    /// - Parameters:
    ///   - openings: with their comments, found fit to print.
    ///   - report: told of a text that is no day or no time, and of what was expected.
    fileprivate init?(
        openings: [(AnnuaireRecord.Opening, comment: String)], comment: String,
        report: (_ text: String, _ expected: String) -> Void,
    ) {
        var week = Array(repeating: Day(), count: 7)
        for (opening, comment) in openings {
            guard let first = Self.dayNames.firstIndex(of: opening.firstDay.lowercased()) else {
                report(opening.firstDay, "un jour de la semaine")
                continue
            }
            let last = Self.dayNames.firstIndex(of: opening.lastDay.lowercased()) ?? first
            let spans = [(opening.times[0], opening.times[1]), (opening.times[2], opening.times[3])]
                .compactMap { start, end in Self.span(start, end, report) }
            // From Saturday to Monday goes over Sunday.
            for step in 0...((last - first + 7) % 7) {
                let day = (first + step) % 7
                for span in spans { week[day].add(span) }
                week[day].add(note: comment)
            }
        }
        self.init(week: week, comment: comment)
    }

    private static func span(_ start: String, _ end: String, _ report: (String, String) -> Void) -> Span? {
        if start.isEmpty, end.isEmpty { return nil }
        guard let first = ClockTime.minutes(start), let last = ClockTime.minutes(end) else {
            report(ClockTime.minutes(start) == nil ? start : end, "une heure, comme 08:30:00")
            return nil
        }
        if let span = Span(start: first, end: last) { return span }
        if first != 0 || last != 0 { report(start, "une plage dont la fin suit le début") }
        return nil
    }
}

enum EmailAddress {
    /// One `@` with something on both sides, a dot in the domain, nothing that a link could not hold.
    static func isAddress(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."), !halves[1].hasSuffix(".") else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "+", "@", "'": true
            default: false
            }
        }
    }
}
