import SiteModel
import Testing

@Suite struct FigureTableTests {
    private func indicator(_ number: Int) -> Indicator { Indicator(name: "Indicateur \(number)", unit: "Infraction") }

    /// Places, indicators and years come in any order, more of them than any room that is made at first.
    @Test func cellsKeepTheirPlacesWhileTheTableGrows() {
        var table = FigureTable()
        var expected: [String: [Int: [Int: FigureValue]]] = [:]
        for (step, year) in [2020, 2016, 2025, 2018].enumerated() {
            for number in 0..<(10 + 8 * step) {
                if number >= table.indicators.count { _ = table.add(indicator(number)) }
                for code in ["74010", "74080", "2A004"].prefix(1 + step) {
                    let value: FigureValue =
                        switch (number + year) % 3 {
                        case 0: .notPublished
                        case 1: .number(0)
                        default: .number(number * year)
                        }
                    let place = table.place(code)
                    let isNew = table.set(
                        value, place: place, indicator: number, year: year, inhabitants: year, dwellings: nil)
                    #expect(isNew)
                    expected[code, default: [:]][number, default: [:]][year] = value
                }
            }
        }
        #expect(table.years == 2016..<2026)
        for (code, rows) in expected {
            let series = table.series(of: code)
            #expect(series.count == rows.count)
            for line in series {
                let number = Int(line.indicator.name.dropFirst("Indicateur ".count)) ?? -1
                #expect(line.points.map(\.year) == Array(2016...2025))
                for point in line.points {
                    #expect(point.value == rows[number]?[point.year] ?? .absent)
                    if point.value != .absent { #expect(point.denominator == point.year) }
                }
            }
        }
    }

    @Test func aSecondValueIsRefused() {
        var table = FigureTable()
        let (place, index) = (table.place("74010"), table.add(indicator(0)))
        let isNew = table.set(.notPublished, place: place, indicator: index, year: 2025, inhabitants: 10, dwellings: 5)
        let isNewAgain = table.set(.number(3), place: place, indicator: index, year: 2025, inhabitants: 10, dwellings: 5)
        #expect(isNew && !isNewAgain)
        #expect(table.series(of: "74010").first?.points.first?.value == .notPublished)
        #expect(table.series(of: "74011").isEmpty)
    }

    @Test func onlyTheLastYearsAreGiven() {
        var table = FigureTable()
        let (place, index) = (table.place("74010"), table.add(indicator(0)))
        for year in 2016...2025 {
            _ = table.set(.number(year), place: place, indicator: index, year: year, inhabitants: 1, dwellings: 1)
        }
        #expect(table.series(of: "74010", lastYears: 3).first?.points.map(\.value.number) == [2023, 2024, 2025])
    }
}
