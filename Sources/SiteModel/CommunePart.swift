/// A former commune that lives on within today's: *commune déléguée* or *commune associée*.
/// Source: https://www.insee.fr/fr/information/2560452 (TYPECOM).
public struct CommunePart: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Of a *commune nouvelle*.
        case delegated = "COMD"
        /// Of a merger under the law of 1971.
        case associated = "COMA"
    }

    public let kind: Kind
    /// With `kind`, its key: alone it may be the code of today's commune too.
    public let code: INSEECode
    public let name: String

    public init(kind: Kind, code: INSEECode, name: String) {
        self.kind = kind
        self.code = code
        self.name = name
    }
}
