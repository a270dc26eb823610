/// One of the measures of the operation #PrésentsPourLesÉlus: what it is, what an élu does, whom to call.
public struct Measure: Sendable, Identifiable {
    /// Whom to call, so that each commune's page names its own. The raw value is what `operation.yml` holds.
    public enum Recipient: Sendable, Hashable, RawRepresentable, CaseIterable {
        /// The brigade or the police station of the commune.
        case unit
        /// Who publishes the site.
        case publisher
        case contact(Contact.Function)

        public static var allCases: [Recipient] { [.unit, .publisher] + Contact.Function.allCases.map(contact) }

        public init?(rawValue: String) {
            switch rawValue {
            case "unit": self = .unit
            case "publisher": self = .publisher
            default:
                guard let function = Contact.Function(rawValue: rawValue) else { return nil }
                self = .contact(function)
            }
        }

        public var rawValue: String {
            switch self {
            case .unit: "unit"
            case .publisher: "publisher"
            case .contact(let function): function.rawValue
            }
        }
    }

    /// Its anchor: `plainte`.
    public let id: String
    public let title: String
    /// What it is.
    public let what: String
    /// What the reader does.
    public let action: String
    /// In the order of `operation.yml`.
    public let recipients: [Recipient]
    /// What is to be known besides a number: `La brigade numérique, par la messagerie de l’application.`
    public let advice: String?
    /// The page that says more, as `content/guides/elus/menaces.md`.
    public var page: Page.ID?
    /// Where `operation.yml` names that page.
    public let pagePlace: Range<Int>?

    public init(
        id: String, title: String, what: String, action: String, recipients: [Recipient], advice: String? = nil,
        page: Page.ID? = nil, pagePlace: Range<Int>? = nil,
    ) {
        self.id = id
        self.title = title
        self.what = what
        self.action = action
        self.recipients = recipients
        self.advice = advice
        self.page = page
        self.pagePlace = pagePlace
    }
}
