import SiteModel

/// Where France is: enough to tell a latitude from a longitude.
enum FrenchTerritory {
    private struct Box {
        let latitudes: ClosedRange<Double>
        let longitudes: ClosedRange<Double>
    }

    private static let boxes = [
        Box(latitudes: 41...51.5, longitudes: -5.5...10),  // metropolitan France and Corsica
        Box(latitudes: 14...18.5, longitudes: -63.5 ... -60.5),  // Guadeloupe, Martinique, Saint-Martin
        Box(latitudes: 2...6, longitudes: -55 ... -51),  // Guyane
        Box(latitudes: -21.5 ... -20.8, longitudes: 55...56),  // La Réunion
        Box(latitudes: -13.1 ... -12.5, longitudes: 44.9...45.4),  // Mayotte
        Box(latitudes: 46.5...47.3, longitudes: -56.6 ... -56),  // Saint-Pierre-et-Miquelon
        Box(latitudes: -28 ... -7, longitudes: -155 ... -134),  // Polynésie française
        Box(latitudes: -23 ... -17, longitudes: 158...172),  // Nouvelle-Calédonie
        Box(latitudes: -14.5 ... -13, longitudes: -179 ... -176),  // Wallis-et-Futuna
    ]

    static func contains(_ point: GeoPoint) -> Bool {
        boxes.contains { $0.latitudes.contains(point.latitude) && $0.longitudes.contains(point.longitude) }
    }

    /// The point in France; its two numbers change places where that alone puts it there. `nil` where nothing does.
    static func point(latitude: Double, longitude: Double) -> (point: GeoPoint, isSwapped: Bool)? {
        let point = GeoPoint(latitude: latitude, longitude: longitude)
        if contains(point) { return (point, false) }
        let swapped = GeoPoint(latitude: longitude, longitude: latitude)
        return contains(swapped) ? (swapped, true) : nil
    }
}
