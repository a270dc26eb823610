import BulletinRendering
import French
import SiteModel

extension PrintShop.Delivery {
    /// Joins the sheets in one PDF in postal order, each from the front of a leaf on.
    ///
    /// - Returns: its number of pages, blank ones included.
    public func join(to file: String) async throws -> Int {
        guard let source else { return 0 }
        let parts = sheets.map { sheet in
            let code = sheet.commune.postalCodes.first.map { " (\($0))" } ?? ""
            return Bindery.Part(bookmark: Typography.apply(sheet.commune.name) + code, file: sheet.file)
        }
        let settings = source.site.settings
        let title = "\(settings.title), n°\u{A0}\(source.edition.number), \(source.edition.period)"
        let notice = source.site.notice.map { " (\($0))" } ?? ""
        return try await source.bindery.join(parts, title: title + notice, to: file)
    }

    /// A ZIP for a brigade or a police station.
    public struct Archive: Sendable {
        public let file: String
        /// As people read it; `nil` for communes of which no service is known.
        public let unit: String?
        public let sheets: Int
    }

    /// One ZIP for each service into `folder`, which must be there. A commune of two services is in both.
    public func archive(into folder: String) async throws -> [Archive] {
        guard let source else { return [] }
        let date = source.edition.date
        var names: Set<String> = []
        var made: [Archive] = []
        var orders: [Bindery.Archive] = []
        for (unit, sheets) in sheetsByUnit(source.site) {
            var name = Slug.make(unit?.name ?? "service non connu")
            if !names.insert(name).inserted, let unit { name += "-\(Slug.make(unit.id))" }
            let file = "\(folder)/\(name)-bulletins-\(source.edition.id).zip"
            let entries = sheets.map { Bindery.Entry(name: "\($0.name).pdf", content: .file($0.file)) }
            let list = Bindery.Entry(name: "lisez-moi.txt", content: .text(contents(unit, sheets, source)))
            orders.append(Bindery.Archive([list] + entries, date: (date.year, date.month, date.day), file: file))
            made.append(Archive(file: file, unit: unit?.name, sheets: sheets.count))
        }
        try await source.bindery.zip(orders)
        return made
    }

    /// In the order of the services' names; last, communes that have none.
    private func sheetsByUnit(_ site: Site) -> [(unit: Unit?, sheets: [PrintShop.Sheet])] {
        var byUnit: [Unit.ID: [PrintShop.Sheet]] = [:]
        var others: [PrintShop.Sheet] = []
        for sheet in sheets {
            let units = sheet.commune.unitIDs.filter { site.units[$0] != nil }
            for id in units { byUnit[id, default: []].append(sheet) }
            if units.isEmpty { others.append(sheet) }
        }
        let units = byUnit.keys.compactMap { site.units[$0] }.map { ($0, FrenchText.collationKey($0.name)) }.sorted {
            $0.1 == $1.1 ? $0.0.id < $1.0.id : $0.1.lexicographicallyPrecedes($1.1)
        }
        return units.map { ($0.0, byUnit[$0.0.id] ?? []) } + (others.isEmpty ? [] : [(nil, others)])
    }

    /// With the line ends and the mark of bytes that every text editor of an office shows well.
    private func contents(_ unit: Unit?, _ sheets: [PrintShop.Sheet], _ source: PrintShop.Source) -> String {
        var lines = source.site.notice.map { [$0, ""] } ?? []
        lines += [
            "\(source.site.settings.title), n°\u{A0}\(source.edition.number), \(source.edition.period)",
            unit?.name ?? "Communes dont le service compétent n’est pas connu",
            "\(FrenchText.count(sheets.count, "bulletin", "bulletins")), dans l’ordre postal\u{A0}:", "",
        ]
        lines += sheets.map { sheet in
            let code = sheet.commune.postalCodes.first.map { "\($0) " } ?? ""
            return "\(code)\(Typography.apply(sheet.commune.name))\u{A0}: \(sheet.name).pdf, \(FrenchText.count(sheet.pages, "page", "pages"))"
        }
        return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }
}
