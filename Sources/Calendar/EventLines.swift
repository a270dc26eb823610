import Diagnostics

/// A line of an iCalendar file, unfolded.
struct ContentLine {
    /// In capitals: `DTSTART`.
    let name: String
    /// As it is written, after the colon.
    let value: String
    let offset: Int
    /// Bytes of the line as far as the first fold.
    let length: Int
}

/// The lines of one VEVENT, by which messages find their place: libical keeps none.
struct EventLines {
    let file: String
    let begin: ContentLine
    fileprivate(set) var lines: [ContentLine] = []

    /// The first line of that name, else the event.
    func location(of name: String) -> SourceLocation {
        let line = lines.first { $0.name == name } ?? begin
        return SourceLocation(file: file, offset: line.offset, length: line.length)
    }

    func value(of name: String) -> String { lines.first { $0.name == name }?.value ?? "" }
}

extension EventLines {
    /// The events of a whole file, in its order; `fault` where its components do not nest.
    static func scan(_ bytes: [UInt8], file: String) -> (events: [EventLines], fault: Diagnostic?) {
        var events: [EventLines] = []
        var open: [ContentLine] = []
        var event: EventLines?
        for line in ContentLine.unfold(bytes) {
            let location = SourceLocation(file: file, offset: line.offset, length: line.length)
            guard let line = line.content else {
                return ([], .calendarSyntax(at: location, "cette ligne n’a pas de « : »"))
            }
            if open.isEmpty, line.name != "BEGIN" || line.value.uppercased() != "VCALENDAR" {
                return ([], .calendarSyntax(at: location, "un fichier iCalendar commence par « BEGIN:VCALENDAR »"))
            }
            switch line.name {
            case "BEGIN":
                open.append(line)
                if open.count == 2, line.value.uppercased() == "VEVENT" { event = EventLines(file: file, begin: line) }
            case "END":
                let begin = open.removeLast()
                guard begin.value.uppercased() == line.value.uppercased() else {
                    return (
                        [],
                        .calendarSyntax(
                            at: location, "« END:\(line.value) » ne referme pas « BEGIN:\(begin.value) »",
                            notes: [.init("ouvert ici", at: place(of: begin, file))])
                    )
                }
                if open.count == 1, let whole = event {
                    events.append(whole)
                    event = nil
                }
            default:
                // Alarms inside an event have times of their own.
                if open.count == 2 { event?.lines.append(line) }
            }
        }
        if let begin = open.last {
            return (
                [],
                .calendarSyntax(
                    at: place(of: begin, file),
                    "le fichier s’arrête avant « END:\(begin.value) » : il est tronqué")
            )
        }
        return (events, nil)
    }

    private static func place(of line: ContentLine, _ file: String) -> SourceLocation {
        SourceLocation(file: file, offset: line.offset, length: line.length)
    }
}

extension ContentLine {
    struct Unfolded {
        let offset: Int
        let length: Int
        /// `nil` for a line without a colon.
        let content: ContentLine?
    }

    /// Blank lines are passed over; lines end with LF or CR LF, folded ones go on after a space or a tab.
    static func unfold(_ bytes: [UInt8]) -> [Unfolded] {
        var found: [Unfolded] = []
        var text: [UInt8] = []
        var start = 0
        var length = 0
        func close() {
            guard !text.isEmpty else { return }
            found.append(Unfolded(offset: start, length: length, content: ContentLine(text, start, length)))
            text = []
        }
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while position < bytes.count {
            var end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            let next = end + 1
            if end > position, bytes[end - 1] == 0x0D { end -= 1 }
            if position < end, bytes[position] == 0x20 || bytes[position] == 0x09, !text.isEmpty {
                text += bytes[(position + 1)..<end]
            } else {
                close()
                text = Array(bytes[position..<end])
                start = position
                length = end - position
            }
            position = next
        }
        close()
        return found
    }

    private init?(_ text: [UInt8], _ offset: Int, _ length: Int) {
        guard let nameEnd = text.firstIndex(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }) else {
            return nil
        }
        // A colon may stand in the quoted value of a parameter.
        var isQuoted = false
        let colon = text[nameEnd...].firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ":") && !isQuoted
        }
        guard let colon else { return nil }
        name = String(decoding: text[..<nameEnd], as: UTF8.self).uppercased()
        value = String(decoding: text[(colon + 1)...], as: UTF8.self)
        self.offset = offset
        self.length = length
    }
}

extension Diagnostic {
    static func calendarSyntax(
        at location: SourceLocation, _ message: String, notes: [Note] = [],
    ) -> Diagnostic {
        .error(
            .calendarSyntax, at: location, message,
            advice: "exportez de nouveau l’agenda, au format iCalendar (.ics)", notes: notes)
    }
}
