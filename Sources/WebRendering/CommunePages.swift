import API
import Figures
import French
import SiteModel
import Syndication
import Templates

extension WebRenderer {
    /// As many meetings as a commune's page and its bulletin announce; the agenda has them all.
    static let mostEvents = 4

    func communes() -> PageContent {
        var letters: [Value] = []
        var letter = ""
        var entries: [Value] = []
        func close() {
            guard !entries.isEmpty else { return }
            letters.append(["letter": .text(letter), "communes": .list(entries)])
            entries = []
        }
        for place in parts.communes.alphabetical {
            let commune = site.communes[place]
            let own = parts.communes.letter(place)
            if own != letter {
                close()
                letter = own
            }
            entries.append([
                "name": .text(Typography.apply(commune.name)),
                "href": .text(parts.addresses.href(parts.communes.routes[place])),
                "postalCodes": .text(commune.postalCodes.joined(separator: ", ")),
            ])
        }
        close()
        let count = FrenchText.count(site.communes.count, "commune", "communes")
        let genitive = site.settings.departement.genitive
        return PageContent(
            head: PageHead(
                title: "Communes", description: "\(count) \(genitive)\u{A0}: qui appeler, permanences, bulletin.",
                section: .communes, parents: trails.home, usesFeeds: true),
            names: [
                "count": .text(count), "hasCommunes": .bool(!letters.isEmpty), "letters": .list(letters),
            ])
    }

    func commune(_ index: Int) -> PageContent {
        let commune = site.communes[index]
        let name = Typography.apply(commune.name)
        let ofName = FrenchText.of(commune)
        let own = communeNames(index)
        let alerts = parts.communes.alerts[commune.code]
        let note = site.communeNotes[commune.code]
        var names = own
        names.merge([
            "commune": [
                "name": .text(name), "ofName": .text(ofName), "code": .text(commune.code.text),
                "postalCodes": .text(commune.postalCodes.joined(separator: ", ")),
                "postalCodesLabel": commune.postalCodes.count > 1 ? "Codes postaux" : "Code postal",
                "population": .text(commune.population.map(FrenchText.number)),
                "arrondissement": .text(Typography.apply(commune.arrondissement)),
            ],
            "populationVintage": parts.populationVintage,
            "hasAlerts": .bool(!alerts.isEmpty), "alerts": .list(alerts.map { parts.alerts[$0] }),
            "alertsUntil": parts.until(alerts),
            "bulletin": bulletinLinks(index), "qr": code(index), "keeping": keeping(of: index),
            "themes": parts.guidesByTheme,
        ])
        names.merge(permanenceNames(of: commune))
        names.merge(partNames(of: commune))
        names.merge(detailNames(of: commune))
        names.merge(printables(ofCommune: index))
        names.merge(commitmentNames(of: commune, on: site.today))
        names.set("encart", encartLink(index))
        names.merge(measureNames(of: commune))
        return PageContent(
            head: PageHead(
                title: "\(name) (\(commune.code.departement))", name: name,
                description:
                    "Commune \(ofName)\u{A0}: qui appeler, prochaines permanences, alertes, bulletin et guides.",
                section: .communes, parents: trails.communes,
                facts: note.map { site.facts(citedBy: $0) } ?? [], usesFeeds: true,
                isSensitive: note?.leavesFewTraces ?? false, feed: alertFeed(ofCommune: index),
                calendars: calendar(ofCommune: index)),
            names: names)
    }

    /// Whom to call, when to meet, what the commune adds: the same on a commune's page and in its bulletin.
    func communeNames(_ index: Int) -> Object {
        let commune = site.communes[index]
        let units = commune.unitIDs.compactMap { parts.units[$0] }
        let events = parts.communes.events[commune.code]
        let ofName = FrenchText.of(commune)
        let competence =
            switch units.count {
            case 0, 1: "Service compétent pour la commune \(ofName)\u{A0}:"
            case 2: "Deux services sont compétents pour la commune \(ofName), selon l’adresse\u{A0}:"
            default: "Plusieurs services sont compétents pour la commune \(ofName), selon l’adresse\u{A0}:"
            }
        var names: Object = [
            "competence": .text(competence),
            "hasUnits": .bool(!units.isEmpty), "units": .list(units),
            "hasEvents": .bool(!events.isEmpty),
            "events": .list(events.prefix(Self.mostEvents).map { parts.events[$0] }),
            "figures": figures.names(of: commune),
            "communePage": .text(parts.addresses.href(parts.communes.routes[index])),
            "data": offers.hasAPI ? .text(parts.addresses.href(.data(of: commune.code))) : .absent,
            "contactCards": offers.hasContactCards && (commune.townHall != nil || !units.isEmpty)
                ? .text(parts.addresses.href(ContactCards.route(beside: parts.communes.routes[index]))) : .absent,
            "note": note(of: commune), "situation": situation(of: commune),
        ]
        names.merge(contactNames(of: commune))
        return names
    }

