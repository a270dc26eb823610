import SiteModel

/// The guides by theme, found once for all pages.
struct Themes: Sendable {
    struct Theme: Sendable {
        let id: String
        let title: String
        let summary: String
        /// Places in `Site.guides`, in their order there.
        var guides: [Int] = []
        /// Whether its pages leave as few traces as they can.
        let isSensitive: Bool
    }

    /// In the order of `site.yml`; folders that it does not name follow.
    private(set) var all: [Theme]
    /// By place of the guide: place of its theme in `all`.
    private(set) var themeOfGuide: [Int] = []

    init(_ site: Site) {
        all = site.settings.themes.map {
            Theme(id: $0.id, title: $0.title, summary: $0.summary, isSensitive: $0.id == Page.violence)
        }
        var places: [String: Int] = [:]
        for (index, theme) in all.enumerated() where places[theme.id] == nil { places[theme.id] = index }
        for (index, guide) in site.guides.enumerated() {
            let id = if case .guide(let theme) = guide.kind { theme } else { "" }
            let place: Int
            if let known = places[id] {
                place = known
            } else {
                place = all.count
                places[id] = place
                all.append(Theme(id: id, title: id, summary: "", isSensitive: id == Page.violence))
            }
            themeOfGuide.append(place)
            all[place].guides.append(index)
        }
    }
}
