import SiteModel

/// The geometry of a GeoJSON feature: `Polygon` or `MultiPolygon`, told by how deep its coordinates are nested.
struct ContourShape {
    struct Fault {
        let message: String
        let advice: String
    }

    private(set) var polygons: [Contour.Polygon] = []
    private var isSurface = true
    private var isOnGlobe = true

    init() {}

    init(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) {
        try cursor.object { key, cursor throws(JSONCursor.Fault) in
            guard key == "coordinates" else { return try cursor.skip() }
            switch try nested(&cursor, depth: 0) {
            case .polygon(let polygon): polygons = [polygon]
            case .polygons(let all): polygons = all
            case .point, .ring, .nothing: isSurface = false
            }
        }
    }

    /// Why it is no outline of a commune.
    var fault: Fault? {
        if !isSurface || polygons.isEmpty {
            return Fault(
                message: "ce contour n’est pas une surface",
                advice: "prenez un fichier dont les géométries sont des Polygon ou des MultiPolygon")
        }
        if !isOnGlobe {
            return Fault(
                message: "ce contour sort du globe terrestre",
                advice: "prenez un fichier en longitude et latitude (WGS 84), pas en Lambert 93")
        }
        if polygons.contains(where: { $0.isEmpty || $0.contains { $0.count < 3 } }) {
            return Fault(
                message: "ce contour a moins de trois points", advice: "déposez de nouveau le fichier, tel qu’il est publié")
        }
        if let point = polygons.first?.first?.first, Self.isSwapped(point) {
            return Fault(
                message: "la latitude et la longitude de ce contour sont échangées",
                advice: "le GeoJSON écrit la longitude d’abord : corrigez la conversion du fichier")
        }
        return nil
    }

    private static func isSwapped(_ point: MapPoint) -> Bool {
        let found = FrenchTerritory.point(
            latitude: Double(point.latitude) / MapPoint.unitsPerDegree,
            longitude: Double(point.longitude) / MapPoint.unitsPerDegree)
        return found?.isSwapped ?? false
    }

    // MARK: Coordinates

    private enum Nested {
        case nothing
        case point(MapPoint)
        case ring([MapPoint])
        case polygon([[MapPoint]])
        case polygons([[[MapPoint]]])
    }

    private mutating func nested(_ cursor: inout JSONCursor, depth: Int) throws(JSONCursor.Fault) -> Nested {
        if depth > 3 { throw cursor.fault("ces coordonnées sont trop emboîtées") }
        var numbers: [Double] = []
        var ring: [MapPoint] = []
        var polygon: [[MapPoint]] = []
        var polygons: [[[MapPoint]]] = []
        try cursor.array { cursor throws(JSONCursor.Fault) in
            guard cursor.peek() == UInt8(ascii: "[") else {
                numbers.append(try Self.degrees(&cursor))
                return
            }
            switch try nested(&cursor, depth: depth + 1) {
            case .point(let point): if ring.last != point { ring.append(point) }
            case .ring(let points): polygon.append(Self.open(points))
            case .polygon(let rings): polygons.append(rings)
            case .polygons, .nothing: isSurface = false
            }
        }
        if numbers.count >= 2 { return .point(point(numbers[0], numbers[1])) }
        switch (ring.isEmpty, polygon.isEmpty, polygons.isEmpty) {
        case (false, true, true): return .ring(ring)
        case (true, false, true): return .polygon(polygon)
        case (true, true, false): return .polygons(polygons)
        default: return .nothing
        }
    }

    /// GeoJSON repeats the first point at the end.
    private static func open(_ ring: [MapPoint]) -> [MapPoint] {
        ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring
    }

    private static func degrees(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) -> Double {
        let start = cursor.position
        let text = try cursor.number()
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            throw JSONCursor.Fault(offset: start, message: "ce n’est pas un nombre")
        }
        return value
    }

    private mutating func point(_ longitude: Double, _ latitude: Double) -> MapPoint {
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            isOnGlobe = false
            return MapPoint(longitude: 0, latitude: 0)
        }
        return MapPoint(
            longitude: Int32((longitude * MapPoint.unitsPerDegree).rounded()),
            latitude: Int32((latitude * MapPoint.unitsPerDegree).rounded()))
    }
}
