import SiteModel

/// A small site: two communes, one edition, one of everything that a bulletin shows.
enum SampleSite {
    static func day(_ iso: String) -> CalendarDate {
        guard let date = CalendarDate(iso: iso) else { preconditionFailure("not a day: \(iso)") }
        return date
    }

    static func code(_ text: String) -> INSEECode {
        guard let code = INSEECode(text) else { preconditionFailure("not a code: \(text)") }
        return code
    }

    static func page(
        _ file: String, _ kind: Page.Kind, title: String, summary: String = "", _ blocks: [Written],
    ) -> Page {
        var frontMatter = FrontMatter()
        frontMatter.title = title
        frontMatter.summary = summary
        let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
        return Page(
            file: file, kind: kind, slug: name, frontMatter: frontMatter,
            document: Written.document(blocks))
    }

    static func fact(_ id: String, _ value: String, _ label: String, kind: Fact.Kind = .telephone) -> Fact {
        Fact(
            id: id, kind: kind, value: value, label: label, reference: nil, source: "page officielle",
            sourceURL: nil, checked: day("2026-11-02"))
    }

    static let annecy: Commune = {
        var commune = Commune(
            code: code("74010"), name: "Annecy", article: .vowel, postalCodes: ["74000"], population: 131_000,
            arrondissement: "Annecy", unitIDs: ["brigade", "police"])
        commune.townHall = TownHall(
            name: "Mairie - Annecy", telephone: "04 65 71 30 09", email: "mairie@annecy.exemple.fr",
            openingHours: weekdays)
        commune.contacts = [
            Contact(
                function: .attacksOnOfficials, level: .company, institution: .gendarmerie, telephone: "04 65 71 40 20"),
            Contact(
                function: .attacksOnOfficials, level: .departement, institution: .police, telephone: "04 65 71 40 02"),
            Contact(
                function: .service, level: .unit, institution: .gendarmerie,
                email: "bta.annecy-le-vieux@gendarmerie.exemple.fr"),
            Contact(
                function: .subPrefecture, level: .arrondissement, label: "Préfecture, cabinet du préfet",
                address: "3 place de l'Exemple"),
        ]
        return commune
    }()

    /// Monday to Friday, mornings and afternoons; closed on holidays.
    static let weekdays: OpeningHours? = {
        let spans = [(510, 720), (840, 1050)].compactMap { OpeningHours.Span(start: $0, end: $1) }
        return OpeningHours(
            week: Array(repeating: OpeningHours.Day(spans), count: 5) + [OpeningHours.Day(), OpeningHours.Day()],
            holidays: OpeningHours.Day())
    }()

    static let leBiot = Commune(
        code: code("74037"), name: "Le Biot", article: .le, postalCodes: ["74430"], population: 600,
        arrondissement: "Thonon-les-Bains", unitIDs: ["brigade"])

    /// Every kind of node that a document may hold.
    static let everyNode: [Written] = [
        .paragraph([
            .text("Un courriel presse. "), .strong("N’ouvrez rien"), .text(", "), .emphasis("vérifiez"),
            .text(" et"), .softBreak, .text("appelez le "), .directive("fact", "17"), .text("."),
            .noteCall(1),
        ]),
        .heading(2, "Que faire"),
        .paragraph([.text("Dans l’ordre :")]),
        .steps(from: 1, [
            [.paragraph([.text("Débrancher le réseau.")])],
            [.paragraph([.text("Noter l’heure, "), .inlineCode("date")])],
        ]),
        .alert(.warning, [.paragraph([.text("Un \"code\" ne se dicte pas.")])]),
        .heading(4, "Pour les secrétariats"),
        .list([[.paragraph([.text("un")])], [.paragraph([.text("deux")])]]),
        .tasks([(true, "fait"), (false, "à faire")]),
        .table([.none, .right], head: ["Quoi", "Délai"], rows: [["plainte", "10 jours"]]),
        .quote([.paragraph([.text("On l’a vu venir.")])]),
        .code("ligne 1\nligne 2"),
        .rule,
        .block("contacts", [.list([[.paragraph([.text("la brigade de "), .directive("commune", "74037")])]])]),
        .paragraph([
            .link("le guide voisin", "/guides/elus/menaces/#preuves", internal: true), .text(", "),
            .link("la page officielle", "https://www.exemple.fr/page", internal: false), .text(", le "),
            .directive("date", "2026-12-01"),
        ]),
        .note(1, [.paragraph([.text("Le 17 répond toujours.")])]),
    ]

