import Diagnostics
import Files
import SiteModel
import Templates

@testable import WebRendering

/// A small département, invented but for its communes.
enum Samples {
    static let templatesFolder = "site-templates/web"

    /// The project's own templates.
    static func templates() throws -> (library: TemplateLibrary, assets: AssetTable) {
        var files: [TemplateFile] = []
        for path in try Files.tree(below: root(templatesFolder)) where path.hasSuffix(".mustache") {
            let bytes = try Files.read(root("\(templatesFolder)/\(path)"))
            files.append(
                TemplateFile(
                    path: "\(templatesFolder)/\(path)", name: String(path.dropLast(".mustache".count)),
                    bytes: bytes))
        }
        let compiled = TemplateLibrary.compile(files, mode: .strict)
        guard compiled.diagnostics.isEmpty else { throw Fault(messages: compiled.diagnostics.map(\.message)) }
        return (compiled.library, try AssetTable.read(root("\(templatesFolder)/assets")))
    }

    struct Fault: Error {
        let messages: [String]
    }

    /// A path of the project, wherever the tests run.
    static func root(_ path: String) -> String {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(folder)/\(path)"
    }

    static func settings(
        baseURL: String = "https://portail.exemple.fr/", demonstration: Bool = true,
        themes: [SiteSettings.Theme] = Samples.themes, emergency: [Fact.ID] = ["17", "112"],
    ) -> SiteSettings {
        SiteSettings(
            title: "Présents pour les élus en Haute-Savoie",
            departement: .init(
                code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie",
                genitive: "de la Haute-Savoie"),
            publisher: .init(
                name: "Préfecture de la Haute-Savoie (exemple)", address: "1 place de l’Exemple, 74000 Annecy",
                telephone: "04 65 71 00 00", email: "portail@prefecture.exemple.fr",
                director: "Le préfet (exemple)",
                host: .init(name: "Hébergeur d’exemple", address: "2 rue de l’Exemple, 74000 Annecy", telephone: "04 65 71 00 02")),
            baseURL: baseURL, timezone: "Europe/Paris", demonstration: demonstration, themes: themes,
            emergency: emergency)
    }

    static let themes: [SiteSettings.Theme] = [
        .init(
            id: "elus", title: "Élus",
            summary: "Être en contact avec la gendarmerie, réagir à une menace, faire valoir ses droits."),
        .init(
            id: "violences-intrafamiliales", title: "Violences intrafamiliales",
            summary: "Accueillir, orienter et protéger une personne victime."),
        .init(id: "environnement", title: "Environnement", summary: "Dépôts sauvages, brûlage, pollution de l’eau."),
    ]

    static func date(_ iso: String) throws -> CalendarDate {
        guard let date = CalendarDate(iso: iso) else { throw Fault(messages: [iso]) }
        return date
    }

    static func code(_ text: String) throws -> INSEECode {
        guard let code = INSEECode(text) else { throw Fault(messages: [text]) }
        return code
    }

    /// No unit, no event, no alert, no bulletin, no feed, no fact, no guide: one commune.
    static func minimal() throws -> Site {
        Site(
            settings: settings(demonstration: false, themes: [], emergency: []), today: try date("2026-11-24"),
            communes: [
                Commune(
                    code: try code("74001"), name: "Abondance", article: .vowel, postalCodes: [],
                    population: nil, arrondissement: "", unitIDs: [])
            ])
    }

