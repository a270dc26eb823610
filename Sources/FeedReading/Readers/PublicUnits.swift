import Diagnostics
import SiteModel

/// One row of the ministry's list of gendarmerie units or of police stations.
struct PublicUnit: Sendable {
    /// `nil` where the file gives none: the unit is then known by its name.
    var identifier: Unit.ID?
    /// `Gendarmerie - Brigade d'Ornex`
    let service: String
    let institution: Unit.Institution
    let telephone: String?
    let address: StreetAddress
    var openingHours: OpeningHours?
    /// Where the file gives words that are no times.
    var hours: String?
    let position: GeoPoint?
    let isSeasonal: Bool
    let location: SourceLocation
}

/// The columns that both lists share, by name: their order is not the same from one edition to the next.
struct PublicUnitColumns {
    private let service: Int
    private let telephone: Int
    private let commune: Int
    private let departement: Int?
    private let street: Int?
    private let postalCode: Int?
    private let town: Int?
    private let wholeAddress: Int?
    private let longitude: Int?
    private let latitude: Int?

    /// `nil`, with a diagnostic, where one that is needed is missing.
    init?(_ table: CSVTable, and others: [String] = [], diagnostics: inout [Diagnostic]) {
        let names = ["service", "telephone", "code_commune_insee"]
        guard let columns = table.columns(names + others, diagnostics: &diagnostics) else { return nil }
        (service, telephone, commune) = (columns[0], columns[1], columns[2])
        departement = table.column("departement")
        street = table.column("voie")
        postalCode = table.column("code_postal")
        town = table.column("commune")
        wholeAddress = table.column("adresse_geographique")
        longitude = table.column("geocodage_x_GPS")
        latitude = table.column("geocodage_y_GPS")
    }

    /// `nil` for another département's row, and for one without a name or a code, which is told.
    func unit(
        of row: CSVRow, _ institution: Unit.Institution, filter: DepartementFilter, diagnostics: inout [Diagnostic],
    ) -> PublicUnit? {
        guard let code = code(of: row, filter, diagnostics: &diagnostics) else { return nil }
        guard let name = row.plainText(service, "service", diagnostics: &diagnostics) else {
            if row.isEmpty(service) {
                diagnostics.append(.valueInvalid("service", "", expected: "un nom", at: row.location(service)))
            }
            return nil
        }
        return PublicUnit(
            service: name, institution: institution,
            telephone: row.telephone(telephone, "telephone", diagnostics: &diagnostics),
            address: address(of: row, service: name, code, diagnostics: &diagnostics),
            position: position(of: row, diagnostics: &diagnostics),
            isSeasonal: name.contains("Poste provisoire"), location: row.location(service))
    }

    /// Where the unit stands, in the site's département; a faulty code of this national list is told, and no more.
    private func code(of row: CSVRow, _ filter: DepartementFilter, diagnostics: inout [Diagnostic]) -> INSEECode? {
        switch filter.place(of: row, commune) {
        case .here(let code):
            let text = row.text(commune)
            if code.text != text { diagnostics.append(.codePadded(text, as: code, at: row.location(commune))) }
            return code
        case .elsewhere: return nil
        case .invalid:
            if let departement, !row.isEmpty(departement), !filter.covers(row.text(departement)) { return nil }
            diagnostics.append(.codeInvalid(row.text(commune), filter, at: row.location(commune)))
            return nil
        }
    }

    /// Recruitment centres and motorised units receive no complaint: they are nobody's contact.
    func isBrigade(_ row: CSVRow) -> Bool {
        let name = row.text(service).lowercased()
        return !name.contains("recrutement") && !name.contains("motorisé")
    }

    private func address(
        of row: CSVRow, service: String, _ code: INSEECode, diagnostics: inout [Diagnostic],
    ) -> StreetAddress {
        let street = row.plainText(street, "voie", diagnostics: &diagnostics) ?? ""
        let postalCode = row.plainText(postalCode, "code_postal", diagnostics: &diagnostics) ?? ""
        let town = row.plainText(town, "commune", diagnostics: &diagnostics) ?? ""
        if street.isEmpty, postalCode.isEmpty,
            let whole = row.plainText(wholeAddress, "adresse_geographique", diagnostics: &diagnostics)
        {
            // The police parts its lines by « $ »; the first may repeat the service.
            let lines = whole.split(separator: "$").map { String($0.trimming(" ")) }
                .filter { !$0.isEmpty && ServiceName.key($0) != ServiceName.key(service) }
            return StreetAddress(street: lines.joined(separator: ", "), postalCode: "", town: "", commune: nil)
        }
        return StreetAddress(street: street, postalCode: postalCode, town: town, commune: code)
    }

    private func position(of row: CSVRow, diagnostics: inout [Diagnostic]) -> GeoPoint? {
        guard let longitude, let latitude, !row.isEmpty(longitude), !row.isEmpty(latitude) else { return nil }
        guard let x = Double(row.text(longitude)), let y = Double(row.text(latitude)),
            let (point, isSwapped) = FrenchTerritory.point(latitude: y, longitude: x)
        else {
            diagnostics.append(
                .valueInvalid(
                    "geocodage_x_GPS", "\(row.text(longitude)) \(row.text(latitude))",
                    expected: "une longitude et une latitude en France", at: row.location(longitude)))
            return nil
        }
        if isSwapped {
            diagnostics.append(
                Diagnostic(
                    .note, .feedRowInvalid, at: row.location(longitude),
                    "latitude et longitude étaient inversées : elles sont remises dans l’ordre"))
        }
        return point
    }
}

extension StringProtocol {
    /// Without this character at both ends.
    func trimming(_ character: Character) -> SubSequence {
        var text = self[...]
        while text.first == character { text = text.dropFirst() }
        while text.last == character { text = text.dropLast() }
        return text
    }
}
