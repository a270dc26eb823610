import French

/// Names of communes for a message: a few, and how many others.
enum CommuneNames {
    /// - Parameter most: names that are told.
    static func list(_ names: [String], most: Int = 3) -> String {
        guard names.count > most + 1 else { return FrenchText.list(names) }
        return FrenchText.list(names.prefix(most) + ["\(names.count - most) autres"])
    }
}
