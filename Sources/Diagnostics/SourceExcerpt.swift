/// One line around a marked range, decoded; bytes that are not UTF-8 show as `�`.
struct SourceExcerpt {
    let before: String
    let marked: String
    let after: String
    /// The line goes on beyond the excerpt.
    let isCutBefore: Bool
    let isCutAfter: Bool

    /// As a terminal may show it: cut around the mark to about `columns`, an ellipsis where something is left out.
    func fitted(columns: Int) -> SourceExcerpt {
        let before = TerminalText.visible(before)
        let widthBefore = TerminalText.columns(before)
        let marked = TerminalText.visible(marked, from: widthBefore)
        let after = TerminalText.visible(after, from: widthBefore + TerminalText.columns(marked))

        let shownMark = TerminalText.prefix(of: marked, columns: columns / 2)
        let room = columns - TerminalText.columns(shownMark)
        let reserved = min(TerminalText.columns(after), columns / 4)
        let shownBefore = String(
            TerminalText.prefix(of: String(before.reversed()), columns: room - reserved).reversed())
        let isMarkCut = shownMark.utf8.count < marked.utf8.count
        let shownAfter =
            isMarkCut ? "" : TerminalText.prefix(of: after, columns: room - TerminalText.columns(shownBefore))

        let leavesBefore = isCutBefore || shownBefore.utf8.count < before.utf8.count
        let leavesAfter = isMarkCut || isCutAfter || shownAfter.utf8.count < after.utf8.count
        return SourceExcerpt(
            before: (leavesBefore ? "…" : "") + shownBefore, marked: shownMark,
            after: shownAfter + (leavesAfter ? "…" : ""), isCutBefore: leavesBefore, isCutAfter: leavesAfter)
    }
}
