import SiteModel

/// Paris, Lyon and Marseille: communes whose arrondissements have codes of their own, which some files use in place
/// of the city's and others beside it.
enum LargeCity {
    /// The city of an arrondissement: 75101 to 75120 → 75056, 69381 to 69389 → 69123, 13201 to 13216 → 13055.
    /// Source: https://www.insee.fr/fr/information/2560452 (TYPECOM ARM)
    static func city(ofDistrict code: INSEECode) -> INSEECode? {
        guard let number = Int(code.text) else { return nil }
        return switch number {
        case 75_101...75_120: INSEECode("75056")
        case 69_381...69_389: INSEECode("69123")
        case 13_201...13_216: INSEECode("13055")
        default: nil
        }
    }
}
