import French
import SiteModel
import Templates

/// What a page offers to print besides the bulletin: the PDFs that exist, each with its paper, pages and size.
extension WebRenderer {
    /// `hasPrintables`, `printables` and `communeSheets` of a guide or an alert.
    func printables(of page: Page) -> Object {
        printables(
            PrintedSheet.asked(by: page.frontMatter.print).compactMap { sheet in
                Route.sheet(sheet, of: page).flatMap { printable($0, Wording.sheet(sheet)) }
            }, hasCommuneSheets: page.hasCommuneSheets && site.communes.contains { isPrinted(.communeSheet(of: page, for: $0)) })
    }

    /// The same of a commune: what the latest edition brings, then its own sheets of guides.
    func printables(ofCommune index: Int) -> Object {
        let commune = site.communes[index]
        var found: [Value?] = []
        if let edition = site.editions.first(where: { $0.covers(commune) }) {
            found += edition.posterFormats.map { format in
                printable(
                    .contactsPoster(edition.id, of: commune, on: format),
                    SheetWording(title: "Affiche «\u{A0}Vos contacts\u{A0}»", paper: format.rawValue))
            }
            found.append(
                printable(
                    .largeBulletin(edition.id, of: commune), SheetWording(title: "Bulletin en gros caractères", paper: "A4")))
        }
        found.append(printable(.permanences(of: commune), SheetWording(title: "Permanences, à afficher", paper: "A4")))
        for guide in sheetGuides {
            let title = SheetWording(title: Typography.apply(guide.frontMatter.title), paper: "A4")
            found.append(Route.communeSheet(of: guide, for: commune).flatMap { printable($0, title) })
        }
        return printables(found.compactMap { $0 })
    }

    /// The same of the agenda.
    func printablesOfAgenda() -> Object {
        var found = [
            printable(
                .permanences,
                SheetWording(
                    title: "Toutes les permanences, à afficher", paper: "A4",
                    hint: "Celles d’une commune sont sur sa page, sous «\u{A0}À imprimer\u{A0}».")),
            printable(
                .registrationSlip,
                SheetWording(title: "Bulletin d’inscription à une immersion", paper: "A4", hint: "À remplir et à renvoyer.")),
        ]
        found += site.services.map { service in
            printable(
                .permanences(of: service),
                SheetWording(title: "Permanences\u{A0}: \(Typography.apply(service.unit.name))", paper: "A4"))
        }
        return printables(found.compactMap { $0 })
    }

    func printables(_ list: [Value], hasCommuneSheets: Bool = false) -> Object {
        [
            "hasPrintables": .bool(!list.isEmpty || hasCommuneSheets), "printables": .list(list),
            "communeSheets": hasCommuneSheets ? ["href": .text(parts.addresses.href(.communes))] : .absent,
        ]
    }

    func isPrinted(_ route: Route?) -> Bool { route.map { printed[$0] != nil } ?? false }

    func printable(_ route: Route, _ wording: SheetWording) -> Value? {
        guard let document = printed[route] else { return nil }
        return [
            "href": .text(parts.addresses.href(route)), "title": .text(wording.title), "paper": .text(wording.paper),
            "pages": .text(FrenchText.count(document.pages, "page", "pages")), "size": .text(Wording.size(document.bytes)),
            "hint": .text(wording.hint),
        ]
    }
}

/// How a page names a sheet.
struct SheetWording {
    let title: String
    let paper: String
    var hint: String?
}

extension Wording {
    static func sheet(_ sheet: PrintedSheet) -> SheetWording {
        switch sheet {
        case .leafletA4: SheetWording(title: "Fiche", paper: "A4")
        case .leafletA5: SheetWording(title: "Fiche", paper: "A5")
        case .bookletA5:
            SheetWording(
                title: "Livret à plier", paper: "A4",
                hint: "La fiche A5 sur des feuilles A4\u{A0}: recto verso, retourner sur le bord court, puis plier.")
        case .posterA4: SheetWording(title: "Affiche", paper: "A4")
        case .posterA3: SheetWording(title: "Affiche", paper: "A3")
        case .cardsA6:
            SheetWording(
                title: "Cartes à découper", paper: "A4",
                hint: "Quatre cartes A6 par feuille, recto verso\u{A0}: rien au dehors ne dit leur sujet.")
        case .alertNumber:
            SheetWording(title: "Fiche du numéro d’alerte, à remplir", paper: "A4", hint: "Avec la liste de ce qu’il faut essayer.")
        }
    }
}
