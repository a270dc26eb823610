public import SiteModel

extension Site {
    /// Each commune's name as texts show it, by its code.
    public var communeNames: [INSEECode: String] {
        Dictionary(communes.map { ($0.code, Typography.apply($0.name)) }, uniquingKeysWith: { first, _ in first })
    }
}
