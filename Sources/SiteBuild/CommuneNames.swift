import French

/// Names of communes for a message: a few, and how many others.
enum CommuneNames {
    /// « Annecy, Cluses et Thônes », « Annecy, Cluses, Thônes et 276 autres »
    ///
    /// - Parameters:
    ///   - most: names that are told.
    ///   - others: what the others are called.
    static func list(_ names: [String], most: Int = 3, others: String = "autres") -> String {
        guard names.count > most + 1 else { return FrenchText.list(names) }
        return FrenchText.list(names.prefix(most) + ["\(names.count - most) \(others)"])
    }
}
