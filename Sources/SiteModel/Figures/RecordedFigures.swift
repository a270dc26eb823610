/// What the police and the gendarmerie have recorded: of the communes, and of the département to compare with.
public struct RecordedFigures: Sendable {
    /// Years that pages and bulletins show.
    public static let shownYears = 5

    public struct Source: Sendable {
        public let feed: Feed.ID
        public var table: FigureTable

        public init(feed: Feed.ID, table: FigureTable) {
            self.feed = feed
            self.table = table
        }
    }

    /// By INSEE code.
    public var communes: Source?
    /// By the département's code.
    public var departement: Source?

    public init(communes: Source? = nil, departement: Source? = nil) {
        self.communes = communes
        self.departement = departement
    }

    /// Indicators of a commune, over the years that are shown.
    public func series(of code: INSEECode) -> [FigureSeries] {
        communes?.table.series(of: code.text, lastYears: Self.shownYears) ?? []
    }

    /// By code of the département, then by indicator: what its communes' rates are set beside. For all communes at
    /// once.
    public var peers: [String: [Indicator: FigureSeries]] {
        guard let table = departement?.table else { return [:] }
        return table.places.reduce(into: [:]) { known, code in
            let series = table.series(of: code, lastYears: Self.shownYears)
            known[code] = Dictionary(series.map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
