/// What a result of the search is. The raw value is the filter's name in the index and in the search page's form.
public enum SearchKind: String, Sendable, Hashable, CaseIterable {
    case commune
    case guide
    case alert = "alerte"
    case bulletin
    case page
}
