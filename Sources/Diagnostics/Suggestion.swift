/// Finds the name that a person most likely meant: « vouliez-vous dire … ? ».
public enum Suggestion {
    /// The candidate nearest to a mistyped name, or `nil` when none is near enough to be worth saying.
    ///
    /// The distance is Damerau's, on Unicode scalars without regard to case: letters inserted, left out,
    /// replaced, or two neighbours exchanged. A name of up to 2 letters bears no fault, 3 to 5 letters bear one,
    /// 6 to 9 two, longer ones three. Of candidates equally near, the first in byte order is returned,
    /// so that the order in which they come is of no consequence.
    public static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
        let typed = folded(name)
        let tolerance = tolerance(typed.count)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != name {
            let other = folded(candidate)
            guard abs(other.count - typed.count) <= tolerance else { continue }
            let distance = distance(typed, other)
            guard distance <= tolerance else { continue }
            if let best {
                guard distance <= best.distance else { continue }
                if distance == best.distance, !precedes(candidate, best.candidate) { continue }
            }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    private static func tolerance(_ length: Int) -> Int {
        switch length {
        case ...2: 0
        case ...5: 1
        case ...9: 2
        default: 3
        }
    }

    private static func folded(_ name: String) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars)
    }

    private static func precedes(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    /// Damerau's distance in which no letter is edited twice ("optimal string alignment").
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
                var least = min(replaced, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
