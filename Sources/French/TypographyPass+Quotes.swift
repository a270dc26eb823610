extension TypographyPass {
    mutating func apostrophe() {
        let before = scalar(before: index)
        let after = scalar(at: index + 1)
        if before.isLetter {
            if isSingleQuoteOpen, !after.isLetter, !after.isDigit {
                isSingleQuoteOpen = false
            } else {
                replace(index..<index + 1, with: "’")
            }
        } else if !before.isDigit, after.isLetter {
            isSingleQuoteOpen = true
        }
        index += 1
    }

    mutating func straightQuote() {
        let before = scalar(before: index)
        let after = scalar(at: index + 1)
        if isQuoteOpen {
            if before.precedesQuote, !after.followsQuote {
                openQuote(length: 1)
            } else {
                closeQuote(length: 1)
            }
        } else if before.precedesQuote {
            openQuote(length: 1)
        } else if before == UInt32(UInt8(ascii: "=")) || isRawQuoteOpen {
            isRawQuoteOpen.toggle()
            index += 1
        } else if before.isDigit || before.isLetter && after.isLetter {
            index += 1
        } else {
            closeQuote(length: 1)
        }
    }

    /// Writes « and a no-break space in place of those that follow.
    mutating func openQuote(length: Int) {
        replace(index..<index + length, with: "«")
        let end = skippingSpaces(from: copied)
        let after = scalar(at: end)
        if after.isNoBreakSpace {
            replace(copied..<end, with: "")
        } else if !after.isLineEnd {
            replace(copied..<end, with: "\u{A0}")
        }
        isQuoteOpen = true
        index = copied
    }

    /// Writes » and a no-break space in place of those that stand before.
    mutating func closeQuote(length: Int) {
        let start = spacesStart
        let before = scalar(before: start)
        if before != nil, !before.isLineEnd {
            if before.isNoBreakSpace {
                replace(start..<index, with: "")
            } else {
                replace(start..<index, with: "\u{A0}")
            }
        }
        replace(index..<index + length, with: "»")
        isQuoteOpen = false
        index = copied
    }
}
