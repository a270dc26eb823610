import SiteModel

extension Resource<Feed> {
    static func sources() -> Resource {
        Resource(
            "sources", "Sources", "Un fichier de données dont le portail est fait. Citez son producteur et son millésime.",
            [
                .text("id", "Identifiant.") { $0.id },
                .text("title", "Titre.") { $0.title },
                .text("producer", "Producteur.") { $0.producer },
                .text("licence", "Licence.") { $0.licence },
                .text("vintage", "Millésime : ce que le fichier décrit.") { $0.vintage },
                .text("retrieved", "Jour où il a été récupéré.", .day) { $0.retrieved.description },
                .choice("nature", "Officiel, propre au portail, ou inventé pour une démonstration.") { $0.nature },
                .optional("address", "Adresse d’où il vient.", .address) { RecordContext.webAddress($0.url) },
            ])
    }
}
