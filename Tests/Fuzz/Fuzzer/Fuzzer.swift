import FuzzPaths
import Glibc

/// Chosen by `CRIEUR_FUZZ_PATH`.
private let path: FuzzPath = {
    guard let name = getenv("CRIEUR_FUZZ_PATH"), let path = FuzzPath(rawValue: String(cString: name)) else {
        fatalError("CRIEUR_FUZZ_PATH is one of \(FuzzPath.allCases.map(\.rawValue))")
    }
    return path
}()

/// What libFuzzer calls with each input: https://llvm.org/docs/LibFuzzer.html#fuzz-target
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    path.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
