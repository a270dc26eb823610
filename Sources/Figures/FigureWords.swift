import French
public import SiteModel

/// Recorded figures in French: what is not a number is told in words, never as one.
public enum FigureWords {
    public static func value(_ value: FigureValue) -> String {
        switch value {
        case .number(let number): FrenchText.number(number)
        case .notPublished: "non diffusé"
        case .withheld: "non affiché"
        case .absent: "non renseigné"
        }
    }

    /// Where there is no room for words; a legend tells what they stand for.
    public static func short(_ value: FigureValue) -> String {
        switch value {
        case .number(let number): FrenchText.number(number)
        case .notPublished: "n.\u{A0}d."
        case .withheld: "n.\u{A0}a."
        case .absent: "–"
        }
    }

    /// `12 infractions`, `non diffusé`.
    public static func count(_ value: FigureValue, of indicator: Indicator) -> String {
        guard let number = value.number else { return self.value(value) }
        return FrenchText.count(number, unit(indicator, isPlural: false), unit(indicator, isPlural: true))
    }

    /// `infractions`, `victimes entendues`, `mis en cause`: the source's word, in small letters.
    public static func unit(_ indicator: Indicator, isPlural: Bool = true) -> String {
        let name = Typography.apply(indicator.unit).lowercased()
        guard isPlural, name != "mis en cause" else { return name }
        return name.split(separator: " ").map { $0.hasSuffix("s") ? String($0) : "\($0)s" }.joined(separator: " ")
    }

    /// `1,4`, for 1,000; two decimals under one tenth, so that what is rare is not told as nothing.
    public static func number(_ rate: FigureRate) -> String {
        if rate.count > 0, rate.tenths == 0 {
            let hundredths = rate.hundredths
            return hundredths == 0 ? "moins de 0,01" : "0,0\(hundredths)"
        }
        return "\(FrenchText.number(rate.tenths / 10)),\(rate.tenths % 10)"
    }

    /// `1,4 pour 1 000 logements`
    public static func rate(_ rate: FigureRate, of indicator: Indicator) -> String {
        "\(number(rate)) \(basis(indicator))"
    }

    /// `pour 1 000 logements`
    public static func basis(_ indicator: Indicator) -> String {
        "pour 1\u{202F}000\u{A0}\(indicator.denominator.rawValue)"
    }

    /// `2021 à 2025`, `2025`; empty for none.
    public static func years(_ series: FigureSeries) -> String {
        guard let first = series.points.first?.year, let last = series.points.last?.year else { return "" }
        return first == last ? "\(last)" : "\(first) à \(last)"
    }
}
