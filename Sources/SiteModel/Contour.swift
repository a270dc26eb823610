/// A place on the map: WGS 84, in millionths of a degree, so that the borders of neighbours are equal to the bit.
public struct MapPoint: Sendable, Hashable {
    public let longitude: Int32
    public let latitude: Int32

    public init(longitude: Int32, latitude: Int32) {
        self.longitude = longitude
        self.latitude = latitude
    }

    public static let unitsPerDegree = 1_000_000.0
}

/// The outline of a commune: one polygon or several, for it may have islands and enclaves.
public struct Contour: Sendable, Hashable {
    /// The ring of the outside, then those of its holes; a ring's last point is not its first again.
    public typealias Polygon = [[MapPoint]]

    public let polygons: [Polygon]

    public init(polygons: [Polygon]) {
        self.polygons = polygons
    }

    public var rings: some Sequence<[MapPoint]> { polygons.lazy.joined() }

    /// Whether the point lies inside, whichever way the rings turn.
    public func contains(_ point: MapPoint) -> Bool {
        polygons.contains { polygon in polygon.count { Self.surrounds($0, point) } % 2 == 1 }
    }

    /// Whether a ray to the east crosses the ring an odd number of times.
    public static func surrounds(_ ring: [MapPoint], _ point: MapPoint) -> Bool {
        guard var last = ring.last else { return false }
        var isInside = false
        let (x, y) = (Int64(point.longitude), Int64(point.latitude))
        for next in ring {
            let (x1, y1) = (Int64(last.longitude), Int64(last.latitude))
            let (x2, y2) = (Int64(next.longitude), Int64(next.latitude))
            if (y1 > y) != (y2 > y) {
                let side = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)
                if (side < 0) == (y2 > y1) { isInside.toggle() }
            }
            last = next
        }
        return isInside
    }
}

extension [INSEECode: Contour] {
    /// The communes that share a stretch of border with each, in order of their codes; touching at one point
    /// makes no neighbours.
    public func neighbours() -> [INSEECode: [INSEECode]] {
        var owners: [Stretch: [INSEECode]] = [:]
        for (code, contour) in self {
            for ring in contour.rings {
                guard var last = ring.last else { continue }
                for next in ring {
                    owners[Stretch(last, next), default: []].append(code)
                    last = next
                }
            }
        }
        var found: [INSEECode: Set<INSEECode>] = [:]
        for codes in owners.values where codes.count > 1 {
            for code in codes { found[code, default: []].formUnion(codes) }
        }
        var ordered: [INSEECode: [INSEECode]] = [:]
        for (code, others) in found { ordered[code] = others.subtracting([code]).sorted() }
        return ordered
    }
}

/// A piece of border between two points, whichever way it is drawn.
private struct Stretch: Hashable {
    let first: MapPoint
    let second: MapPoint

    init(_ a: MapPoint, _ b: MapPoint) {
        let isOrdered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
        first = isOrdered ? a : b
        second = isOrdered ? b : a
    }
}
