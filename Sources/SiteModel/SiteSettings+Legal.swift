extension SiteSettings {
    /// Who answers for the site in law.
    ///
    /// Source: loi n° 2004-575 du 21 juin 2004 pour la confiance dans l'économie numérique, article 1-1.
    public struct Publisher: Sendable, Hashable {
        /// The company whose machines publish the site.
        public struct Host: Sendable, Hashable {
            public let name: String
            public let address: String
            public let telephone: String

            public init(name: String, address: String, telephone: String) {
                self.name = name
                self.address = address
                self.telephone = telephone
            }
        }

        public let name: String
        public let address: String
        public let telephone: String
        public let email: String
        /// *Directeur de la publication*, by function.
        public let director: String
        public let host: Host
        /// *Responsable de la rédaction*, by function, where there is one.
        public var editor: String?

        public init(
            name: String, address: String, telephone: String, email: String, director: String, host: Host,
        ) {
            self.name = name
            self.address = address
            self.telephone = telephone
            self.email = email
            self.director = director
            self.host = host
        }
    }

    /// What becomes of readers' data, beyond what the program knows: that it takes none.
    ///
    /// Source: règlement (UE) 2016/679, article 13.
    public struct DataProtection: Sendable, Hashable {
        /// *Délégué à la protection des données*: how to write to them.
        public struct Officer: Sendable, Hashable {
            /// By function; "" for the title itself.
            public let name: String
            public let email: String?
            public let address: String?

            public init(name: String = "", email: String? = nil, address: String? = nil) {
                self.name = name
                self.email = email
                self.address = address
            }
        }

        /// *Responsable de traitement*, where that is not the publisher.
        public var controller: String?
        public var officer: Officer?
        /// Days for which the host keeps its logs.
        public var logDays: Int?
        /// Days for which messages that report errors are kept.
        public var messageDays: Int?
        /// Days after a visit for which the slips of those who enrolled are kept.
        public var registrationDays: Int?

        public init() {}
    }
}
