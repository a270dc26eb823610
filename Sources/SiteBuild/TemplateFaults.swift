import Diagnostics

extension Sequence<Diagnostic> {
    /// Faults met while many pages or bulletins were made, each place once: a tag at fault in a layout is met by
    /// every kind of page, with a chain of templates and names of its own. Of those, the first in order is kept.
    func oncePerPlace() -> [Diagnostic] {
        var seen: Set<FaultPlace> = []
        return sortedForReport().filter { seen.insert(FaultPlace($0)).inserted }
    }
}

private struct FaultPlace: Hashable {
    let id: DiagnosticID
    let location: SourceLocation?
    /// Where there is no place, the words tell faults apart.
    let message: String

    init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        // A font that is missing is one mistake, wherever its name is used.
        let isByWords = diagnostic.location?.offset == nil || id == .fontMissing
        location = isByWords ? nil : diagnostic.location
        message = isByWords ? diagnostic.message : ""
    }
}
