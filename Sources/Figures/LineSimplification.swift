/// Fewer points for a line that looks the same: the algorithm of Ramer, Douglas and Peucker.
/// Source: https://doi.org/10.3138/FM57-6770-U75U-7727
enum LineSimplification {
    /// The ends stay; every point that is left out lies within `tolerance` of the line that is kept.
    static func simplify(_ line: [MapPlace], tolerance: Double) -> [MapPlace] {
        var points = line
        for index in line.indices.dropFirst().reversed() where line[index] == line[index - 1] { points.remove(at: index) }
        guard points.count > 2 else { return points }
        var isKept = [Bool](repeating: false, count: points.count)
        isKept[0] = true
        isKept[points.count - 1] = true
        var spans = [(0, points.count - 1)]
        while let (first, last) = spans.popLast() {
            guard last - first > 1 else { continue }
            var farthest = first
            var greatest = -1.0
            for index in (first + 1)..<last {
                let distance = squaredDistance(points[index], points[first], points[last])
                if distance > greatest { (farthest, greatest) = (index, distance) }
            }
            guard greatest > tolerance * tolerance else { continue }
            isKept[farthest] = true
            spans.append((first, farthest))
            spans.append((farthest, last))
        }
        return zip(points, isKept).filter(\.1).map(\.0)
    }

    /// The same for a ring, whose first point is not repeated at its end.
    static func simplify(ring: [MapPlace], tolerance: Double) -> [MapPlace] {
        guard let start = ring.indices.min(by: { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) }) else { return [] }
        return simplify(Array(ring[start...] + ring[...start]), tolerance: tolerance).dropLast()
    }

    /// Of a point from the stretch between two others, which may be one.
    private static func squaredDistance(_ point: MapPlace, _ a: MapPlace, _ b: MapPlace) -> Double {
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        let (px, py) = (Double(point.x - a.x), Double(point.y - a.y))
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : min(1, max(0, (px * dx + py * dy) / length))
        let (ex, ey) = (px - along * dx, py - along * dy)
        return ex * ex + ey * ey
    }
}
