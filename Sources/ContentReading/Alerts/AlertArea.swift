import CAP
import SiteModel

/// Where a CAP message applies → communes of the site.
struct AlertArea {
    /// Of the département: code, name.
    let departement: SiteSettings.Departement
    /// By the form in which names are compared.
    private let communes: [String: INSEECode]
    private let codes: Set<INSEECode>
    private let contours: [INSEECode: Contour]

    init(_ departement: SiteSettings.Departement, communes: [Commune], contours: [INSEECode: Contour]) {
        self.departement = departement
        self.contours = contours
        codes = Set(communes.map(\.code))
        self.communes = Dictionary(communes.map { (Slug.make($0.name), $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    enum Reach: Hashable {
        case everywhere
        case communes([INSEECode])
        case elsewhere
    }

    /// By the codes that the areas carry, else by their outlines, else by their names.
    func reach(of areas: [CAPArea]) -> Reach {
        var found: Set<INSEECode> = []
        for area in areas {
            switch reach(of: area) {
            case .everywhere: return .everywhere
            case .communes(let codes): found.formUnion(codes)
            case .elsewhere: break
            }
        }
        return found.isEmpty ? .elsewhere : .communes(found.sorted())
    }

    private func reach(of area: CAPArea) -> Reach {
        var found: Set<INSEECode> = []
        for geocode in area.geocodes {
            let name = geocode.name.lowercased()
            if name.hasPrefix("nuts"), NUTSCode.departement(geocode.value) == departement.code { return .everywhere }
            guard name.contains("insee") || name.contains("commune") || name.hasPrefix("dep") else { continue }
            if geocode.value == departement.code { return .everywhere }
            if let code = INSEECode(geocode.value), codes.contains(code) { found.insert(code) }
        }
        if found.isEmpty { found = outlined(area) }
        if found.isEmpty {
            for name in area.description.split(whereSeparator: { ",;\n".contains($0) }) {
                let slug = Slug.make(String(name))
                if slug == Slug.make(departement.name) { return .everywhere }
                if let code = communes[slug] { found.insert(code) }
            }
        }
        return found.isEmpty ? .elsewhere : .communes(found.sorted())
    }

    /// Communes that a polygon or a circle of the message touches, where their contours are known.
    private func outlined(_ area: CAPArea) -> Set<INSEECode> {
        var found: Set<INSEECode> = []
        for polygon in area.polygons {
            let ring = polygon.dropLast().map { Self.point($0) }
            for (code, contour) in contours where !found.contains(code) {
                let isTouched =
                    ring.contains { contour.contains($0) }
                    || contour.rings.contains { $0.contains { Contour.surrounds(ring, $0) } }
                if isTouched { found.insert(code) }
            }
        }
        for circle in area.circles {
            let centre = Self.point(circle.centre)
            for (code, contour) in contours where !found.contains(code) {
                let isTouched =
                    contour.contains(centre)
                    || contour.rings.contains { $0.contains { Self.kilometres($0, circle.centre) <= circle.radius } }
                if isTouched { found.insert(code) }
            }
        }
        return found
    }

    private static func point(_ point: CAPArea.Point) -> MapPoint {
        MapPoint(
            longitude: Int32(point.longitude * MapPoint.unitsPerDegree),
            latitude: Int32(point.latitude * MapPoint.unitsPerDegree))
    }

    /// On a plane that touches the globe at `centre`: close enough within a département.
    private static func kilometres(_ point: MapPoint, _ centre: CAPArea.Point) -> Double {
        let degree = 111.195
        let north = (Double(point.latitude) / MapPoint.unitsPerDegree - centre.latitude) * degree
        let east = (Double(point.longitude) / MapPoint.unitsPerDegree - centre.longitude) * degree * cosine(centre.latitude)
        return (north * north + east * east).squareRoot()
    }

    /// Of an angle in degrees between -90 and 90, to one part in ten thousand.
    private static func cosine(_ degrees: Double) -> Double {
        let square = (degrees * .pi / 180) * (degrees * .pi / 180)
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    }
}
