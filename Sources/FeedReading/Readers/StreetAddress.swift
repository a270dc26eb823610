import SiteModel

/// An address in its parts, for one line of text.
struct StreetAddress: Sendable, Hashable {
    let street: String
    let postalCode: String
    let town: String
    /// Where it stands, to print the town's name as the list of communes spells it; `nil` when unknown.
    let commune: INSEECode?

    /// `124 rue de Béjoud, 01210 Ornex`; `nil` when nothing is known.
    /// - Parameter name: the town's name with its capitals and accents; the file's own may be in capitals.
    func text(town name: String?) -> String? {
        if street.isEmpty, postalCode.isEmpty, town.isEmpty { return nil }
        let isShouted = !town.contains { $0.isLowercase }
        let town = isShouted || town.isEmpty ? name ?? town : town
        let place = [postalCode, town].filter { !$0.isEmpty }.joined(separator: " ")
        let parts = [street, place].filter { !$0.isEmpty }
        return ServiceName.typographic(parts.joined(separator: ", "))
    }
}
