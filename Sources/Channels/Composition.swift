import French

/// A text made of whole pieces: what must stand, and of the rest as much as there is room for.
struct Composition {
    struct Piece {
        /// What stands before it where something does.
        var joint = " "
        var text: String
        /// 0 must stand; the others give way, the highest first.
        var rank = 0
        /// Numbers for an emergency that it gives.
        var numbers: [String] = []
        /// Gives the numbers that the text loses; left out where it loses none.
        var isForNumbers = false
    }

    let pieces: [Piece]
    private(set) var text = ""
    /// Whether some gave way.
    private(set) var isWhole = true

    /// - Parameter fits: whether a text has room; it must be so of any that is shorter.
    init(_ pieces: [Piece], fits: (String) -> Bool) {
        self.pieces = pieces
        var chosen = Set(pieces.indices.filter { pieces[$0].rank == 0 })
        for rank in Set(pieces.map(\.rank)).subtracting([0]).sorted() {
            // Nothing is skipped: steps have an order.
            for place in pieces.indices where pieces[place].rank == rank {
                guard fits(Self.text(of: pieces, chosen.union([place]))) else {
                    isWhole = false
                    break
                }
                chosen.insert(place)
            }
        }
        text = Self.text(of: pieces, chosen)
    }

    private static func text(of pieces: [Piece], _ chosen: Set<Int>) -> String {
        var told: Set<String> = []
        for place in chosen where !pieces[place].isForNumbers { told.formUnion(pieces[place].numbers) }
        var text = ""
        for place in pieces.indices where chosen.contains(place) {
            let piece = pieces[place]
            if piece.text.isEmpty || (piece.isForNumbers && told.isSuperset(of: piece.numbers)) { continue }
            text += text.isEmpty ? piece.text : piece.joint + piece.text
        }
        return text
    }
}
