import SiteModel

extension Resource<Edition> {
    static func editions(_ context: RecordContext) -> Resource {
        Resource(
            "editions", "Numéros du bulletin", "Un numéro du bulletin imprimé.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, qui finit l’adresse de sa page.") { $0.id },
                .integer("number", "Numéro.") { $0.number },
                .text("period", "Période, comme elle est imprimée.") { $0.period },
                .text("date", "Date du numéro.", .day) { $0.date.description },
                .text("title", "Titre de l’éditorial.") { $0.page.frontMatter.title },
                .integer("pages", "Nombre de pages au plus.") { $0.pages },
                .text("page", "Adresse de la page du numéro.", .address) { context.address(.bulletins($0.id)) },
                .texts("communes", "Codes INSEE des communes qui ont ce numéro ; vide : toutes.", .commune) {
                    RecordContext.codes(($0.communes ?? []).sorted())
                },
            ])
    }
}

/// What one commune gets of an edition.
struct Bulletin: Sendable {
    let commune: Commune
    let edition: Edition

    /// The latest first.
    static func all(of commune: Commune, in site: Site) -> [Bulletin] {
        site.editions.filter { $0.covers(commune) }.map { Bulletin(commune: commune, edition: $0) }
    }
}

extension Resource<Bulletin> {
    static func bulletins(_ context: RecordContext) -> Resource {
        Resource(
            "bulletins", "Bulletins des communes", "Le bulletin d’une commune, pour un numéro.",
            [
                .notice(context.notice).inBulkAlone,
                .text("commune", "Code INSEE de la commune.", .commune) { $0.commune.code.text }.inBulkAlone,
                .text("edition", "« id » du numéro.") { $0.edition.id },
                .text("period", "Période, comme elle est imprimée.") { $0.edition.period },
                .text("date", "Date du numéro.", .day) { $0.edition.date.description },
                .text("page", "Adresse de la page qui dit la même chose que le PDF.", .address) {
                    context.address(.bulletin($0.edition.id, of: $0.commune))
                },
                .optional("pdf", "Adresse du PDF ; vide s’il n’a pas été imprimé.", .address) { bulletin in
                    let route = Route.bulletinPDF(bulletin.edition.id, of: bulletin.commune)
                    return context.hasPDF(route) ? context.address(route) : nil
                },
            ])
    }
}
