public import SiteModel

/// What the examples of the documentation print: they are run as they are shown.
extension Catalogue {
    /// The first line of a file; `nil` for one that is empty.
    public func firstLine(of kind: String) -> String? {
        kinds.first { $0.name == kind }?.first()
    }

    /// Those of a commune, in the order of its file.
    public func alerts(of commune: Commune) -> [Alert] {
        alerts.filter { $0.communes.isEmpty || $0.communes.contains(commune.code) }
    }

    /// How many figures there are of each status that occurs, in the order of their names.
    public var figureCounts: [(status: String, count: Int)] {
        var counts: [FigureStatus: Int] = [:]
        for figure in Self.figures(context.site) { counts[FigureStatus(figure.point.value), default: 0] += 1 }
        return counts.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
    }
}
