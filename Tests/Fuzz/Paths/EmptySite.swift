import SiteModel

extension Site {
    /// Settings and a day, and nothing else.
    static let empty = Site(
        settings: SiteSettings(
            title: "Portail",
            departement: .init(code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie"),
            publisher: .init(
                name: "Préfecture (exemple)", address: "1 place de l’Exemple, 74000 Annecy", telephone: "04 65 71 00 00",
                email: "portail@exemple.fr", director: "Le préfet (exemple)",
                host: .init(name: "Hébergeur d’exemple", address: "", telephone: "")),
            baseURL: "https://exemple.fr/portail/", timezone: "Europe/Paris", demonstration: false, themes: [], emergency: []),
        today: CalendarDate(year: 2026, month: 11, day: 24)!)
}
