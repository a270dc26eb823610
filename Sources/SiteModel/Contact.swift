/// Whom the mayor of a commune calls, by function: never a person's name.
public struct Contact: Sendable, Hashable {
    /// In the order in which contacts are shown. The raw value is what tables of contacts hold.
    public enum Function: String, Sendable, Hashable, CaseIterable {
        case attacksOnOfficials = "referent-elus"
        case service = "boite-du-service"
        case prevention = "referent-surete"
        case familyProtection = "maison-protection-familles"
        case cybersecurity = "correspondant-cyber"
        case subPrefecture = "sous-prefecture"
    }

    /// What a row speaks for, from the widest to the closest: the closest row that speaks of a function is kept.
    public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
        case departement, arrondissement
        case company = "compagnie"
        case unit = "service"
        case commune

        public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .departement: 0
            case .arrondissement: 1
            case .company: 2
            case .unit: 3
            case .commune: 4
            }
        }
    }

    public let function: Function
    /// The level whose row was kept.
    public let level: Level
    /// `nil` for one that serves the whole commune, whichever force answers for it.
    public let institution: Unit.Institution?
    /// `Sous-préfecture de Bonneville`; empty for the ordinary name of the function.
    public let label: String
    public let telephone: String?
    /// A mailbox of the function.
    public let email: String?
    public let address: String?
    /// In words.
    public let hours: String?

    public init(
        function: Function, level: Level, institution: Unit.Institution? = nil, label: String = "",
        telephone: String? = nil, email: String? = nil, address: String? = nil, hours: String? = nil,
    ) {
        self.function = function
        self.level = level
        self.institution = institution
        self.label = label
        self.telephone = telephone
        self.email = email
        self.address = address
        self.hours = hours
    }
}
