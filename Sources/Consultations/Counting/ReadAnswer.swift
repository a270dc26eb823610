import SiteModel

/// One row of a file of answers, with what finds its doubles: it lives as long as the reading.
struct ReadAnswer {
    var file = ""
    let line: Int
    let id: String
    /// What one person, or one commune, has alone; `nil` where nothing tells.
    let key: String?
    /// When it was sent, as a text that sorts by time; "" where that is not known.
    let order: String
    var answer: Answer
    /// Questions that were answered without having been asked.
    let leftOut: [String]

    /// Of two by the same person or commune, the later; where one has no date, the one that comes later in the files.
    func replaces(_ former: ReadAnswer) -> Bool { order.isEmpty || former.order.isEmpty || order >= former.order }

    /// Without the former, of each key.
    static func latest(of answers: [ReadAnswer]) -> [ReadAnswer] {
        var kept: [ReadAnswer?] = []
        var places: [String: Int] = [:]
        for answer in answers {
            guard let key = answer.key, let place = places[key], let former = kept[place] else {
                if let key = answer.key { places[key] = kept.count }
                kept.append(answer)
                continue
            }
            guard answer.replaces(former) else { continue }
            kept[place] = nil
            places[key] = kept.count
            kept.append(answer)
        }
        return kept.compactMap(\.self)
    }
}
