import SiteModel

/// One indicator of one place in one year.
struct FigureRecord: Sendable {
    enum Level: String, Sendable, CaseIterable {
        case commune, departement
    }

    /// Where it is counted, said once for all its figures.
    struct Place: Sendable {
        let level: Level
        let code: String
        let name: String
        let feed: Feed?
    }

    let place: Place
    let indicator: Indicator
    let point: FigureSeries.Point

    static func all(_ place: Place, _ series: [FigureSeries]) -> [FigureRecord] {
        series.flatMap { series in series.points.map { FigureRecord(place: place, indicator: series.indicator, point: $0) } }
    }
}

extension Resource<FigureRecord> {
    static func figures(_ context: RecordContext) -> Resource {
        Resource(
            "figures", "Délinquance enregistrée",
            "Ce que la police et la gendarmerie ont enregistré : un indicateur, un lieu, une année. Deux indicateurs ne s’additionnent pas.",
            [
                .notice(context.notice).inBulkAlone,
                .choice("level", "Une commune, ou le département.") { $0.place.level }.inBulkAlone,
                .text("code", "Code INSEE de la commune, ou code du département.") { $0.place.code }.inBulkAlone,
                .text("name", "Nom du lieu.") { $0.place.name }.inBulkAlone,
                .text("indicator", "Indicateur, comme la source l’écrit.") { $0.indicator.name },
                .text("unit", "Ce qui est compté : infractions, victimes, véhicules…") { $0.indicator.unit },
                .integer("year", "Année.", least: 1900) { $0.point.year },
                .choice("status", FigureStatus.meaning) { FigureStatus($0.point.value) },
                .optionalChoice("suppressedBy", "Qui ne le diffuse pas : le producteur (secret statistique), ou ce portail, plus prudent.") {
                    FigureKeeper($0.point.value)
                },
                .optionalInteger("value", "Le nombre ; vide s’il n’est pas diffusé, ou absent.") { $0.point.value.number },
                .hundredths("ratePerThousand", "Taux pour 1 000 habitants ou logements, recalculé.") { $0.point.rate?.hundredths },
                .choice("denominator", "Ce à quoi le taux se rapporte.") { $0.indicator.denominator },
                .optional("source", "« id » de la source.") { $0.place.feed?.id },
                .optional("producer", "Producteur.") { $0.place.feed?.producer }.inBulkAlone,
                .optional("vintage", "Millésime.") { $0.place.feed?.vintage }.inBulkAlone,
                .optional("licence", "Licence.") { $0.place.feed?.licence }.inBulkAlone,
            ])
    }
}

extension Indicator.Denominator: CaseIterable {
    public static var allCases: [Indicator.Denominator] { [.inhabitants, .dwellings] }
}
