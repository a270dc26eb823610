import Diagnostics
import SiteModel

/// A feed whose file has been read.
struct LoadedFeed: Sendable {
    enum Records: Sendable {
        case communes(CommuneTable)
        case units(UnitTable)
        case cogCommunes(COGCommunes)
        case cogMovements(COGMovements)
        case cogArrondissements(COGArrondissements)
        case populations(LegalPopulations)
        case competence(TerritorialCompetence)
    }

    let declaration: FeedDeclaration
    let records: Records

    var id: Feed.ID { declaration.feed.id }

    /// `nil`, with a diagnostic, for a file that holds nothing for the département.
    init?(
        _ bytes: [UInt8], declaration: FeedDeclaration, filter: DepartementFilter,
        diagnostics: inout [Diagnostic],
    ) {
        let file = declaration.feed.file
        let table = CSVTable(
            bytes, file: file, encoding: declaration.encoding, separator: declaration.separator,
            diagnostics: &diagnostics)
        guard let table else { return nil }
        let before = diagnostics.count
        let records: Records? =
            switch declaration.format {
            case .communes: CommuneTable(table, filter: filter, diagnostics: &diagnostics).map(Records.communes)
            case .units: UnitTable(table, diagnostics: &diagnostics).map(Records.units)
            case .cogCommunes:
                COGCommunes(table, filter: filter, diagnostics: &diagnostics).map(Records.cogCommunes)
            case .cogMovements:
                COGMovements(table, filter: filter, diagnostics: &diagnostics).map(Records.cogMovements)
            case .cogArrondissements:
                COGArrondissements(table, filter: filter, diagnostics: &diagnostics).map(Records.cogArrondissements)
            case .populations:
                LegalPopulations(table, filter: filter, diagnostics: &diagnostics).map(Records.populations)
            case .competence:
                TerritorialCompetence(table, filter: filter, diagnostics: &diagnostics).map(Records.competence)
            }
        guard let records else { return nil }
        self.declaration = declaration
        self.records = records
        if rowCount == 0 {
            // Where every row is at fault, that has been said.
            if diagnostics.count == before {
                diagnostics.append(
                    .error(
                        .feedEmpty, at: SourceLocation(file: file),
                        "le fichier « \(file) » n’a aucune ligne sous les noms de ses colonnes",
                        advice: "déposez-le de nouveau"))
            }
            return nil
        }
        if keptCount == 0, isByCommune {
            if diagnostics.count == before {
                diagnostics.append(.nothingHere(file, departement: filter.departement))
            }
            return nil
        }
    }

    /// Rows of the file, without the first.
    var rowCount: Int {
        switch records {
        case .communes(let table): table.rows
        case .units(let table): table.rows
        case .cogCommunes(let table): table.rows
        case .cogMovements(let table): table.rows
        case .cogArrondissements(let table): table.rows
        case .populations(let table): table.rows
        case .competence(let table): table.rows
        }
    }

    /// Records that concern the département.
    var keptCount: Int {
        switch records {
        case .communes(let table): table.records.count
        case .units(let table): table.units.count
        case .cogCommunes(let table): table.communes.count
        case .cogMovements(let table): table.movements.count
        case .cogArrondissements(let table): table.names.count
        case .populations(let table): table.records.count
        case .competence(let table): table.links.count
        }
    }

    /// Whether every département has rows: Mayotte has no arrondissements, others had no movements.
    private var isByCommune: Bool {
        switch declaration.format {
        case .communes, .cogCommunes, .populations, .competence: true
        case .units, .cogMovements, .cogArrondissements: false
        }
    }
}
