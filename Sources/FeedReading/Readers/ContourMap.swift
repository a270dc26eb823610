import Diagnostics
import Files
import SiteModel

/// The outlines of communes as GeoJSON (RFC 7946): a FeatureCollection of polygons, with their codes or at least
/// their names. Rings may turn either way, as real files do.
struct ContourMap: FeedContent {
    struct Record: Sendable {
        /// `nil` where the file only names it.
        let code: INSEECode?
        let name: String
        let contour: Contour
        /// Of the code or the name.
        let location: SourceLocation
    }

    private(set) var records: [Record] = []
    private(set) var rows = 0
    var kept: Int { records.count }

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let bytes = try file.bytes(diagnostics: &diagnostics) else { return nil }
        self.init(bytes, file: file.path, filter: file.filter, diagnostics: &diagnostics)
    }

    init?(_ bytes: [UInt8], file: String, filter: DepartementFilter, diagnostics: inout [Diagnostic]) {
        if let fault = TextFile.recordsFault(in: bytes, file: file) {
            diagnostics.append(fault)
            return nil
        }
        var cursor = JSONCursor(bytes)
        var isCollection = false
        do throws(JSONCursor.Fault) {
            try cursor.object { key, cursor throws(JSONCursor.Fault) in
                guard key == "features" else { return try cursor.skip() }
                isCollection = true
                try cursor.array { cursor throws(JSONCursor.Fault) in
                    rows += 1
                    let feature = try ContourFeature(&cursor)
                    if let record = Self.record(feature, file, filter, &diagnostics) { records.append(record) }
                }
            }
            if cursor.peek() != nil { throw cursor.fault("le fichier devrait finir ici") }
        } catch {
            diagnostics.append(
                .error(
                    .contourInvalid, at: SourceLocation(file: file, offset: error.offset), error.message,
                    advice: "déposez de nouveau le fichier GeoJSON, tel qu’il est publié"))
            return nil
        }
        if !isCollection {
            diagnostics.append(
                .error(
                    .contourInvalid, at: SourceLocation(file: file),
                    "ce fichier n’a pas de liste « features » : ce n’est pas une carte de communes",
                    advice: "prenez les contours des communes au format GeoJSON (FeatureCollection)"))
            return nil
        }
    }

    /// `nil` for another département's commune, and for a faulty outline, which is told.
    private static func record(
        _ feature: ContourFeature, _ file: String, _ filter: DepartementFilter, _ diagnostics: inout [Diagnostic],
    ) -> Record? {
        func location(_ range: Range<Int>) -> SourceLocation {
            SourceLocation(file: file, offset: range.lowerBound, length: range.count)
        }
        var code: INSEECode?
        if let written = feature.code {
            code = filter.officialCode(written.text, at: location(written.range), diagnostics: &diagnostics)
            if code == nil { return nil }
        }
        guard let label = feature.code ?? feature.name else {
            diagnostics.append(
                .error(
                    .contourInvalid, at: location(feature.range), "ce contour ne dit pas de quelle commune il est",
                    advice: "donnez-lui une propriété « code » (code INSEE), ou au moins « nom »"))
            return nil
        }
        if let fault = feature.shape.fault {
            diagnostics.append(
                .error(
                    .contourInvalid, at: location(label.range), "\(fault.message) (« \(feature.name?.text ?? label.text) »)",
                    advice: fault.advice))
            return nil
        }
        return Record(
            code: code, name: feature.name?.text ?? "", contour: Contour(polygons: feature.shape.polygons),
            location: location(label.range))
    }
}
