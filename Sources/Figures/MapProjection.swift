import Glibc
import SiteModel

/// Longitude and latitude → whole units of a map: equirectangular, true to scale at the middle latitude, which is
/// enough for a département.
struct MapProjection {
    let width: Int
    let height: Int
    private let west: Double
    private let north: Double
    /// Units for a millionth of a degree.
    private let eastScale: Double
    private let southScale: Double

    /// The longer side of every map, in units.
    static let size = 1000.0
    /// Kept free on all sides, for strokes.
    static let margin = 6.0

    /// `nil` for points that span nothing.
    init?(_ points: some Sequence<MapPoint>) {
        var west = Int32.max, east = Int32.min, south = Int32.max, north = Int32.min
        for point in points {
            west = min(west, point.longitude)
            east = max(east, point.longitude)
            south = min(south, point.latitude)
            north = max(north, point.latitude)
        }
        guard west < east, south < north else { return nil }
        let middle = (Double(south) + Double(north)) / 2 / MapPoint.unitsPerDegree
        let shrinkage = cos(middle * .pi / 180)
        let spanEast = (Double(east) - Double(west)) * shrinkage
        let spanSouth = Double(north) - Double(south)
        southScale = (Self.size - 2 * Self.margin) / max(spanEast, spanSouth)
        eastScale = southScale * shrinkage
        self.west = Double(west)
        self.north = Double(north)
        width = Int((spanEast * southScale + 2 * Self.margin).rounded())
        height = Int((spanSouth * southScale + 2 * Self.margin).rounded())
    }

    func place(_ point: MapPoint) -> MapPlace {
        MapPlace(
            x: Int((Self.margin + (Double(point.longitude) - west) * eastScale).rounded()),
            y: Int((Self.margin + (north - Double(point.latitude)) * southScale).rounded()))
    }
}

/// A point of a map: units to the right of and below its corner.
struct MapPlace: Hashable {
    let x: Int
    let y: Int
}
