import SiteModel
import Templates

/// A part of the twin, in the order in which the bulletin says it.
enum TwinPart: Hashable {
    /// Contacts and emergency numbers.
    case contacts
    case section(Edition.Section)

    /// The recto: the phenomenon, and beside it the contacts, the meetings and the town hall; then the others. The whole
    /// in the order of the edition's sections.
    static func all(of edition: Edition) -> [TwinPart] {
        let beside = edition.sections.filter { $0 == .events || $0 == .townHall }
        let others = edition.sections.filter { $0 != .phenomenon && !beside.contains($0) }
        return (edition.has(.phenomenon) ? [.section(.phenomenon)] : []) + [.contacts] + (beside + others).map(TwinPart.section)
    }

    /// For the template: which of them it is, or its text.
    func names(_ edition: EditionParts) -> Value {
        var text: Value = .absent
        if case .section(let section) = self { text = edition.texts[section] ?? .absent }
        return [
            "text": text, "isContacts": .bool(self == .contacts), "isEvents": .bool(self == .section(.events)),
            "isTownHall": .bool(self == .section(.townHall)), "isAlerts": .bool(self == .section(.alerts)),
            "isNote": .bool(self == .section(.note)), "isCommitments": .bool(self == .section(.commitments)),
            "isFigures": .bool(self == .section(.figures)), "isOfficials": .bool(self == .section(.officials)),
        ]
    }
}
