import SiteModel

/// Outlines on a grid of tenths of a degree, each side cut in two, as real borders have points along them.
enum Squares {
    static func contour(_ column: Int, _ row: Int, width: Int = 1) -> Contour {
        Contour(polygons: [[ring(column, row, width: width)]])
    }

    /// Against the clock from the south-west corner.
    static func ring(_ column: Int, _ row: Int, width: Int = 1) -> [MapPoint] {
        var ring: [MapPoint] = []
        for step in 0..<2 * width { ring.append(point(2 * column + step, 2 * row)) }
        for step in 0..<2 { ring.append(point(2 * (column + width), 2 * row + step)) }
        for step in 0..<2 * width { ring.append(point(2 * (column + width) - step, 2 * row + 2)) }
        for step in 0..<2 { ring.append(point(2 * column, 2 * row + 2 - step)) }
        return ring
    }

    /// In twentieths of a degree from 6° E, 45° N.
    static func point(_ x: Int, _ y: Int) -> MapPoint {
        MapPoint(longitude: Int32(6_000_000 + 50_000 * x), latitude: Int32(45_000_000 + 50_000 * y))
    }

    static func code(_ number: Int) -> INSEECode? { INSEECode("74\(String(number + 1000).dropFirst())") }
}
