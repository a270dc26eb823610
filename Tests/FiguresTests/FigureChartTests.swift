import Figures
import SiteModel
import Testing

private func series(
    _ values: [FigureValue], name: String = "Cambriolages de logement", unit: String = "Infraction",
    denominator: Int? = 2000,
) -> FigureSeries {
    FigureSeries(
        indicator: Indicator(name: name, unit: unit),
        points: values.enumerated().map { .init(year: 2021 + $0, value: $1, denominator: denominator) })
}

private func svg(_ values: [FigureValue]) -> String { String(decoding: FigureChart(series(values)).svg, as: UTF8.self) }

private func count(_ text: String, of part: String) -> Int {
    var count = 0
    var rest = text[...]
    while let range = rest.firstRange(of: part) {
        count += 1
        rest = rest[range.upperBound...]
    }
    return count
}

@Suite struct FigureChartTests {
    @Test func theAlternativeStatesTheData() {
        let chart = FigureChart(series([.number(12), .number(0), .notPublished, .withheld, .absent]))
        #expect(
            chart.alternative
                == "Cambriolages de logement, en infractions\u{A0}: 12 en 2021, 0 en 2022, non diffusé en 2023, non affiché en 2024 et non renseigné en 2025.")
        #expect(String(decoding: chart.svg, as: UTF8.self).contains("aria-label=\"\(chart.alternative)\""))
    }

    @Test func zeroIsANumberAndASecretIsNone() {
        let zero = svg([.number(0), .number(3)])
        #expect(zero.contains("class=\"bar\" d=\"M45 17h30v40h-30z\""))
        #expect(zero.contains(">0</text>"))
        #expect(count(zero, of: "class=\"secret\"") == 0)
        let secret = svg([.notPublished, .number(3)])
        #expect(count(secret, of: "class=\"secret\"") == 1)
        #expect(secret.contains(">n.\u{A0}d.</text>"))
        #expect(!secret.contains(">0</text>"))
    }

    @Test func theGreatestBarIsTheHighestAndSmallOnesAreSeen() {
        let drawing = svg([.number(1), .number(1000), .number(500)])
        #expect(drawing.contains("d=\"M5 56h30v1h-30zM45 17h30v40h-30zM85 37h30v20h-30z\""))
    }

    @Test func aDrawingHoldsNothingThatRuns() {
        let drawing = String(
            decoding: FigureChart(series([.number(1)], name: "<script>alert(1)</script>\" onload=\"x")).svg, as: UTF8.self)
        #expect(!drawing.contains("<script"))
        #expect(!drawing.contains("\" onload"))
        #expect(!drawing.contains("style="))
        #expect(!drawing.contains(" id="))
    }

    @Test func aChartWithoutAnyNumberStillStands() {
        #expect(count(svg([.notPublished, .notPublished, .notPublished]), of: "n.\u{A0}d.") == 3)
        #expect(FigureChart(series([])).size.width == 40)
    }
}

@Suite struct FigureWordsTests {
    @Test(arguments: [
        ("Infraction", "infractions"), ("Victime", "victimes"), ("Victime entendue", "victimes entendues"),
        ("Véhicule", "véhicules"), ("Mis en cause", "mis en cause"),
    ])
    func unitsTakeTheirPlural(_ unit: String, _ plural: String) {
        #expect(FigureWords.unit(Indicator(name: "Vols", unit: unit)) == plural)
    }

    @Test func countsAgreeWithTheirUnit() {
        let indicator = Indicator(name: "Vols", unit: "Victime entendue")
        #expect(FigureWords.count(.number(0), of: indicator) == "0\u{A0}victime entendue")
        #expect(FigureWords.count(.number(1200), of: indicator) == "1\u{202F}200\u{A0}victimes entendues")
        #expect(FigureWords.count(.notPublished, of: indicator) == "non diffusé")
    }

    @Test(arguments: [
        (12, 2000, "6,0"), (0, 2000, "0,0"), (1, 3, "333,3"), (3, 100_000, "0,03"), (1, 10_000_000, "moins de 0,01"),
        (5, 50_000, "0,1"), (1, 20_000, "0,1"),
    ])
    func ratesAreRounded(_ count: Int, _ denominator: Int, _ text: String) throws {
        let rate = try #require(FigureRate(count: count, denominator: denominator))
        #expect(FigureWords.number(rate) == text)
    }

    @Test func ratesNameWhatTheyAreRelatedTo() throws {
        let rate = try #require(FigureRate(count: 12, denominator: 2000))
        #expect(
            FigureWords.rate(rate, of: Indicator(name: "Cambriolages de logement", unit: "Infraction"))
                == "6,0 pour 1\u{202F}000\u{A0}logements")
        #expect(FigureRate(count: 3, denominator: 0) == nil)
        #expect(FigureRate(count: 3, denominator: nil) == nil)
    }
}
