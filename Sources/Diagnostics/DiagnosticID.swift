/// The stable identifiers of all messages. An editor may cite one; a fixture site shows each.
public enum DiagnosticID: String, CaseIterable, Sendable, Hashable {
    // Files
    case fileNotUTF8 = "file-not-utf8"
    case fileUnreadable = "file-unreadable"
    case fileEmpty = "file-empty"
    case fileMissing = "file-missing"
    case fileMisplaced = "file-misplaced"
    case signHidden = "sign-hidden"
    case mergeUnfinished = "merge-unfinished"

    // YAML and front matter
    case yamlSyntax = "yaml-syntax"
    case yamlUnsupported = "yaml-unsupported"
    case keyDuplicate = "key-duplicate"
    case keyUnknown = "key-unknown"
    case keyMissing = "key-missing"
    case valueType = "value-type"
    case valueNotAllowed = "value-not-allowed"
    case dateInvalid = "date-invalid"
    case frontMatterMissing = "front-matter-missing"
    case frontMatterUnclosed = "front-matter-unclosed"

    // Markdown
    case rawHTML = "raw-html"
    case directiveUnknown = "directive-unknown"
    case directiveUnclosed = "directive-unclosed"
    case directiveSyntax = "directive-syntax"
    case directiveContent = "directive-content"
    case imageUnsupported = "image-unsupported"
    case imageMissing = "image-missing"
    case imageAlternative = "image-alternative"
    case imageUnreadable = "image-unreadable"
    case imageTooLarge = "image-too-large"
    case nestingTooDeep = "nesting-too-deep"
    case headingTop = "heading-top"
    case headingSkipped = "heading-skipped"
    case tableRow = "table-row"

    // Links, routes, facts
    case linkBroken = "link-broken"
    case anchorBroken = "anchor-broken"
    case routeDuplicate = "route-duplicate"
    case pageOrphan = "page-orphan"
    case factUnknown = "fact-unknown"
    case factForm = "fact-form"
    case factOverdue = "fact-overdue"
    case factOutsideWindow = "fact-outside-window"
    case factToCheck = "fact-to-check"
    case factVital = "fact-vital"
    case factLeftOut = "fact-left-out"
    case factUnused = "fact-unused"
    case territoryUnknown = "territory-unknown"

    // Texts that will be printed
    case telephoneUnregistered = "telephone-unregistered"
    case amountUnregistered = "amount-unregistered"
    case articleUnregistered = "article-unregistered"
    case delayUnregistered = "delay-unregistered"
    case addressUnregistered = "address-unregistered"
    case personalTelephone = "personal-telephone"
    case personalPlate = "personal-plate"
    case personalMail = "personal-mail"
    case personalName = "personal-name"
    case stigmatisingWords = "stigmatising-words"
    case smallCount = "small-count"
    case caseUnderInvestigation = "case-under-investigation"
    case longSentence = "long-sentence"
    case acronymUnexplained = "acronym-unexplained"
    case shortTextTooLong = "short-text-too-long"
    case smsBudget = "sms-budget"
    case allowUnneeded = "allow-unneeded"
    case reviewOverdue = "review-overdue"
    case spelling = "spelling"

    // Settings
    case securityExpiry = "security-expiry"
    case reservePeriod = "reserve-period"
    case reserveHidden = "reserve-hidden"

    // What the law asks for
    case legalUnfilled = "legal-unfilled"
    case accessibilityState = "accessibility-state"
    case accessibilityDate = "accessibility-date"

    // Consultations
    case commitmentTerritory = "commitment-territory"
    case consultationDates = "consultation-dates"
    case questionCode = "question-code"
    case questionScale = "question-scale"
    case questionCondition = "question-condition"
    case questionChanged = "question-changed"
    case rawAnswers = "raw-answers"
    case confidentialText = "confidential-text"
    case resultsQuestions = "results-questions"
    case resultsSecrecy = "results-secrecy"
    case resultsSum = "results-sum"

    // Frozen editions
    case frozenFile = "frozen-file"
    case frozenTemplate = "frozen-template"

    // Templates
    case templateSyntax = "template-syntax"
    case templateUnclosedSection = "template-unclosed-section"
    case templateUnknownName = "template-unknown-name"
    case templateUnknownPartial = "template-unknown-partial"
    case templateUnsafeText = "template-unsafe-text"
    case templateMissing = "template-missing"
    case templateEndless = "template-endless"
    case styleReference = "style-reference"
    case pageLinkBroken = "page-link-broken"
    case pageAnchorBroken = "page-anchor-broken"
    case assetUnused = "asset-unused"
    case imageUnused = "image-unused"
    case imageUnprinted = "image-unprinted"

    // Feeds
    case feedMissing = "feed-missing"
    case feedFormatUnknown = "feed-format-unknown"
    case feedColumnMissing = "feed-column-missing"
    case feedRowShort = "feed-row-short"
    case feedRowInvalid = "feed-row-invalid"
    case feedCellUnsafe = "feed-cell-unsafe"
    case feedEncoding = "feed-encoding"
    case feedArchive = "feed-archive"
    case feedEmpty = "feed-empty"
    case feedCodeInvalid = "feed-code-invalid"
    case feedCodeDuplicate = "feed-code-duplicate"
    case feedCodePadded = "feed-code-padded"
    case feedCodeForeign = "feed-code-foreign"
    case feedCodeUnknown = "feed-code-unknown"
    case feedCodeFormer = "feed-code-former"
    case feedNameDiffers = "feed-name-differs"
    case feedRateDiffers = "feed-rate-differs"
    case feedConflict = "feed-conflict"
    case feedStale = "feed-stale"
    case feedGeography = "feed-geography"
    case feedUnitUnknown = "feed-unit-unknown"
    case feedCommuneWithoutUnit = "feed-commune-without-unit"
    case feedJSON = "feed-json"
    case feedDemonstration = "feed-demonstration"

    case contourInvalid = "contour-invalid"
    case contourMissing = "contour-missing"

    // Alerts
    case alertDates = "alert-dates"
    case alertSuccession = "alert-succession"
    case alertValidation = "alert-validation"
    case capInvalid = "cap-invalid"
    case capUnsafe = "cap-unsafe"
    case capUnpublished = "cap-unpublished"

    // Agenda
    case calendarSyntax = "calendar-syntax"
    case calendarEvent = "calendar-event"

    // Contacts
    case contactPersonal = "contact-personal"
    case presenceCurrent = "presence-current"
    case contactAreaUnknown = "contact-area-unknown"

    // Print and other tools
    case printTemplate = "print-template"
    case printOverflow = "print-overflow"
    case fontMissing = "font-missing"
    case signMissing = "sign-missing"
    case toolMissing = "tool-missing"
    case toolFailed = "tool-failed"

    // Publishing
    case onlyWithoutSite = "only-without-site"
    case outputForeign = "output-foreign"
    case outputNotSwappable = "output-not-swappable"
    case outputBusy = "output-busy"
    case outputLeftover = "output-leftover"
}
