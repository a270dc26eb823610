import Diagnostics

/// The faults of many bulletins. What several communes have in common is told once, with their names.
struct PrintFaults {
    /// A fault without the commune's name.
    private struct Shared: Hashable {
        let id: DiagnosticID
        /// The file that makes it, where one does; never a place in it.
        let location: SourceLocation?
        let words: String
        let advice: String?
    }

    private var others: [Diagnostic] = []
    private var shared: [Shared: [String]] = [:]

    /// - Parameter commune: the name before the colon of a fault that is the commune's own.
    mutating func add(_ diagnostics: [Diagnostic], of commune: String) {
        let opening = "\(commune) : "
        for diagnostic in diagnostics {
            guard diagnostic.location?.offset == nil, diagnostic.message.hasPrefix(opening) else {
                others.append(diagnostic)
                continue
            }
            let words = String(diagnostic.message.dropFirst(opening.count))
            shared[Shared(id: diagnostic.id, location: diagnostic.location, words: words, advice: diagnostic.advice), default: []].append(commune)
        }
    }

    var diagnostics: [Diagnostic] {
        let told = shared.map { fault, communes in
            Diagnostic.error(
                fault.id, at: fault.location, "\(CommuneNames.list(communes, others: "autres communes")) : \(fault.words)", advice: fault.advice)
        }
        return (others + told).oncePerPlace()
    }
}