    static func plain(_ count: Int, theme: String) -> [Written] {
        (1...count).flatMap { number -> [Written] in
            let heading: [Written] = number % 3 == 1 ? [.heading(2, "Point \(number)")] : []
            return heading + [
                .paragraph([
                    .text(
                        "La personne qui appelle demande d’agir vite, et c’est à cela qu’on la reconnaît. Raccrochez, attendez une minute, puis rappelez le service à un numéro que vous connaissez déjà ; parlez-en à la mairie, qui préviendra les autres (\(theme) \(number))."
                    )
                ])
            ]
        }
    }

    static func site(
        phenomenon: [Written] = everyNode, guide: [Written] = plain(12, theme: "dépôts"),
        demonstration: Bool = true,
    ) -> Site {
        let alert = Alert(
            page: page(
                "content/alerts/faux-agents.md", .alert, title: "Faux agents à la porte",
                summary: "Un vrai agent accepte toujours que vous vérifiiez.", []),
            kind: .fauxAgents, level: .vigilance, communes: [], sent: LocalMoment(day("2026-11-20")), expires: LocalMoment(day("2026-12-31")),
            source: "le référent prévention")
        let expired = Alert(
            page: page("content/alerts/passee.md", .alert, title: "Alerte passée", []), kind: .autre, level: .danger,
            communes: [], sent: LocalMoment(day("2026-10-01")), expires: LocalMoment(day("2026-11-01")), source: "le référent")
        let events = [
            Event(
                kind: .permanence, title: "Permanence en mairie", date: day("2026-12-10"), start: 540, end: 720,
                place: "Mairie du Biot", communes: [leBiot.code]),
            Event(
                kind: .immersion, title: "Visite du centre d'appels", date: day("2027-01-26"), start: 840,
                end: nil, place: "Annecy", communes: []),
        ]
        return Site(
            settings: SiteSettings(
                title: "Présents pour les élus en Haute-Savoie",
                departement: .init(
                    code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
                publisher: .init(
                    name: "Préfecture (exemple)", address: "1 place de l'Exemple, 74000 Annecy",
                    telephone: "04 65 71 00 00", email: "contact@exemple.fr", director: "le préfet", 
                    host: .init(name: "hébergeur", address: "", telephone: "")
                ),
                baseURL: "https://elus.exemple.fr/", timezone: "Europe/Paris", demonstration: demonstration,
                themes: [
                    .init(id: "cybersecurite", title: "Cybersécurité", summary: ""),
                    .init(id: "environnement", title: "Environnement", summary: ""),
                ],
                emergency: ["17", "112"]),
            today: day("2026-11-24"),
            facts: [
                "17": fact("17", "17", "Gendarmerie ou police"),
                "112": fact("112", "112", "Numéro d'urgence européen"),
                "amende": fact("amende", "15 000 €", "Amende", kind: .amount),
            ],
            feeds: [
                Feed(
                    id: "communes", file: "content/feeds/communes.csv", format: "communes", title: "Communes",
                    producer: "INSEE", licence: "Licence Ouverte 2.0", vintage: "2026",
                    retrieved: day("2026-11-02"), nature: .local)
            ],
            communes: [annecy, leBiot],
            units: [
                "brigade": Unit(
                    id: "brigade", institution: .gendarmerie, name: "Brigade de gendarmerie d'Abondance",
                    telephone: "0465711003", address: "Abondance"),
                "police": Unit(
                    id: "police", institution: .police, name: "Commissariat de police d'Annecy",
                    telephone: "04 65 71 22 98", hours: "tous les jours, à toute heure"),
            ],
            guides: [
                page(
                    "content/guides/cybersecurite/hameconnage.md", .guide(theme: "cybersecurite"),
                    title: "Le message qui presse", summary: "Reconnaître, vérifier, réagir.", phenomenon),
                page(
                    "content/guides/environnement/depots.md", .guide(theme: "environnement"),
                    title: "Dépôts sauvages", summary: "Du constat à l'amende.", guide),
            ],
            communeNotes: [
                leBiot.code: page(
                    "content/communes/74037.md", .commune(leBiot.code), title: "Au Biot cet hiver",
                    [.paragraph([.text("Amende : "), .directive("fact", "amende"), .text(".")])])
            ],
            alerts: [alert, expired], events: events)
    }

    static let edition = Edition(
        page: page(
            "content/bulletins/2026-11.md", .bulletin, title: "Le bulletin des élus",
            [.paragraph([.text("Premier numéro.")])]),
        number: 1, period: "Novembre 2026", date: day("2026-11-24"),
        featured: [
            "content/guides/cybersecurite/hameconnage.md", "content/guides/environnement/depots.md",
        ],
        briefs: ["Vacances : prévenez un voisin !"], director: "le préfet", printer: "imprimé par nos soins")
}
