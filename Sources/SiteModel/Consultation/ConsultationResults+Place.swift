extension ConsultationResults {
    /// A part of results that a message may point at.
    public enum Place: Sendable, Hashable {
        case whole
        case ways
        case curve
        case participation(Axis, group: String)
        case table(question: String, row: String?)
        case group(question: String, row: String?, Axis, group: String)
    }
}
