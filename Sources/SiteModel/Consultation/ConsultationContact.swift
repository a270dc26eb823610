/// Who answers for a consultation: a function, never a person.
public struct ConsultationContact: Sendable, Hashable {
    public let function: String
    public let telephone: String?
    public let email: String?
    /// Where questionnaires on paper are sent back: its lines.
    public let address: [String]

    public init(function: String, telephone: String? = nil, email: String? = nil, address: [String] = []) {
        self.function = function
        self.telephone = telephone
        self.email = email
        self.address = address
    }
}
