import SiteModel

/// What a poster takes of a text: the steps to follow, as the text's own structure tells them.
///
/// The list below the heading « Que faire… » comes first; else the first list of steps, numbered or in a directive; else the
/// first list. A text without lists gives its first paragraphs.
struct EssentialPart {
    /// `nil` where the list stands below no heading.
    let heading: Int?
    let isNumbered: Bool
    /// Items of the list, or paragraphs.
    let items: [Int]

    private static let mostParagraphs = 5

    init(of document: Document) {
        struct Candidate {
            let heading: Int?
            let list: Int
        }
        var candidates: [Candidate] = []
        var heading: Int?
        for index in document.children(of: 0) {
            switch document.nodes[index].kind {
            case .heading: heading = index
            case .list: candidates.append(Candidate(heading: heading, list: index))
            case .block where Self.isSteps(index, document):
                for child in document.children(of: index) where document.nodes[child].kind == .list {
                    candidates.append(Candidate(heading: heading, list: child))
                }
            default: break
            }
        }
        let chosen =
            candidates.first { $0.heading.map { Self.saysWhatToDo($0, document) } ?? false }
            ?? candidates.first { document.nodes[$0.list].level == 1 } ?? candidates.first
        if let chosen {
            self.heading = chosen.heading
            isNumbered = document.nodes[chosen.list].level == 1
            items = Array(document.children(of: chosen.list))
        } else {
            self.heading = nil
            isNumbered = false
            items = document.children(of: 0).filter { document.nodes[$0].kind == .paragraph }
                .prefix(Self.mostParagraphs).map { $0 }
        }
    }

    private static func isSteps(_ index: Int, _ document: Document) -> Bool {
        ["steps", LabelledList.timeline].contains(document.directives[Int(document.nodes[index].start)].name)
    }

    private static func saysWhatToDo(_ heading: Int, _ document: Document) -> Bool {
        var bytes: [UInt8] = []
        for child in document.children(of: heading) where document.nodes[child].kind == .text {
            bytes += document.bytes(of: document.nodes[child])
        }
        return String(decoding: bytes, as: UTF8.self).lowercased().hasPrefix("que faire")
    }
}
