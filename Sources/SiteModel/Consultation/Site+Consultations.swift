extension Site {
    /// The communes that a consultation asks: what participation is a share of.
    public func communes(askedBy consultation: Consultation) -> [Commune] {
        switch consultation.scope {
        case .all: communes
        case .gendarmerie:
            communes.filter { commune in commune.unitIDs.contains { units[$0]?.institution == .gendarmerie } }
        }
    }
}
