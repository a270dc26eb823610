import Diagnostics
import French
import SiteModel

/// Rows of an SSMSI base → a table of figures, each checked: the count against the published rate, the unit against
/// the indicator's.
struct FigureCollector {
    private(set) var table = FigureTable()
    /// Where the base first names each place, in their order.
    private(set) var locations: [SourceLocation] = []
    private(set) var kept = 0

    private let columns: FigureColumns
    /// The code of a row that concerns the site; `nil`, told if need be, for others.
    private let readCode: (CSVRow, inout [Diagnostic]) -> String?
    private var names: [(name: [UInt8], unit: [UInt8])] = []
    private var places: [[UInt8]: Int] = [:]
    // Rows of a place stand together, its indicators in the same order.
    private var lastCode: [UInt8] = []
    private var lastPlace: Int?
    private var lastIndicator = -1
    private var vintages: Set<Int> = []
    private var disagreements = 0

    /// Of rows whose rate disagrees, as many are told one by one; the others are counted.
    private static let mostDisagreements = 20

    init(_ columns: FigureColumns, readCode: @escaping (CSVRow, inout [Diagnostic]) -> String?) {
        self.columns = columns
        self.readCode = readCode
    }

    mutating func add(_ row: CSVRow, diagnostics: inout [Diagnostic]) {
        guard let place = place(of: row, &diagnostics) else { return }
        kept += 1
        guard let year = year(of: row, &diagnostics), let indicator = indicator(of: row, &diagnostics),
            let value = value(of: row, &diagnostics)
        else { return }
        let inhabitants = row.wholeNumber(columns.inhabitants)
        let dwellings = row.wholeNumber(columns.dwellings)
        if vintages.insert(year).inserted { noteVintages(of: row, year) }
        let isNew = table.set(
            value, place: place, indicator: indicator, year: year, inhabitants: inhabitants, dwellings: dwellings)
        if !isNew {
            diagnostics.append(
                .error(
                    .feedCodeDuplicate, at: row.location(columns.indicator),
                    "« \(row.text(columns.indicator)) » figure deux fois pour \(row.text(columns.code)) en \(year)",
                    advice: "supprimez celle des deux lignes qui est de trop, ou reprenez le fichier tel qu’il est publié"))
        } else if case .number(let count) = value {
            let related = table.indicators[indicator].denominator == .dwellings ? dwellings : inhabitants
            checkRate(of: row, count: count, denominator: related, indicator: indicator, year: year, &diagnostics)
        }
    }

    /// Says how many disagreements were not told one by one.
    func finish(file: String, diagnostics: inout [Diagnostic]) {
        guard disagreements > Self.mostDisagreements else { return }
        diagnostics.append(
            .warning(
                .feedRateDiffers, at: SourceLocation(file: file),
                "\(FrenchText.number(disagreements - Self.mostDisagreements)) autres taux publiés ne sont pas ceux qui se calculent",
                advice: "vérifiez que le fichier est bien celui du SSMSI ; les taux recalculés sont affichés"))
    }

    // MARK: Columns

    private mutating func place(of row: CSVRow, _ diagnostics: inout [Diagnostic]) -> Int? {
        if row.equals(columns.code, lastCode) { return lastPlace }
        lastCode = Array(row.bytes[row.range(columns.code)])
        lastIndicator = -1
        if let known = places[lastCode] {
            lastPlace = known
        } else if let code = readCode(row, &diagnostics) {
            let place = table.place(code)
            places[lastCode] = place
            if place == locations.count { locations.append(row.location(columns.code)) }
            lastPlace = place
        } else {
            lastPlace = nil
        }
        return lastPlace
    }

    private func year(of row: CSVRow, _ diagnostics: inout [Diagnostic]) -> Int? {
        switch row.wholeNumber(columns.year) {
        case let year? where (2000...2100).contains(year): return year
        // Older editions wrote two digits.
        case let year? where (0...99).contains(year) && row.range(columns.year).count == 2: return 2000 + year
        default:
            diagnostics.append(
                .valueInvalid(
                    "annee", row.text(columns.year), expected: "une année comme 2025", at: row.location(columns.year)))
            return nil
        }
    }

