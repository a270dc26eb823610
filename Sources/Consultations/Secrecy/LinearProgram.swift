private import CClp

/// One system of equations `Σ coefficient × x = 0` under bounds and costs that change, solved by Clp.
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

    /// - Parameter columns: what each variable stands for in each row.
    init(columns: [[Entry]], rows: Int) {
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
        let zeros = Array(repeating: 0.0, count: max(rows, 1))
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
        Clp_loadProblem(
            model, CInt(columns.count), CInt(rows), starts, indices, values, lowest, highest, lowest, zeros, zeros)
    }

    deinit { Clp_deleteModel(model) }

    func bound(_ column: Int, _ range: ClosedRange<Int>) {
        lowest[column] = Double(range.lowerBound)
        highest[column] = Double(range.upperBound)
    }

    /// The variables where the sum of costs is smallest; `nil` where no value keeps all bounds, or where the solution
    /// that was found is not of whole numbers.
    func minimum(costs: [Double]) -> [Int]? {
        Clp_chgColumnLower(model, lowest)
        Clp_chgColumnUpper(model, highest)
        Clp_chgObjCoefficients(model, costs)
        guard Clp_primal(model, 0) == 0, let found = Clp_getColSolution(model) else { return nil }
        var whole: [Int] = []
        whole.reserveCapacity(columns)
        for index in 0..<columns {
            let rounded = found[index].rounded()
            guard abs(found[index] - rounded) < 1e-6 else { return nil }
            whole.append(Int(rounded))
        }
        return whole
    }
}
