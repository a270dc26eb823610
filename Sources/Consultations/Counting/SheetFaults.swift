/// Faults of a file: one that comes back row after row is told once, with how often it is there.
struct SheetFaults {
    private struct Kind: Hashable {
        let message: String
        let column: String?
    }

    private var found: [(fault: SheetFault, count: Int)] = []
    private var places: [Kind: Int] = [:]

    mutating func add(_ fault: SheetFault) {
        let kind = Kind(message: fault.message, column: fault.column)
        if let place = places[kind] {
            found[place].count += 1
        } else {
            places[kind] = found.count
            found.append((fault, 1))
        }
    }

    var isEmpty: Bool { found.isEmpty }

    var told: [SheetFault] {
        found.map { fault, count in
            guard count > 1 else { return fault }
            let more = count == 2 ? "et une autre ligne" : "et \(count - 1) autres lignes"
            return SheetFault("\(fault.message) (\(more))", line: fault.line, column: fault.column, advice: fault.advice)
        }
    }
}
