import JSON
import SiteModel

/// `openapi.json`: every file below `/api/v1/`, with the schemas of what it holds.
/// Source: https://spec.openapis.org/oas/v3.1.1.html
extension Catalogue {
    public var openAPI: [UInt8] {
        let site = context.site
        var json = JSONWriter(capacity: 65_536)
        json.object { json in
            json.field("openapi", "3.1.0")
            json.key("info")
            json.object { json in
                json.field("title", (site.notice.map { "\($0) – " } ?? "") + "API de « \(site.settings.title) »")
                json.field("version", "1.0")
                json.field("summary", "Les données du portail, en fichiers que l’on télécharge.")
                json.field(
                    "description",
                    "Fichiers sans clé, sans compte et sans paramètre de recherche. Dans la version 1, des champs sont ajoutés, jamais retirés "
                        + "ni changés de sens : ignorez ceux que vous ne connaissez pas.")
                json.key("contact")
                json.object { json in
                    json.field("name", site.settings.publisher.name)
                    json.field("email", site.settings.publisher.email)
                }
                if let licence = site.settings.licence {
                    json.key("license")
                    json.object { $0.field("name", licence) }
                }
            }
            json.field("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema")
            json.key("externalDocs")
            json.object { $0.field("url", context.address(.api)) }
            json.key("servers")
            json.array([String(context.address(.home).dropLast())]) { json, address in json.object { $0.field("url", address) } }
            json.key("paths")
            json.object { paths(into: &$0) }
            json.key("components")
            json.object { json in
                json.key("schemas")
                json.object { json in
                    for schema in schemas {
                        json.key(schema.name)
                        schema.write(.components, into: &json)
                    }
                }
            }
        }
        return json.bytes
    }

    private func paths(into json: inout JSONWriter) {
        let index = CatalogueIndex.resource(context).schema
        path(.apiIndex, "index", index.title, index.meaning, "application/json", into: &json) { $0.field("$ref", Self.link(index.name)) }
        path(.openAPI, "openapi", "Cette description", "Au format OpenAPI 3.1.", "application/json", into: &json) { $0.field("type", "object") }
        let commune = communeSchema
        json.key("\(Route.communeData.path){code}.json")
        json.object { json in
            json.key("parameters")
            json.array([0]) { json, _ in
                json.object { json in
                    json.field("name", "code")
                    json.field("in", "path")
                    json.key("required")
                    json.boolean(true)
                    json.field("description", "Code INSEE de la commune.")
                    json.key("schema")
                    json.object { ValueShape.text(.commune).write(isNullable: false, .components, into: &$0) }
                    if let first = context.site.communes.first { json.field("example", first.code.text) }
                }
            }
            operation(commune.name, commune.title, commune.meaning, "application/json", isOneOfMany: true, into: &json) {
                $0.field("$ref", Self.link(commune.name))
            }
        }
        for kind in kinds {
            path(.lines(of: kind.name), "\(kind.name)Lines", "\(kind.schema.title) (NDJSON)", kind.schema.meaning, "application/x-ndjson", into: &json) {
                $0.field("type", "string")
                $0.field("description", "Un enregistrement JSON par ligne, conforme à \(Self.link(kind.name)).")
            }
            path(.table(of: kind.name), "\(kind.name)Table", "\(kind.schema.title) (CSV)", kind.schema.meaning, "text/csv", into: &json) {
                $0.field("type", "string")
                $0.field(
                    "description",
                    "RFC 4180, UTF-8, virgules ; une ligne de titres, puis les mêmes champs et les mêmes enregistrements que le fichier NDJSON.")
            }
        }
        for schema in schemas {
            path(
                .schema(of: schema.name), "\(schema.name)Schema", "Schéma : \(schema.title)", schema.meaning, "application/schema+json", into: &json
            ) { $0.field("type", "object") }
        }
    }

    private static func link(_ name: String) -> String { SchemaLinks.components.address(name) }

    private func path(
        _ route: Route, _ id: String, _ summary: String, _ description: String, _ type: String, into json: inout JSONWriter,
        _ schema: (inout JSONWriter) -> Void,
    ) {
        json.key(route.path)
        json.object { operation(id, summary, description, type, into: &$0, schema) }
    }

    /// The one thing that can be done with a file.
    private func operation(
        _ id: String, _ summary: String, _ description: String, _ type: String, isOneOfMany: Bool = false, into json: inout JSONWriter,
        _ schema: (inout JSONWriter) -> Void,
    ) {
        json.key("get")
        json.object { json in
            json.field("operationId", id)
            json.field("summary", summary)
            json.field("description", description)
            json.key("responses")
            json.object { json in
                json.key("200")
                json.object { json in
                    json.field("description", "Le fichier.")
                    json.key("content")
                    json.object { json in
                        json.key(type)
                        json.object { json in
                            json.key("schema")
                            json.object(schema)
                        }
                    }
                }
                if isOneOfMany {
                    json.key("404")
                    json.object { $0.field("description", "Aucune commune du portail n’a ce code.") }
                }
            }
        }
    }
}
