import Figures
import French
import JSON
import SiteModel

/// `commune.json`, beside a commune's page: what the page says of it, for programs.
extension WebRenderer {
    /// The file of each of these communes.
    public func communeData(of commune: Commune) -> [UInt8]? {
        guard let index = parts.communes.place(of: commune.code) else { return nil }
        var json = JSONWriter(capacity: 1024)
        json.object { json in
            if let notice = site.notice { json.field("notice", notice) }
            json.field("code", commune.code.text)
            json.field("name", commune.name)
            json.field("departement", commune.code.departement)
            json.field("page", parts.addresses.canonical(parts.communes.routes[index]))
            json.key("postalCodes")
            json.array(commune.postalCodes) { $0.string($1) }
            json.field("arrondissement", commune.arrondissement)
            json.key("population")
            if let population = commune.population { json.number(population) } else { json.null() }
            json.key("units")
            json.array(commune.unitIDs.compactMap { dataParts.units[$0] }) { $0.value($1) }
            recordedFigures(of: commune, into: &json)
            json.key("sources")
            json.value(dataParts.sources)
        }
        return json.bytes
    }

    /// A figure that is not published is told in words; only one that is has a `count`.
    private func recordedFigures(of commune: Commune, into json: inout JSONWriter) {
        json.key("recordedFigures")
        json.array(site.figures.series(of: commune.code)) { json, series in
            json.object { json in
                json.field("indicator", series.indicator.name)
                json.field("unit", series.indicator.unit)
                json.field("denominator", series.indicator.denominator.rawValue)
                json.key("years")
                json.array(series.points) { json, point in
                    json.object { json in
                        json.field("year", point.year)
                        if let count = point.value.number {
                            json.field("count", count)
                            json.key("ratePerThousand")
                            if let rate = point.rate { json.decimal(hundredths: rate.hundredths) } else { json.null() }
                        } else {
                            json.field("status", FigureWords.value(point.value))
                        }
                    }
                }
            }
        }
    }
}

/// What the data of many communes share, written once.
struct CommuneDataParts: Sendable {
    let units: [Unit.ID: [UInt8]]
    let sources: [UInt8]

    init(_ site: Site) {
        units = site.units.mapValues { unit in
            var json = JSONWriter()
            json.object { json in
                json.field("institution", unit.institution == .gendarmerie ? "gendarmerie" : "police")
                json.field("name", unit.name)
                json.field("telephone", unit.telephone)
                json.field("address", unit.address)
            }
            return json.bytes
        }
        var json = JSONWriter()
        json.array(site.feeds) { json, feed in
            json.object { json in
                json.field("title", feed.title)
                json.field("producer", feed.producer)
                json.field("licence", feed.licence)
                json.field("vintage", feed.vintage)
                json.field("retrieved", feed.retrieved.description)
                json.field("nature", feed.nature.rawValue)
            }
        }
        sources = json.bytes
    }
}
