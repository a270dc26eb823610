/// Bulletins that leave as few traces as they can.
extension Site {
    /// Whether what all bulletins of an edition share holds a text of a sensitive page, be it a title.
    public func isSensitive(_ edition: Edition) -> Bool {
        if edition.page.leavesFewTraces, edition.has(.editorial) { return true }
        return edition.featured.enumerated().contains { position, file in
            let section: Edition.Section = position == 0 ? .phenomenon : position == 1 ? .guide : .others
            return edition.has(section) && guides.first { $0.file == file }?.leavesFewTraces == true
        }
    }

    /// Whether what a bulletin has of its commune's own holds one: a note, an alert.
    public func isSensitive(_ edition: Edition, in commune: Commune) -> Bool {
        if edition.has(.note), let note = communeNotes[commune.code], note.leavesFewTraces { return true }
        return alerts.contains { alert in
            alert.page.leavesFewTraces && edition.prints(alert)
                && (alert.communes.isEmpty || alert.communes.contains(commune.code))
        }
    }
}
