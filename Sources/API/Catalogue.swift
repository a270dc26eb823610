public import SiteModel

/// The data of a site for other programs, below `/api/v1/`: what its pages say, and nothing else.
public struct Catalogue: Sendable {
    /// In the order in which they are told.
    public let kinds: [Kind]
    let context: RecordContext
    /// In the order in which they are told.
    let alerts: [Alert]
    private let communeFiles: CommuneFiles

    /// - Parameter hasPDF: whether a build has printed what is published at a route.
    public init(_ site: Site, hasPDF: @escaping @Sendable (Route) -> Bool) {
        let context = RecordContext(site, hasPDF: hasPDF)
        self.context = context
        // What reads files keeps them.
        let alerts = site.alerts.filter { !$0.page.leavesFewTraces }
        self.alerts = alerts
        let events = (site.events + site.cancelledEvents).map(\.published).enumerated().sorted {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }.map(\.element)
        let facts = site.facts.values.filter { $0.holds(on: site.today) }.sorted { $0.id < $1.id }
        let consultations = ConsultationRecord.all(site)
        communeFiles = CommuneFiles(context, alerts: alerts, events: events)
        kinds = [
            Kind(.communes(context), site.communes),
            Kind(.contacts(context), count: site.communes.reduce(0) { $0 + $1.contacts.count }) {
                site.communes.flatMap(CommuneContact.all)
            },
            Kind(.units(context), UnitRecord.all(context)),
            Kind(.alerts(context), alerts),
            Kind(.events(context), events),
            Kind(.editions(context), site.editions),
            Kind(.bulletins(context), count: site.editions.reduce(0) { $0 + site.communes.count(where: $1.covers) }) {
                site.communes.flatMap { Bulletin.all(of: $0, in: site) }
            },
            Kind(.consultations(context), consultations),
            Kind(.results(context), ResultRecord.all(consultations)),
            Kind(.commitments(context), site.commitments),
            Kind(.figures(context), count: Self.figureCount(site)) { Self.figures(site) },
            Kind(.facts(context), facts),
        ]
    }

    /// All that is told of a commune.
    public func file(of commune: Commune) -> [UInt8] { communeFiles.bytes(of: commune) }

    /// Every schema, in the order in which they are told.
    public var schemas: [RecordSchema] {
        kinds.map(\.schema) + [
            communeFiles.resource.schema, CatalogueIndex.resource(context).schema, CatalogueIndex.kinds(context).schema,
            Resource<Feed>.sources().schema,
        ]
    }

    /// A small file of a commune, its schema and the way to it.
    var communeSchema: RecordSchema { communeFiles.resource.schema }

    // MARK: Figures

    /// Of the communes in their order, then of the départements.
    static func figures(_ site: Site) -> [FigureRecord] {
        let feed = site.feeds.first { $0.id == site.figures.communes?.feed }
        let ofCommunes = site.communes.flatMap { commune in
            FigureRecord.all(
                .init(level: .commune, code: commune.code.text, name: commune.name, feed: feed), site.figures.series(of: commune.code))
        }
        guard let source = site.figures.departement else { return ofCommunes }
        let feedOfDepartement = site.feeds.first { $0.id == source.feed }
        return ofCommunes
            + source.table.places.sorted().flatMap { code in
                let name = code == site.settings.departement.code ? site.settings.departement.name : code
                return FigureRecord.all(
                    .init(level: .departement, code: code, name: name, feed: feedOfDepartement),
                    source.table.series(of: code, lastYears: RecordedFigures.shownYears))
            }
    }

    private static func figureCount(_ site: Site) -> Int {
        func points(_ series: [FigureSeries]) -> Int { series.reduce(0) { $0 + $1.points.count } }
        let ofCommunes = site.communes.reduce(0) { $0 + points(site.figures.series(of: $1.code)) }
        guard let table = site.figures.departement?.table else { return ofCommunes }
        return table.places.reduce(ofCommunes) { $0 + points(table.series(of: $1, lastYears: RecordedFigures.shownYears)) }
    }
}
