import SiteModel

/// Eurostat's codes of French départements (NUTS, level 3), those of 2016 and later and the older ones that
/// weather services still send. Source: https://ec.europa.eu/eurostat/web/nuts
enum NUTSCode {
    /// `FRK28` and `FR718` → `74`; `nil` for any other code.
    static func departement(_ code: String) -> String? {
        if let region = regions.first(where: { [$0.new, $0.old].contains(String(code.dropLast())) }),
            let digit = code.last?.wholeNumberValue, region.departements.indices.contains(digit - 1)
        {
            return region.departements[digit - 1]
        }
        return overseas[code]
    }

    /// The départements of a region of level 2, in the order of the last digit, from 1.
    private struct Region {
        let new: String
        let old: String
        let departements: [String]

        init(_ new: String, _ old: String, _ departements: String) {
            self.new = new
            self.old = old
            self.departements = departements.split(separator: " ").map(String.init)
        }
    }

    private static let regions = [
        Region("FR10", "FR10", "75 77 78 91 92 93 94 95"), Region("FRB0", "FR24", "18 28 36 37 41 45"),
        Region("FRC1", "FR26", "21 58 71 89"), Region("FRC2", "FR43", "25 39 70 90"),
        Region("FRD1", "FR25", "14 50 61"), Region("FRD2", "FR23", "27 76"), Region("FRE1", "FR30", "59 62"),
        Region("FRE2", "FR22", "02 60 80"), Region("FRF1", "FR42", "67 68"), Region("FRF2", "FR21", "08 10 51 52"),
        Region("FRF3", "FR41", "54 55 57 88"), Region("FRG0", "FR51", "44 49 53 72 85"),
        Region("FRH0", "FR52", "22 29 35 56"), Region("FRI1", "FR61", "24 33 40 47 64"),
        Region("FRI2", "FR63", "19 23 87"), Region("FRI3", "FR53", "16 17 79 86"),
        Region("FRJ1", "FR81", "11 30 34 48 66"), Region("FRJ2", "FR62", "09 12 31 32 46 65 81 82"),
        Region("FRK1", "FR72", "03 15 43 63"), Region("FRK2", "FR71", "01 07 26 38 42 69 73 74"),
        Region("FRL0", "FR82", "04 05 06 13 83 84"), Region("FRM0", "FR83", "2A 2B"),
    ]

    private static let overseas = [
        "FRY10": "971", "FRY20": "972", "FRY30": "973", "FRY40": "974", "FRY50": "976", "FRA10": "971",
        "FRA20": "972", "FRA30": "973", "FRA40": "974", "FRA50": "976",
    ]
}