    static func rich(settings: SiteSettings = Samples.settings()) throws -> Site {
        let day = try date("2026-11-24")
        let facts = [
            fact("17", .telephone, "17", "Gendarmerie ou police, en urgence", day),
            fact("112", .telephone, "112", "Numéro d’urgence européen", day),
            Fact(
                id: "amende", kind: .amount, value: "15 000 €", label: "Amende administrative maximale",
                reference: "article L. 541-3 du code de l’environnement", source: "Légifrance",
                sourceURL: "https://www.legifrance.gouv.fr/", checked: try date("2026-10-02")),
        ]
        let annecy = try code("74010")
        let menaces = page(
            "content/guides/elus/menaces.md", .guide(theme: "elus"), "menaces",
            "Menacé ou agressé : les bons réflexes",
            "Se mettre à l’abri, garder les preuves, porter plainte.", day, Text.guide)
        let edition = Edition(
            page: page(
                "content/bulletins/2026-11.md", .bulletin, "2026-11", "Le bulletin des élus et des habitants",
                "L’hameçonnage et les contacts de votre commune.", day, Text.short),
            number: 1, period: "Novembre 2026", date: day,
            featured: [menaces.file, "content/guides/environnement/depots-sauvages.md"],
            briefs: ["Permanences en mairie : les premières dates de l’hiver sont à l’agenda."],
            director: "Le préfet (exemple)", printer: "Imprimé par nos soins, en mairie")
        return Site(
            settings: settings, today: day, facts: Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) }),
            feeds: try feeds(), communes: try communes(), units: units(),
            guides: [
                menaces,
                page(
                    "content/guides/elus/premiers-reperes.md", .guide(theme: "elus"), "premiers-reperes",
                    "Nouveau mandat : vos premiers repères", "Qui appeler, quel numéro donner.", day, Text.short),
                page(
                    "content/guides/violences-intrafamiliales/accueillir.md",
                    .guide(theme: "violences-intrafamiliales"), "accueillir", "Accueillir une victime",
                    "MOTS-À-NE-PAS-RÉPÉTER", day, Text.short),
                page(
                    "content/guides/environnement/depots-sauvages.md", .guide(theme: "environnement"),
                    "depots-sauvages", "Dépôts sauvages : agir dans l’ordre",
                    "Constater, informer, mettre en demeure.",
                    day, Text.short),
            ],
            pages: [
                page(
                    "content/pages/presents-pour-les-elus.md", .page, "presents-pour-les-elus",
                    "L’opération Présents pour les élus", "Sept engagements.", day, Text.short),
            ] + legalPages(day),
            communeNotes: [
                annecy: page(
                    "content/communes/74010.md", .commune(annecy), "74010", "Police et gendarmerie à Annecy", "",
                    day,
                    Text.short)
            ],
            alerts: [
                Alert(
                    page: page(
                        "content/alerts/fournisseurs.md", .alert, "fournisseurs",
                        "Mairies : faux messages de fournisseurs",
                        "Vérifiez par téléphone avant de payer.", day, Text.short),
                    kind: .cybermalveillance, level: .vigilance, communes: [], sent: LocalMoment(day),
                    expires: LocalMoment(try date("2027-03-31")),
                    source: "Le correspondant cyber (exemple)"),
                Alert(
                    page: page(
                        "content/alerts/faux-agents.md", .alert, "faux-agents", "Faux agents à la porte", "", day,
                        Text.short),
                    kind: .fauxAgents, level: .danger, communes: [try code("74080"), annecy], sent: LocalMoment(day),
                    expires: LocalMoment(try date("2027-04-15")), source: "Le référent prévention (exemple)"),
            ],
            editions: [edition],
            events: [
                Event(
                    kind: .permanence, title: "Permanence de la gendarmerie en mairie", date: try date("2026-12-10"),
                    start: 540, end: 720, place: "Mairie de La Clusaz, salle du conseil",
                    communes: [try code("74080")]),
                Event(
                    kind: .immersion, title: "Immersion des élus au centre d’appels", date: try date("2027-01-26"),
                    start: nil, end: nil, place: "", communes: []),
            ])
    }

    /// PDFs of all communes but one.
    static func printed(_ site: Site) -> [Route: PrintedDocument] {
        var printed: [Route: PrintedDocument] = [:]
        for commune in site.communes.dropLast() {
            for edition in site.editions {
                printed[.bulletinPDF(edition.id, of: commune)] = PrintedDocument(pages: 2, bytes: 101_700)
            }
        }
        return printed
    }

    private static func fact(
        _ id: String, _ kind: Fact.Kind, _ value: String, _ label: String, _ checked: CalendarDate,
    ) -> Fact {
        Fact(
            id: id, kind: kind, value: value, label: label, reference: nil, source: "Fiche pratique F33954",
            sourceURL: nil, checked: checked)
    }

    /// As the assembly leaves them.
    private static func legalPages(_ day: CalendarDate) -> [Page] {
        let titles: [(LegalPage, String)] = [
            (.notice, "Mentions légales"), (.dataProtection, "Données personnelles"),
            (.accessibility, "Accessibilité\u{A0}: non conforme"), (.sources, "Sources et licences"),
            (.ecoDesign, "Éco-conception"),
        ]
        return titles.map { legal, title in
            page(
                "content/pages/\(legal.rawValue).md", .page, legal.rawValue, title, "Éditeur, hébergeur.", day, Text.short)
        }
    }

    static func page(
        _ file: String, _ kind: Page.Kind, _ slug: String, _ title: String, _ summary: String,
        _ updated: CalendarDate, _ document: Document,
    ) -> Page {
        var front = FrontMatter()
        front.title = title
        front.summary = summary
        front.updated = updated
        front.audience = [.élu, .secrétariat]
        return Page(file: file, kind: kind, slug: slug, frontMatter: front, document: document)
    }

    private static func feeds() throws -> [Feed] {
        [
            Feed(
                id: "communes", file: "content/feeds/communes.csv", format: "communes",
                title: "Communes de la Haute-Savoie", producer: "INSEE", licence: "Licence Ouverte 2.0",
                vintage: "communes au 1er janvier 2026, populations légales 2023",
                retrieved: try date("2026-11-20"), nature: .local, url: "https://www.insee.fr/"),
            Feed(
                id: "units", file: "content/feeds/units.csv", format: "units",
                title: "Brigades et commissariats", producer: "ministère de l’Intérieur",
                licence: "Licence Ouverte 2.0", vintage: "août 2026", retrieved: try date("2026-11-21"),
                nature: .demonstration),
        ]
    }

    private static func communes() throws -> [Commune] {
        var communes = [
            Commune(
                code: try code("74010"), name: "Annecy", article: .vowel, postalCodes: ["74000", "74940"],
                population: 132_117, arrondissement: "Annecy", unitIDs: ["1009186", "annecy"]),
            Commune(
                code: try code("74012"), name: "Annemasse", article: .vowel, postalCodes: ["74100"],
                population: 38_103, arrondissement: "Saint-Julien-en-Genevois", unitIDs: ["annemasse"]),
            Commune(
                code: try code("74034"), name: "Le Biot", article: .le, postalCodes: ["74430"], population: 641,
                arrondissement: "Thonon-les-Bains", unitIDs: ["1009186"]),
            Commune(
                code: try code("74080"), name: "La Clusaz", article: .la, postalCodes: ["74220"],
                population: 1_704, arrondissement: "Annecy", unitIDs: ["1009186"]),
            Commune(
                code: try code("74134"), name: "Les Gets", article: .les, postalCodes: ["74260"],
                population: 1_233, arrondissement: "Bonneville", unitIDs: []),
        ]
        communes[0].townHall = TownHall(
            name: "Mairie - Annecy", address: "1 place de l'Exemple, 74000 Annecy", telephone: "04 65 71 30 09",
            email: "mairie@annecy.exemple.fr", website: "https://www.annecy.exemple.fr/", openingHours: hours())
        communes[0].contacts = [
            Contact(
                function: .attacksOnOfficials, level: .company, institution: .gendarmerie, telephone: "04 65 71 40 20"),
            Contact(
                function: .attacksOnOfficials, level: .departement, institution: .police, telephone: "04 65 71 40 02"),
            Contact(
                function: .service, level: .unit, institution: .police, email: "accueil.annecy@police.exemple.fr"),
            Contact(
                function: .subPrefecture, level: .arrondissement, label: "Préfecture, cabinet du préfet",
                address: "3 place de l'Exemple, 74000 Annecy", hours: "sur rendez-vous"),
        ]
        communes[3].townHall = TownHall(name: "Mairie - La Clusaz")
        return communes
    }

    /// Monday to Friday, with a note on Friday; closed on holidays.
    private static func hours() -> OpeningHours? {
        guard let morning = OpeningHours.Span(start: 510, end: 720) else { return nil }
        var week = Array(repeating: OpeningHours.Day([morning]), count: 5) + [OpeningHours.Day(), OpeningHours.Day()]
        week[4].add(note: "état civil seulement")
        return OpeningHours(week: week, holidays: OpeningHours.Day(), comment: "Fermé en août")
    }

    private static func units() -> [Unit.ID: Unit] {
        var all = [
            Unit(
                id: "1009186", institution: .gendarmerie, name: "Brigade de gendarmerie d'Annecy-le-Vieux",
                telephone: "04 65 71 10 03", address: "Annecy (Annecy-le-Vieux)",
                hours: "lundi, mercredi et vendredi de 14 h à 18 h ; mardi de 8 h à 12 h"),
            Unit(
                id: "annecy", institution: .police, name: "Commissariat de police d'Annecy",
                telephone: "04 65 71 20 01"),
            Unit(id: "annemasse", institution: .police, name: "Commissariat de police d'Annemasse"),
        ]
        all[1].openingHours = hours()
        all[2].isSeasonal = true
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }
}
