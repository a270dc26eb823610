/// Recorded figures of many places: places × indicators × years, four bytes a cell, so that the whole country fits
/// in memory. Cells are read as `FigureValue` alone.
public struct FigureTable: Sendable {
    public private(set) var indicators: [Indicator] = []
    /// Empty until a figure is set.
    public private(set) var years: Range<Int> = 0..<0
    /// In the order in which they were added.
    public private(set) var places: [String] = []
    private var placeIndex: [String: Int] = [:]
    /// By place, then indicator, then year, with room for `indicatorRoom` indicators.
    private var cells: [Cell] = []
    private var indicatorRoom = 0
    /// By place, then year; 0 where unknown.
    private var inhabitants: [Int32] = []
    private var dwellings: [Int32] = []
    /// Of which year the census is that a year's figures are related to.
    private var inhabitantsVintage: [Int: Int] = [:]
    private var dwellingsVintage: [Int: Int] = [:]

    public init() {}

    /// A number from 0 on, or one of three marks.
    private struct Cell {
        let raw: Int32

        static let absent = Cell(raw: -1)
        static let notPublished = Cell(raw: -2)
        static let withheld = Cell(raw: -3)

        init(raw: Int32) { self.raw = raw }

        init(_ value: FigureValue) {
            switch value {
            case .number(let number): self = Cell(raw: Int32(clamping: max(0, number)))
            case .notPublished: self = .notPublished
            case .withheld: self = .withheld
            case .absent: self = .absent
            }
        }

        var value: FigureValue {
            switch raw {
            case 0...: .number(Int(raw))
            case Cell.notPublished.raw: .notPublished
            case Cell.withheld.raw: .withheld
            default: .absent
            }
        }
    }

    // MARK: Filling

    /// The place's index, new where it was unknown.
    public mutating func place(_ code: String) -> Int {
        if let known = placeIndex[code] { return known }
        let index = places.count
        placeIndex[code] = index
        places.append(code)
        cells += repeatElement(.absent, count: indicatorRoom * years.count)
        inhabitants += repeatElement(0, count: years.count)
        dwellings += repeatElement(0, count: years.count)
        return index
    }

    /// The indicator's index, new.
    public mutating func add(_ indicator: Indicator) -> Int {
        indicators.append(indicator)
        if indicators.count > indicatorRoom { makeRoom(indicators: max(16, 2 * indicatorRoom), years: years) }
        return indicators.count - 1
    }

    /// `false`, and nothing changed, where a value stands already.
    public mutating func set(
        _ value: FigureValue, place: Int, indicator: Int, year: Int, inhabitants: Int?, dwellings: Int?,
    ) -> Bool {
        if !years.contains(year) {
            let wider = years.isEmpty ? year..<year + 1 : min(years.lowerBound, year)..<max(years.upperBound, year + 1)
            makeRoom(indicators: indicatorRoom, years: wider)
        }
        let cell = (place * indicatorRoom + indicator) * years.count + year - years.lowerBound
        guard cells[cell].raw == Cell.absent.raw else { return false }
        cells[cell] = Cell(value)
        let row = place * years.count + year - years.lowerBound
        if let inhabitants { self.inhabitants[row] = Int32(clamping: inhabitants) }
        if let dwellings { self.dwellings[row] = Int32(clamping: dwellings) }
        return true
    }

    /// Notes of which year the censuses are that a year's figures are related to.
    public mutating func setVintage(of year: Int, inhabitants: Int?, dwellings: Int?) {
        if let inhabitants { inhabitantsVintage[year] = inhabitants }
        if let dwellings { dwellingsVintage[year] = dwellings }
    }

    private mutating func makeRoom(indicators room: Int, years wider: Range<Int>) {
        let shift = years.isEmpty ? 0 : years.lowerBound - wider.lowerBound
        var moved = [Cell](repeating: .absent, count: places.count * room * wider.count)
        for row in 0..<places.count * indicatorRoom where !years.isEmpty {
            let (place, indicator) = row.quotientAndRemainder(dividingBy: indicatorRoom)
            let to = (place * room + indicator) * wider.count + shift
            for year in 0..<years.count { moved[to + year] = cells[row * years.count + year] }
        }
        cells = moved
        if wider != years {
            inhabitants = widened(inhabitants, to: wider, shift)
            dwellings = widened(dwellings, to: wider, shift)
        }
        indicatorRoom = room
        years = wider
    }

    private func widened(_ values: [Int32], to wider: Range<Int>, _ shift: Int) -> [Int32] {
        var moved = [Int32](repeating: 0, count: places.count * wider.count)
        for place in places.indices {
            for year in 0..<years.count { moved[place * wider.count + shift + year] = values[place * years.count + year] }
        }
        return moved
    }

    // MARK: Reading

    public func contains(_ code: String) -> Bool { placeIndex[code] != nil }

    /// Every indicator of a place, in the order of the source; of the last `count` years. Empty where the source
    /// says nothing of it.
    public func series(of code: String, lastYears count: Int = .max) -> [FigureSeries] {
        guard let place = placeIndex[code] else { return [] }
        let shown = years.suffix(count)
        return indicators.indices.compactMap { index in
            let points = shown.map { year in
                let row = place * years.count + year - years.lowerBound
                let related = indicators[index].denominator == .dwellings ? dwellings[row] : inhabitants[row]
                return FigureSeries.Point(
                    year: year, value: cells[(place * indicatorRoom + index) * years.count + year - years.lowerBound].value,
                    denominator: related > 0 ? Int(related) : nil)
            }
            guard points.contains(where: { $0.value != .absent }) else { return nil }
            return FigureSeries(indicator: indicators[index], points: points)
        }
    }

    /// Of which year the census is that a year's figures are related to.
    public func vintage(of denominator: Indicator.Denominator, year: Int) -> Int? {
        denominator == .dwellings ? dwellingsVintage[year] : inhabitantsVintage[year]
    }

    /// Keeps the numbers of one indicator of one place from being shown; what has no number stays as it is.
    public mutating func withhold(where isMeant: (_ code: String, _ indicator: Indicator) -> Bool) {
        for (place, code) in places.enumerated() {
            for (index, indicator) in indicators.enumerated() where isMeant(code, indicator) {
                let start = (place * indicatorRoom + index) * years.count
                for cell in start..<start + years.count where cells[cell].raw >= 0 { cells[cell] = .withheld }
            }
        }
    }
}