    private mutating func indicator(of row: CSVRow, _ diagnostics: inout [Diagnostic]) -> Int? {
        let next = lastIndicator + 1 < names.count ? lastIndicator + 1 : 0
        let known: Int?
        if next < names.count, row.equals(columns.indicator, names[next].name) {
            known = next
        } else {
            known = names.firstIndex { row.equals(columns.indicator, $0.name) }
        }
        guard let index = known else { return newIndicator(row, &diagnostics) }
        lastIndicator = index
        guard row.equals(columns.unit, names[index].unit) else {
            let indicator = table.indicators[index]
            diagnostics.append(
                .error(
                    .feedRowInvalid, at: row.location(columns.unit),
                    "« \(indicator.name) » se compte ici en « \(row.text(columns.unit)) », et plus haut en « \(indicator.unit) »",
                    advice: "reprenez le fichier tel qu’il est publié : des unités différentes ne se comparent pas"))
            return nil
        }
        return index
    }

    private mutating func newIndicator(_ row: CSVRow, _ diagnostics: inout [Diagnostic]) -> Int? {
        for (column, name) in [(columns.indicator, "indicateur"), (columns.unit, "unite_de_compte")] {
            if row.isEmpty(column) {
                diagnostics.append(.valueInvalid(name, "", expected: "un nom", at: row.location(column)))
                return nil
            }
            if let fault = CellText.fault(in: row.text(column), column: name, at: row.location(column)) {
                diagnostics.append(fault)
                return nil
            }
        }
        names.append(
            (Array(row.bytes[row.range(columns.indicator)]), Array(row.bytes[row.range(columns.unit)])))
        lastIndicator = names.count - 1
        return table.add(Indicator(name: row.text(columns.indicator), unit: row.text(columns.unit)))
    }

    /// The one place where a cell becomes a number; what the producer keeps secret never does, whatever else stands
    /// in the row.
    private func value(of row: CSVRow, _ diagnostics: inout [Diagnostic]) -> FigureValue? {
        if let published = columns.published {
            if row.equals(published, "ndiff") { return .notPublished }
            guard row.equals(published, "diff") else {
                diagnostics.append(
                    .valueInvalid(
                        "est_diffuse", row.text(published), expected: "« diff » ou « ndiff »",
                        at: row.location(published)))
                return nil
            }
        }
        if let count = row.wholeNumber(columns.count) { return .number(count) }
        if row.isNotAvailable(columns.count) { return .absent }
        diagnostics.append(
            .valueInvalid(
                "nombre", row.text(columns.count), expected: "un nombre entier ou « NA »", at: row.location(columns.count)))
        return nil
    }

    private mutating func noteVintages(of row: CSVRow, _ year: Int) {
        table.setVintage(
            of: year, inhabitants: columns.inhabitantsVintage.flatMap(row.wholeNumber),
            dwellings: columns.dwellingsVintage.flatMap(row.wholeNumber))
    }

    // MARK: Rates

    /// `4,2` for `4,2000000`.
    private static func shortened(_ rate: String) -> String {
        guard let point = rate.firstIndex(where: { $0 == "," || $0 == "." }) else { return rate }
        let decimals = rate[rate.index(after: point)...]
        let kept = decimals.prefix((decimals.lastIndex { $0 != "0" }).map { decimals.distance(from: decimals.startIndex, to: $0) + 1 } ?? 0)
        return rate[..<point] + (kept.isEmpty ? "" : ",\(kept)")
    }

    private mutating func checkRate(
        of row: CSVRow, count: Int, denominator: Int?, indicator: Int, year: Int, _ diagnostics: inout [Diagnostic],
    ) {
        if row.isNotAvailable(columns.rate) { return }
        guard let published = row.decimal(columns.rate) else {
            diagnostics.append(
                .valueInvalid(
                    "taux_pour_mille", row.text(columns.rate), expected: "un nombre ou « NA »", at: row.location(columns.rate)))
            return
        }
        guard let denominator, denominator > 0 else { return }
        // In ten-millionths of one for 1,000, times the denominator. A rounding of the rate's last digit is no
        // disagreement, nor is one of the denominator: dwellings are estimated to fractions and published whole.
        let difference = abs(count * 10_000_000_000 - published.tenMillionths * denominator)
        if difference <= published.unit * denominator + published.tenMillionths / 2 { return }
        disagreements += 1
        if disagreements > Self.mostDisagreements { return }
        let rate = FigureRate(count: count, denominator: denominator)
        let hundredths = rate?.hundredths ?? 0
        let recomputed = "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        diagnostics.append(
            .warning(
                .feedRateDiffers, at: row.location(columns.rate),
                "« \(table.indicators[indicator].name) » de \(row.text(columns.code)) en \(year) : le taux publié est "
                    + "\(Self.shortened(row.text(columns.rate))) pour 1 000, mais \(FrenchText.number(count)) pour "
                    + "\(FrenchText.number(denominator)) \(table.indicators[indicator].denominator.rawValue) font \(recomputed)",
                advice: "vérifiez la ligne auprès du producteur ; le taux recalculé est affiché"))
    }
}
