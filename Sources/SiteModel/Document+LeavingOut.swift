/// Lines that are left out of a print.
extension Document {
    /// The same document without its lines that hold one of these directives: an item of a list, a row of a table, a
    /// paragraph. What is then empty goes too, and the heading of a section that has nothing left.
    public func leavingOut(linesWith isMeant: (Directive) -> Bool) -> Document {
        guard directives.contains(where: isMeant) else { return self }
        var dropped: Set<Int> = []
        _ = isLeft(0, isMeant, &dropped)
        return DocumentCopy.make(of: self, without: dropped, unwrapping: [])
    }

    /// `false` where nothing of the node is left.
    private func isLeft(_ index: Int, _ isMeant: (Directive) -> Bool, _ dropped: inout Set<Int>) -> Bool {
        switch nodes[index].kind {
        case .paragraph, .heading, .tableRow: return !holds(index, isMeant)
        case .item:
            // An item goes with what it announces; a line of a list within it goes alone.
            for child in children(of: index) where nodes[child].kind == .paragraph && holds(child, isMeant) { return false }
            return hasChildrenLeft(index, isMeant, &dropped)
        case .document, .list, .blockQuote, .alert, .block, .footnoteDefinition: return hasChildrenLeft(index, isMeant, &dropped)
        case .table:
            _ = hasChildrenLeft(index, isMeant, &dropped)
            return children(of: index).contains { !dropped.contains($0) && nodes[$0].flags != 1 }
        default: return true
        }
    }

    private func hasChildrenLeft(_ index: Int, _ isMeant: (Directive) -> Bool, _ dropped: inout Set<Int>) -> Bool {
        var kept: [Int] = []
        for child in children(of: index) {
            guard isLeft(child, isMeant, &dropped) else {
                dropped.insert(child)
                continue
            }
            // A heading announced what has gone.
            if nodes[child].kind == .heading, let last = kept.last, nodes[last].kind == .heading,
                nodes[last].level >= nodes[child].level, wasFollowed(last) { dropped.insert(kept.removeLast()) }
            kept.append(child)
        }
        if let last = kept.last, nodes[last].kind == .heading, wasFollowed(last) { dropped.insert(kept.removeLast()) }
        return !kept.isEmpty
    }

    /// Whether a heading had a text of its own below it.
    private func wasFollowed(_ heading: Int) -> Bool {
        let next = nodes[heading].next
        return next != 0 && nodes[Int(next)].kind != .heading
    }

    private func holds(_ index: Int, _ isMeant: (Directive) -> Bool) -> Bool {
        for child in children(of: index) {
            let node = nodes[child]
            if node.kind == .directive, isMeant(directives[Int(node.start)]) { return true }
            if holds(child, isMeant) { return true }
        }
        return false
    }
}

extension Site {
    /// A page's text as it is printed: a line that cites what nobody has confirmed yet is left out where it says that it
    /// may be.
    public func printed(_ page: Page) -> Document {
        page.document.leavingOut { $0.isOptionalFact && facts[$0.label]?.status == .toCheck }
    }
}
