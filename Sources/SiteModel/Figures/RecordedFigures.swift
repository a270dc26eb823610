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

    /// The same indicator in the commune's département; `nil` where its unit is another or nothing is known.
    public func departementSeries(_ indicator: Indicator, of code: INSEECode) -> FigureSeries? {
        departement?.table.series(of: code.departement).first { $0.indicator == indicator }
    }
}
