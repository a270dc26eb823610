extension Contour {
    /// One outline around several: borders between them disappear where they are equal to the bit.
    public static func union(_ contours: [Contour]) -> Contour {
        guard contours.count > 1 else { return contours.first ?? Contour(polygons: []) }
        // Outer rings one way, holes the other: a border between two outlines is then drawn in both directions.
        var steps: [MapPoint: [MapPoint]] = [:]
        for polygon in contours.flatMap(\.polygons) {
            for (place, ring) in polygon.enumerated() {
                let isRight = (doubleArea(ring) > 0) == (place == 0)
                let points = isRight ? ring : ring.reversed()
                guard var last = points.last else { continue }
                for next in points {
                    if let back = steps[next]?.firstIndex(of: last) {
                        steps[next]?.remove(at: back)
                    } else {
                        steps[last, default: []].append(next)
                    }
                    last = next
                }
            }
        }
        return Contour(polygons: polygons(rings(&steps)))
    }

    /// Twice the area in squared millionths of a degree: positive for a ring that turns against the clock.
    public static func doubleArea(_ ring: [MapPoint]) -> Int64 {
        guard var last = ring.last else { return 0 }
        var sum: Int64 = 0
        for next in ring {
            sum += Int64(last.longitude) * Int64(next.latitude) - Int64(next.longitude) * Int64(last.latitude)
            last = next
        }
        return sum
    }

    /// Follows the steps that are left, each once, from the westernmost point on.
    private static func rings(_ steps: inout [MapPoint: [MapPoint]]) -> [[MapPoint]] {
        var rings: [[MapPoint]] = []
        for start in steps.keys.sorted(by: { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }) {
            while steps[start]?.isEmpty == false {
                var ring: [MapPoint] = []
                var point = start
                while let next = steps[point]?.popLast() {
                    ring.append(point)
                    point = next
                    if point == start { break }
                }
                if ring.count > 2 { rings.append(ring) }
            }
        }
        return rings
    }

    /// Each hole joins the polygon that surrounds it.
    private static func polygons(_ rings: [[MapPoint]]) -> [Polygon] {
        var polygons: [Polygon] = rings.filter { doubleArea($0) > 0 }.map { [$0] }
        for hole in rings where doubleArea(hole) < 0 {
            guard let point = hole.first else { continue }
            let owner = polygons.firstIndex { surrounds($0[0], point) || $0[0].contains(point) }
            if let owner { polygons[owner].append(hole) }
        }
        return polygons
    }
}
