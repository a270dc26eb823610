public import Diagnostics
public import SiteModel

/// Titles and places of meetings are published as they come: none of them is to tell a case under investigation.
public enum EventCheck {
    public static func check(_ site: Site) -> [Diagnostic] {
        var seen: Set<String> = []
        return (site.events + site.cancelledEvents).compactMap { event in
            let bytes = Array("\(event.title). \(event.place)".utf8)
            guard let found = InquiryScanner.scan(bytes).first else { return nil }
            let words = String(decoding: bytes[found.place], as: UTF8.self)
            guard seen.insert("\(event.file) \(words)").inserted else { return nil }
            return .warning(
                TextCheck.inquiry.id, at: SourceLocation(file: event.file),
                "le rendez-vous « \(event.title) » : \(TextCheck.inquiry.message(words))", advice: TextCheck.inquiry.advice)
        }
    }
}
