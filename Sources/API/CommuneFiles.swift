import JSON
import SiteModel

/// The small file of each commune: what its page says, from the same records as the files in bulk.
struct CommuneFiles: Sendable {
    let resource: Resource<Commune>

    init(_ context: RecordContext, alerts: [Alert], events: [Event]) {
        let site = context.site
        func written<Item>(_ resource: Resource<Item>, _ item: Item) -> [UInt8] {
            var json = JSONWriter()
            resource.write(item, asPart: true, into: &json)
            return json.bytes
        }
        // What many communes share is written once.
        let units = Resource.units(context)
        let writtenUnits = site.units.mapValues {
            written(units, UnitRecord(id: context.unitIDs[$0.id] ?? $0.id, unit: $0, communes: []))
        }
        let alertFields = Resource.alerts(context)
        let writtenAlerts = alerts.map { written(alertFields, $0) }
        let alertPlaces = ByCommune(alerts.map(\.communes))
        let eventFields = Resource.events(context)
        let writtenEvents = events.map { written(eventFields, $0) }
        let eventPlaces = ByCommune(events.map(\.communes))
        let commitmentFields = Resource.commitments(context)
        let writtenCommitments = site.commitments.map { written(commitmentFields, $0) }
        let sourceFields = Resource<Feed>.sources()
        let writtenSources = site.feeds.map { written(sourceFields, $0) }
        let figureFeed = site.feeds.first { $0.id == site.figures.communes?.feed }
        resource = Resource(
            "commune", "Le fichier d’une commune", "Tout ce que le portail dit d’une commune. Les enregistrements sont ceux des fichiers en vrac.",
            [
                .notice(context.notice),
                .record("commune", "La commune.", .communes(context)) { $0 },
                .records("contacts", "Qui le maire appelle.", .contacts(context)) { CommuneContact.all(of: $0) },
                .records("units", "Services compétents, la gendarmerie d’abord.", units) { commune in
                    commune.unitIDs.compactMap { writtenUnits[$0] }
                },
                .records("alerts", "Alertes en cours qui la concernent.", alertFields) { commune in
                    alertPlaces[commune.code].map { writtenAlerts[$0] }
                },
                .records("events", "Rendez-vous à venir qui la concernent, dans l’ordre des jours.", eventFields) { commune in
                    eventPlaces[commune.code].map { writtenEvents[$0] }
                },
                .records("bulletins", "Ses bulletins, le plus récent d’abord.", .bulletins(context)) { Bulletin.all(of: $0, in: site) },
                .records("commitments", "Engagements qui la concernent.", commitmentFields) { commune in
                    site.commitments.indices.filter { site.commitments[$0].concerns(commune) }.map { writtenCommitments[$0] }
                },
                .records("figures", "Délinquance enregistrée dans la commune.", .figures(context)) { commune in
                    FigureRecord.all(
                        .init(level: .commune, code: commune.code.text, name: commune.name, feed: figureFeed),
                        site.figures.series(of: commune.code))
                },
                .records("sources", "D’où viennent ces données.", sourceFields) { _ in writtenSources },
            ])
    }

    func bytes(of commune: Commune) -> [UInt8] {
        var json = JSONWriter(capacity: 4096)
        resource.write(commune, into: &json)
        return json.bytes
    }
}
