import SiteModel

/// Outlines cut where borders meet: each border is one line, which its two communes share.
///
/// Only so can a border be simplified once and leave neither gap nor overlap.
struct BorderNetwork {
    /// A border as a ring runs along it.
    struct Run {
        let border: Int
        let isReversed: Bool
    }

    /// A border with its two ends; a closed one ends where it starts.
    private(set) var borders: [[MapPoint]] = []
    /// How many rings run along each border: one for the département's own outline.
    private(set) var uses: [Int] = []
    /// By commune: polygons, their rings, and the borders of each.
    private(set) var polygons: [INSEECode: [[[Run]]]] = [:]

    private var known: [[MapPoint]: Int] = [:]

    init(_ contours: [INSEECode: Contour]) {
        let codes = contours.keys.sorted()
        let ends = Self.ends(codes.compactMap { contours[$0] })
        for code in codes {
            polygons[code] = contours[code]?.polygons.map { polygon in
                polygon.map { runs($0, ends) }
            }
        }
    }

    /// Points at which rings do not all go on to the same two others.
    private static func ends(_ contours: [Contour]) -> Set<MapPoint> {
        var sides: [MapPoint: (MapPoint, MapPoint)] = [:]
        var ends: Set<MapPoint> = []
        for contour in contours {
            for ring in contour.rings {
                for (index, point) in ring.enumerated() {
                    let before = ring[index == 0 ? ring.count - 1 : index - 1]
                    let after = ring[index == ring.count - 1 ? 0 : index + 1]
                    guard let (a, b) = sides[point] else {
                        sides[point] = (before, after)
                        continue
                    }
                    if !((a, b) == (before, after) || (a, b) == (after, before)) { ends.insert(point) }
                }
            }
        }
        return ends
    }

    private mutating func runs(_ ring: [MapPoint], _ ends: Set<MapPoint>) -> [Run] {
        guard let first = ring.firstIndex(where: ends.contains) else { return [closed(ring)] }
        var runs: [Run] = []
        var line = [ring[first]]
        for step in 1...ring.count {
            let point = ring[(first + step) % ring.count]
            line.append(point)
            if ends.contains(point) {
                runs.append(run(along: line))
                line = [point]
            }
        }
        return runs
    }

    /// A ring that no border meets starts at its westernmost point, whoever draws it.
    private mutating func closed(_ ring: [MapPoint]) -> Run {
        let first = ring.indices.min { Self.precedes(ring[$0], ring[$1]) } ?? 0
        return run(along: Array(ring[first...] + ring[...first]))
    }

    private mutating func run(along line: [MapPoint]) -> Run {
        let reversed = Array(line.reversed())
        let isReversed = reversed.lexicographicallyPrecedes(line, by: Self.precedes)
        let border = isReversed ? reversed : line
        let place = known[border] ?? borders.count
        if place == borders.count {
            known[border] = place
            borders.append(border)
            uses.append(0)
        }
        uses[place] += 1
        return Run(border: place, isReversed: isReversed)
    }

    private static func precedes(_ left: MapPoint, _ right: MapPoint) -> Bool {
        (left.longitude, left.latitude) < (right.longitude, right.latitude)
    }
}

extension BorderNetwork {
    /// The borders that only one commune has, chained into rings: the département's outline.
    func outline() -> [[Run]] {
        let outer = borders.indices.filter { uses[$0] == 1 }
        var byEnd: [MapPoint: [Int]] = [:]
        for border in outer {
            byEnd[borders[border][0], default: []].append(border)
            byEnd[borders[border][borders[border].count - 1], default: []].append(border)
        }
        var isUsed: Set<Int> = []
        var rings: [[Run]] = []
        for start in outer where isUsed.insert(start).inserted {
            var ring = [Run(border: start, isReversed: false)]
            let first = borders[start][0]
            var end = borders[start][borders[start].count - 1]
            while end != first, let next = byEnd[end]?.first(where: { !isUsed.contains($0) }) {
                isUsed.insert(next)
                let line = borders[next]
                let isReversed = line[0] != end
                ring.append(Run(border: next, isReversed: isReversed))
                end = isReversed ? line[0] : line[line.count - 1]
            }
            rings.append(ring)
        }
        return rings
    }
}
