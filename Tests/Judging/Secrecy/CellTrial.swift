import Consultations

/// Reads systems of cells from standard input and says, a line each, what `CellSystem.protect` hides and exposes.
///
/// `cell COUNT SENSITIVE WRITTEN WEIGHT HIGHEST` (the last `-` where there is none), `relation CELL:COEFFICIENT …`,
/// then `protect`.
enum CellTrial {
    static func run() {
        var system = CellSystem()
        while let line = readLine() {
            let words = line.split(separator: " ")
            switch words.first {
            case "cell":
                _ = system.add(
                    Int(words[1])!, isSensitive: words[2] == "1", isWritten: words[3] == "1", weight: Int(words[4])!,
                    highest: Int(words[5]))
            case "relation":
                system.relate(words.dropFirst().map { word in
                    let parts = word.split(separator: ":")
                    return CellSystem.Term(cell: Int(parts[0])!, coefficient: Int(parts[1])!)
                })
            default:
                let protection = system.protect()
                let hidden = protection.hidden.indices.filter { protection.hidden[$0] }
                print(hidden.map(String.init).joined(separator: " "), protection.exposed, separator: ";")
                system = CellSystem()
            }
        }
    }
}
