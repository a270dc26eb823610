public import Diagnostics

/// A message of the Common Alerting Protocol, version 1.2.
/// Source: https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html
public struct CAPMessage: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case actual = "Actual"
        case exercise = "Exercise"
        case system = "System"
        case test = "Test"
        case draft = "Draft"
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case alert = "Alert"
        case update = "Update"
        case cancel = "Cancel"
        case acknowledgement = "Ack"
        case error = "Error"
    }

    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case `public` = "Public"
        case restricted = "Restricted"
        case `private` = "Private"
    }

    /// Names another message: its sender and identifier, which together no other has.
    public struct Reference: Sendable, Hashable {
        public let sender: String
        public let identifier: String
    }

    public let identifier: String
    public let sender: String
    public let sent: CAPTime
    public let status: Status
    public let kind: Kind
    public let scope: Scope
    /// The messages that this one replaces or cancels.
    public let references: [Reference]
    /// One for each language.
    public let infos: [CAPInfo]
    /// Whether it carries a signature, which is not verified.
    public let isSigned: Bool
    /// Where its file begins.
    public let location: SourceLocation

    /// What other messages call it.
    public var reference: Reference { Reference(sender: sender, identifier: identifier) }
}
