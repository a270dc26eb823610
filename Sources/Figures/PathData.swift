/// Closed rings as the path data of SVG, in the fewest bytes: whole units, each point from the one before.
struct PathData {
    private(set) var text = ""

    /// The ring's first point is not repeated at its end.
    mutating func add(_ ring: [MapPlace]) {
        guard var last = ring.first else { return }
        text += "M\(last.x) \(last.y)l"
        for place in ring.dropFirst() {
            write(place.x - last.x)
            write(place.y - last.y)
            last = place
        }
        text += "z"
    }

    /// A minus sign parts numbers by itself.
    private mutating func write(_ number: Int) {
        let isFirst = text.utf8.last == UInt8(ascii: "l")
        if number >= 0, !isFirst { text += " " }
        text += "\(number)"
    }
}