    /// The next permanence, and those that the reader's own clock puts in its place once it is over.
    private func permanenceNames(of commune: Commune) -> Object {
        let coming = parts.communes.events[commune.code].lazy.filter { self.site.events[$0].kind == .permanence }
            .prefix(Self.mostEvents).map { self.parts.events[$0] }
        return [
            "nextPermanence": .list(Array(coming.prefix(1))), "laterPermanences": .list(Array(coming.dropFirst())),
            "hasPermanence": .bool(!coming.isEmpty),
        ]
    }

    /// - Parameter isPrinted: as a bulletin prints it.
    func note(of commune: Commune, isPrinted: Bool = false) -> Value {
        guard let page = site.communeNotes[commune.code] else { return .absent }
        let title = page.frontMatter.title
        return [
            "title": .text(title.isEmpty ? "Dans votre commune" : title),
            "body": .html(bodies.html(of: page, headingShift: 1, prefix: "note-", isPrinted: isPrinted)),
            "updated": Wording.time(page.frontMatter.updated),
        ]
    }

    /// The current bulletin of a commune: its PDF, where there is one, and its twin; then those before it.
    private func bulletinLinks(_ index: Int) -> Value {
        let own = site.editions.indices.filter { site.editions[$0].covers(site.communes[index]) }
        guard let latest = own.first else { return .absent }
        func links(_ edition: Int) -> Object {
            [
                "edition": editions[edition].summary, "pdf": pdf(edition, of: index),
                "twin": .text(parts.addresses.href(twinRoute(edition, of: index))),
            ]
        }
        let former = own.dropFirst().map { Value.object(links($0)) }
        let hasPDF = pdf(latest, of: index) != .absent
        return .object(
            links(latest).merging([
                "twinClass": hasPDF ? "button quiet" : "button",
                "hasFormer": .bool(!former.isEmpty), "former": .list(former),
            ]))
    }

    /// The link to the page's QR code.
    private func code(_ index: Int) -> Value {
        guard drawsCodes else { return .absent }
        let route = parts.communes.routes[index]
        return [
            "src": .text(parts.addresses.href(.code(beside: route))), "url": .text(parts.addresses.canonical(route)),
        ]
    }

    /// A commune's page as a QR code, to be read from a screen or from paper, and to be put on a poster: a file of its
    /// own beside the page. `nil` where pages do not show it.
    public func code(of commune: Commune) -> [UInt8]? {
        guard drawsCodes, let index = parts.communes.place(of: commune.code) else { return nil }
        let route = parts.communes.routes[index]
        let address = parts.addresses.canonical(route)
        // One that no sheet shows is wanted once: it is not kept.
        guard let code = drawnCodes.drawn(address) ?? QRCode(address) else { return nil }
        return Array(code.svg(titled: site.notice).utf8)
    }

    func twinRoute(_ edition: Int, of index: Int) -> Route {
        Route("\(parts.communes.routes[index].path)bulletin-\(site.editions[edition].id)/")
    }

    /// The link to a bulletin's PDF, with its format, pages and size; absent when it was not printed.
    func pdf(_ edition: Int, of index: Int) -> Value {
        let commune = site.communes[index]
        let id = site.editions[edition].id
        let route = Route("\(parts.communes.routes[index].path)bulletin-\(id).pdf")
        guard let printed = printed[route] else { return .absent }
        return [
            "href": .text(parts.addresses.href(route)),
            "pages": .text(FrenchText.count(printed.pages, "page", "pages")),
            "size": .text(Wording.size(printed.bytes)), "ofName": .text(FrenchText.of(commune)),
            "omitted": .text(printed.omitted.isEmpty ? nil : FrenchText.list(printed.omitted)),
        ]
    }
}
