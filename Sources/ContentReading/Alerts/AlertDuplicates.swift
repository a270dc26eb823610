import CAP
import SiteModel

/// Messages that say what another one says: copies of one file, and warnings that a service issues anew under another
/// identifier, as Météo-France does with each bulletin.
struct AlertDuplicates {
    typealias Item = (file: String, message: CAPMessage)

    /// What makes two warnings of one sender the same: phenomenon, places, day.
    private struct Subject: Hashable {
        let sender: String
        let phenomenon: String
        let places: [String]
        let day: CalendarDate
    }

    /// By file: the identifier that stands for it, and whether that is a copy.
    private(set) var replaced: [String: (by: String, isCopy: Bool)] = [:]

    init(_ items: [Item]) {
        var seen: Set<CAPMessage.Reference> = []
        var latest: [Subject: Item] = [:]
        for item in items {
            let message = item.message
            guard seen.insert(message.reference).inserted else {
                replaced[item.file] = (message.identifier, true)
                continue
            }
            guard message.status == .actual, message.kind == .alert || message.kind == .update, let subject = Self.subject(of: message)
            else { continue }
            guard let other = latest[subject] else {
                latest[subject] = item
                continue
            }
            let isNewer = Self.instant(other.message.sent) <= Self.instant(message.sent)
            let (old, new) = isNewer ? (other, item) : (item, other)
            replaced[old.file] = (new.message.identifier, false)
            latest[subject] = new
        }
    }

    /// Of weather warnings alone: two prevention messages of one day may well differ in nothing but their words.
    private static func subject(of message: CAPMessage) -> Subject? {
        guard let info = message.infos.first(where: \.isFrench) ?? message.infos.first,
            let number = AlertKindGuess.awareness(info)
        else { return nil }
        let places = info.areas.flatMap { area in area.geocodes.isEmpty ? [area.description] : area.geocodes.map(\.value) }
        return Subject(
            sender: message.sender, phenomenon: "\(number)", places: Set(places).sorted(), day: (info.onset ?? message.sent).date)
    }

    /// Minutes of Greenwich's calendar.
    private static func instant(_ time: CAPTime) -> Int { time.date.dayNumber * 1440 + time.minute - time.offset }
}
