import JSON
import SiteModel

/// `index.json`: what there is, since when, under which licence.
enum CatalogueIndex {
    static func kinds(_ context: RecordContext) -> Resource<Kind> {
        Resource(
            "kinds", "Sortes", "Une sorte d’enregistrement, et ses fichiers.",
            [
                .text("name", "Nom de la sorte, celui de ses fichiers.") { $0.name },
                .text("title", "Titre.") { $0.schema.title },
                .text("meaning", "Ce qu’est un enregistrement.") { $0.schema.meaning },
                .integer("records", "Nombre d’enregistrements.") { $0.count },
                .text("ndjson", "Adresse du fichier en vrac, un enregistrement JSON par ligne.", .address) { context.address(.lines(of: $0.name)) },
                .text("csv", "Adresse du même, en tableau.", .address) { context.address(.table(of: $0.name)) },
                .text("schema", "Adresse du schéma JSON d’un enregistrement.", .address) { context.address(.schema(of: $0.name)) },
            ])
    }

    static func resource(_ context: RecordContext) -> Resource<Catalogue> {
        let settings = context.site.settings
        return Resource(
            "index", "Point d’entrée", "Ce que l’API contient, de quand elle date et sous quelle licence.",
            [
                .notice(context.notice),
                .text("title", "Titre du portail.") { _ in settings.title },
                .text("departement", "Code du département, « FR » pour le pays entier.") { _ in settings.departement.code },
                .text("publisher", "Qui publie le portail.") { _ in settings.publisher.name },
                .text("generated", "Jour de la fabrication du portail.", .day) { _ in context.site.today.description },
                .optional("licence", "Licence des textes du portail ; chaque source a la sienne.") { _ in settings.licence },
                .text("documentation", "Adresse de la page qui explique l’API.", .address) { _ in context.address(.api) },
                .text("openapi", "Adresse de la description OpenAPI 3.1.", .address) { _ in context.address(.openAPI) },
                .text("commune", "Adresse du fichier d’une commune : remplacez {code} par son code INSEE.") { _ in
                    context.address(.communeData) + "{code}.json"
                },
                .records("kinds", "Les sortes d’enregistrements.", kinds(context)) { $0.kinds },
                .records("sources", "D’où viennent les données.", .sources()) { _ in context.site.feeds },
            ])
    }
}

extension Catalogue {
    public var index: [UInt8] {
        var json = JSONWriter(capacity: 8192)
        CatalogueIndex.resource(context).write(self, into: &json)
        return json.bytes
    }

    /// The schema of one kind as a file of its own.
    public func schema(_ schema: RecordSchema) -> [UInt8] {
        var json = JSONWriter(capacity: 4096)
        schema.write(.files, into: &json) { json in
            json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.field("$id", context.address(.schema(of: schema.name)))
            if let notice = context.notice { json.field("$comment", notice) }
        }
        return json.bytes
    }
}
