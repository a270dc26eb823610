private import CClp

/// One system of equations `Σ coefficient × x = sum` under bounds and costs that change, solved by Clp.
/// Each solution starts from the one before.
final class LinearProgram {
    struct Entry {
        let row: Int
        let coefficient: Int
    }

    private let model: UnsafeMutableRawPointer
    private let columns: Int
    private var lowest: [Double]
    private var highest: [Double]

    /// - Parameters:
    ///   - columns: what each variable stands for in each row.
    ///   - rows: how many sums there are, all 0.
    convenience init(columns: [[Entry]], rows: Int) { self.init(columns: columns, sums: Array(repeating: 0, count: rows)) }

    /// - Parameter sums: of the rows.
    init(columns: [[Entry]], sums: [Int]) {
        var starts: [CInt] = [0]
        var indices: [CInt] = []
        var values: [Double] = []
        for column in columns {
            for entry in column {
                indices.append(CInt(entry.row))
                values.append(Double(entry.coefficient))
            }
            starts.append(CInt(indices.count))
        }
        self.columns = columns.count
        lowest = Array(repeating: 0, count: columns.count)
        highest = lowest
        let rows = sums.map(Double.init) + (sums.isEmpty ? [0] : [])
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
        Clp_loadProblem(
            model, CInt(columns.count), CInt(sums.count), starts, indices, values, lowest, highest, lowest, rows, rows)
    }

    deinit { Clp_deleteModel(model) }

    func bound(_ column: Int, _ range: ClosedRange<Int>) {
        lowest[column] = Double(range.lowerBound)
        highest[column] = Double(range.upperBound)
    }

    /// The variables where the sum of costs is smallest; `nil` where no values keep all bounds.
    func minimum(costs: [Double]) -> [Double]? {
        Clp_chgColumnLower(model, lowest)
        Clp_chgColumnUpper(model, highest)
        Clp_chgObjCoefficients(model, costs)
        guard Clp_primal(model, 0) == 0, let found = Clp_getColSolution(model) else { return nil }
        return Array(UnsafeBufferPointer(start: found, count: columns))
    }

    /// The whole numbers that a solution rounds to; `nil` where it is not of whole numbers.
    static func whole(_ solution: [Double]) -> [Int]? {
        let rounded = solution.map { Int($0.rounded()) }
        return zip(solution, rounded).allSatisfy { abs($0 - Double($1)) < tolerance } ? rounded : nil
    }

    /// What Clp may be wrong by.
    static let tolerance = 1e-6
}
