/// Lines that are left out of a print.
extension Document {
    /// The same document without its lines that hold one of these directives: an item of a list, a row of a table, a
    /// paragraph. What is then empty goes too, and the heading of a section that has nothing left.
    public func leavingOut(linesWith isMeant: (Directive) -> Bool) -> Document {
        guard directives.contains(where: isMeant) else { return self }
        var copy = self
        _ = copy.prune(0, isMeant)
        return copy
    }

    /// `false` where nothing of the node is left.
    private mutating func prune(_ index: Int, _ isMeant: (Directive) -> Bool) -> Bool {
        switch nodes[index].kind {
        case .paragraph, .heading, .tableRow: return !holds(index, isMeant)
        case .item:
            // An item goes with what it announces; a line of a list within it goes alone.
            for child in children(of: index) where nodes[child].kind == .paragraph && holds(child, isMeant) { return false }
            return pruneChildren(of: index, isMeant)
        case .document, .list, .blockQuote, .alert, .block, .footnoteDefinition: return pruneChildren(of: index, isMeant)
        case .table:
            _ = pruneChildren(of: index, isMeant)
            return children(of: index).contains { nodes[$0].flags != 1 }
        default: return true
        }
    }

    private mutating func pruneChildren(of index: Int, _ isMeant: (Directive) -> Bool) -> Bool {
        var kept: [Int] = []
        for child in Array(children(of: index)) where prune(child, isMeant) {
            // A heading announced what has gone.
            if nodes[child].kind == .heading, let last = kept.last, nodes[last].kind == .heading,
                nodes[last].level >= nodes[child].level, wasFollowed(last) { kept.removeLast() }
            kept.append(child)
        }
        if let last = kept.last, nodes[last].kind == .heading, wasFollowed(last) { kept.removeLast() }
        keep(kept, below: index)
        return !kept.isEmpty
    }

    /// These children alone are left of the node at `index`.
    mutating func keep(_ children: [Int], below index: Int) {
        nodes[index].firstChild = UInt32(children.first ?? 0)
        for (place, child) in children.enumerated() { nodes[child].next = UInt32(place + 1 < children.count ? children[place + 1] : 0) }
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
