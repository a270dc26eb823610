public import SiteModel

extension DepartementMap {
    /// Detail finer than this, in units of 1,000 for the whole map, is left out of shapes and of the outline.
    private static let shapeTolerance = 1.0
    private static let outlineTolerance = 5.0

    /// `nil` where there is no outline at all, or too many for one map.
    public init?(drawing contours: [INSEECode: Contour]) {
        // A site of the whole country: one map of communes would be neither read nor loaded.
        guard contours.count <= 1500, let projection = MapProjection(contours.values.lazy.flatMap(\.rings).joined())
        else { return nil }
        let network = BorderNetwork(contours)
        let lines = network.borders.map { $0.map(projection.place) }
        let borders = lines.map { LineSimplification.simplify($0, tolerance: Self.shapeTolerance) }
        var shapes: [INSEECode: Shape] = [:]
        for (code, polygons) in network.polygons { shapes[code] = Self.shape(polygons, borders, lines) }
        var outline = PathData()
        for runs in network.outline() {
            let ring = LineSimplification.simplify(ring: Self.ring(runs, lines), tolerance: Self.outlineTolerance)
            if ring.count > 2 { outline.add(ring) }
        }
        self.init(width: projection.width, height: projection.height, shapes: shapes, outline: outline.text)
    }

    private static func shape(
        _ polygons: [[[BorderNetwork.Run]]], _ borders: [[MapPlace]], _ lines: [[MapPlace]],
    ) -> Shape? {
        var path = PathData()
        var largest: (area: Int, ring: [MapPlace])?
        for polygon in polygons {
            for (place, runs) in polygon.enumerated() {
                var ring = ring(runs, borders)
                if ring.count < 3 || doubleArea(ring) == 0 { ring = Self.ring(runs, lines) }
                guard ring.count > 2 else { continue }
                path.add(ring)
                let area = abs(doubleArea(ring))
                if place == 0, area > largest?.area ?? -1 { largest = (area, ring) }
            }
        }
        guard let ring = largest?.ring, let first = ring.first else { return nil }
        var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
        for place in ring {
            (left, right) = (min(left, place.x), max(right, place.x))
            (top, bottom) = (min(top, place.y), max(bottom, place.y))
        }
        return Shape(
            path: path.text, x: (left + right) / 2, y: (top + bottom) / 2, extent: max(right - left, bottom - top))
    }

    /// The borders one after the other, each point once.
    private static func ring(_ runs: [BorderNetwork.Run], _ borders: [[MapPlace]]) -> [MapPlace] {
        var ring: [MapPlace] = []
        for run in runs {
            let line = borders[run.border]
            for place in run.isReversed ? line.reversed() : line where ring.last != place { ring.append(place) }
        }
        if ring.count > 1, ring.first == ring.last { ring.removeLast() }
        return ring
    }

    private static func doubleArea(_ ring: [MapPlace]) -> Int {
        guard var last = ring.last else { return 0 }
        var sum = 0
        for next in ring {
            sum += last.x * next.y - next.x * last.y
            last = next
        }
        return sum
    }
}
