/// The words of the screens, under `screen:` in `Content/wording.yaml`.
///
/// Words in braces stand for values that the screen fills in. A case without a raw value has its
/// name as its key: `changeOld` is `change-old`.
package enum ScreenWord: String, CaseIterable, Sendable {
  case title

  // Answers.
  case yes, no
  case notSure = "not-sure"
  /// The same, of another person.
  case notSureForAnother = "not-sure-for-another"
  case askThemNow = "ask-them-now"
  case noneOfThese = "none-of-these"
  case noToTheRest = "no-to-the-rest"
  case noToAll = "no-to-all"
  /// Above the names of the zones that are picked on a picture.
  case pictureChosen = "picture-chosen"
  case noToTheRestShort = "no-to-the-rest-short"
  case skip, skipped
  case notAnswered = "not-answered"
  case scaleAnswer = "scale-answer"
  case bodyMassIndex = "body-mass-index"
  case years, months, weeks, days, hours, minutes, seconds
  case oneYear, oneMonth, oneWeek, oneDay, oneHour, oneMinute
  case kilograms, pounds, grams, centimeters, meters, inches, feet

  // Units beside a field.
  case unitYears, unitMonths, unitWeeks, unitDays, unitHours, unitMinutes
  case height, weight
  case feetAndInches = "feet-and-inches"
  case dateForm = "date-form"
  case switchUnits = "switch-units"

  // Buttons and places.
  case `continue`, back, leave, part, changing

  // Welcome.
  case welcomeHeading = "welcome-heading"
  case welcomeEmergency = "welcome-emergency"
  case welcomeAbout = "welcome-about"
  case welcomePrivacy = "welcome-privacy"
  case welcomeStart = "welcome-start"
  case welcomeRead = "welcome-read"
  case welcomeKeys = "welcome-keys"
  /// The standing text is another than the one that came with the answers.
  case noticeChanged = "notice-changed"

  // Help.
  case help, helpHeading, helpMove, helpChoose, helpRows, helpBack, helpWhy, helpWords, helpReview
  case helpSources, helpEmergency, helpLeave, helpStaff, helpUndo, helpSections, helpPages
  /// `{idle}` and `{warning}`: times until it is asked, and from then on until all is erased.
  case helpIdle
  case helpIdleReading
  /// `{pack}`, `{version}` and `{reviewed}`, so that a report can name what it is about.
  case contentLine = "content-line"

  // What the program is.
  /// `{program}`, `{version}`.
  case aboutProgram = "about-program"
  /// `{pack}`, `{version}`, `{hash}`.
  case aboutContent = "about-content"
  /// `{reviewed}`, `{due}`.
  case aboutReviewed = "about-reviewed"
  /// `{by}` and `{on}`: the clinician who answers for the content.
  case aboutSignedOff = "about-signed-off"
  case aboutNotSignedOff = "about-not-signed-off"
  case aboutNot = "about-not"
  case aboutNumbers = "about-numbers"
  /// `{id}`, `{region}`, `{emergency}`, `{nurse}`, `{crisis}`.
  case aboutRegion = "about-region"
  /// `{day}`.
  case aboutChecked = "about-checked"

  // Why.
  case why
  case whyHeading = "why-heading"
  case whyChanges = "why-changes"
  case changesUrgency = "changes-urgency"
  case changesPatterns = "changes-patterns"
  case changesTreatments = "changes-treatments"
  case changesSurgery = "changes-surgery"
  case changesAdvice = "changes-advice"
  case changesClinicianPage = "changes-clinician-page"

  // Emergency help.
  case emergencyHelp, emergencyHelpHeading, emergencyHelpCall, emergencyHelpNurse
  case emergencyHelpCrisis, emergencyHelpKept

  // Leaving.
  case leaveHeading, leaveLost, leaveSaved, leaveStay, leaveNow

  // In a kiosk.
  case attractAbout, attractStaff
  /// `{time}`: so long without a key, and all is erased.
  case attractKept, attractKeptUnless
  /// Where visits are counted.
  case attractCounted
  /// The staff's way out of a kiosk. `{minutes}`: until a number may be tried.
  case staffHeading, staffAbout, staffWrong, staffWait, staffTouch, staffTouchWrong
  /// How the review of the content stands. `{days}` until or since it is due, `{day}`: the last of the
  /// clinic's override.
  case staffReviewSoon, staffReviewPostponed, staffReviewOver
  /// `{seconds}`.
  case idleAbout
  case idleHeading, idleExtend, thanksHeading, thanksKept, thanksCounted, thanksStaff, thanksDone
  case tellDesk, outOfOrder, outOfOrderStaff
  /// These stand in a kiosk for those without `kiosk`.
  case kioskLeave, kioskLeaveHeading, kioskLeaveLost, kioskLeaveNow, kioskDoesLeave, kioskHelpLeave
  case kioskHelpUndo
  case kioskHandOverAbout, kioskPartHandOver, kioskFinishForClinician, kioskEmergencyHelpKept
  case keyAny, doesStay, doesClose
  /// `{digit}`.
  case secondDigit
  case kioskStop, takeBack, bringBack, changeLook, idleMoreTime, attractSpeech
  /// Of a sealed page for the clinic. `{days}`, `{least}` and `{most}` digits, `{code}`.
  case formSealed, formSealedReaders, visitCodeHeading, visitCodeAbout, visitCodeBad
  case visitCodeField, sealNow, sealWait, sealKept, sealUnsure, sealFull, sealGone, sealFailed
  case sealTellStaff, sealAgain
  case sealHandOverAbout, leaveSealed, thanksErased, thanksSealed, thanksUnsure
  case speechStart, speechStop, speechEnded, helpKeypad, feetKey, dateKey, othersByHelp
  /// These stand on a keypad for those without `keypad`.
  case keypadBack, keypadHelp
  /// Of an answer that is read aloud: it is the one that was picked.
  case spokenPicked

  // Faults.
  case faultChooseOne, faultChooseSome, faultChooseNumber, faultTypeAnswer, faultRowsLeft
  case faultNotANumber, faultNotADate, faultOutOfRange, faultWholeNumber, faultDecimals
  case faultMoreBelow, problem

  // Interruption.
  case stopSection, stopHere, finishForClinician, unsureSign, unsureAbout, doNot, youSaid, because
  case readPage

  // Check your answers.
  case check
  case checkHeading = "check-heading"
  case checkAbout = "check-about"
  case checkOpen = "check-open"
  case toResult = "to-result"
  case toOpenQuestions = "to-open-questions"
  case parkedHeading = "parked-heading"
  case parkedAbout = "parked-about"
  case consistencyAbout = "consistency-about"
  case bothAreRight = "both-are-right"

  // What a change does, undo and redo.
  case changeHeading, changeOld, changeNew, changeLevel, changeVerdict, changeStep
  case changeFlagNew, changeFlagGone, changeHides, changeHidesOne, changeAsks, changeAsksOne
  case changeReturns, changeReturnsOne, changeLadderShown, changeLadderHidden
  case changePatternNew, changePatternGone, changeSurgery, changeAdvice, keepChange, dropChange
  case undone, redone, nothingToUndo, nothingToRedo, undoKeepsFile, stepWentOn, stepBothRight

  // Result.
  case result
  case nextPart = "next-part"
  case partNow = "part-now"
  case partSooner = "part-sooner"
  case partPatterns = "part-patterns"
  case partLadder = "part-ladder"
  case partCautions = "part-cautions"
  case partSurgery = "part-surgery"
  case partQuestions = "part-questions"
  case partReadMore = "part-read-more"
  case partHandOver = "part-hand-over"
  case deadline, fits, treatment, guidelines, sources
  case firstSteps = "first-steps"
  case holdsFor = "holds-for"
  case soonerAbout = "sooner-about"
  case soonerIfItIs = "sooner-if-it-is"
  case patternsAbout = "patterns-about"
  case patternCaution = "pattern-caution"
  case fitStrong = "fit-strong"
  case fitSome = "fit-some"
  case fitWeak = "fit-weak"
  case doesNotFit = "does-not-fit"
  case ladderAbout = "ladder-about"
  case ladderStep = "ladder-step"
  case youAreHere = "you-are-here"
  case cautionsAbout = "cautions-about"
  case verdictSuggest = "verdict-suggest"
  case verdictLater = "verdict-later"
  case verdictAskFirst = "verdict-ask-first"
  case verdictAvoid = "verdict-avoid"
  case verdictNotAdvised = "verdict-not-advised"
  case notKnown = "not-known"
  case guidelineFor = "guideline-for"
  case guidelineAgainst = "guideline-against"
  case guidelineNeither = "guideline-neither"
  case guidelineNotCovered = "guideline-not-covered"
  case strengthStrong = "strength-strong"
  case strengthModerate = "strength-moderate"
  case strengthConditional = "strength-conditional"
  case strengthLimited = "strength-limited"
  case fromMemory = "from-memory"
  case articleView = "article-view"
  case surgeryMet = "surgery-met"
  case surgeryMissing = "surgery-missing"
  case questionsAbout = "questions-about"
  case readMoreAbout = "read-more-about"
  case allPages = "all-pages"
  case next, tried, stage, unstaged, grounds, rule, everyone, unshown, picked, kept

  // Reading.
  case read
  case pagesHeading = "pages-heading"
  case groupStart = "group-start"
  case groupUrgent = "group-urgent"
  case groupConditions = "group-conditions"
  case groupTreatments = "group-treatments"
  case groupSurgery = "group-surgery"
  case groupArticle = "group-article"
  case groupLiving = "group-living"
  case pageReviewed = "page-reviewed"
  case quoteHeading = "quote-heading"
  /// `{first}`, `{last}` and `{total}`.
  case linesSeen
  case searchPages, searchHeading, searchAbout, searchWords, searchNow, searchNone, searchFound
  case headingsHeading, headingsStart

  // Where a page comes from.
  case sourcesHeading = "sources-heading"
  case sourcesClaims = "sources-claims"
  case sourcesClaimsAbout = "sources-claims-about"
  case sourcesOfPage = "sources-of-page"
  case sourceLine = "source-line"
  case sourceGuideline, sourceRegulator, sourceTrial, sourceReview, sourceCohort, sourceInstrument
  case sourceTextbook, sourceCourt, sourceInsurer, sourceSeller, sourceArticle, sourceOther
  case readWhole, readAbstract, readCopy, readMemory

  // A claim of the article.
  case claim, claimHeading, claimPlace, claimSaidBy, claimInterest, claimVerdict, claimSupported
  case claimPartly, claimOutdated, claimUnsupported, claimContradicted, claimFor, claimAgainst
  case claimNothing, claimSay, claimReviewDue
  case badge, badgeArticleSays, badgeGuidelinesAgree, badgeGuidelinesDiffer, badgeNotProven
  case badgeWrong

  // Figures of persons, and bars.
  case figureTitle = "figure-title"
  case figureHelp = "figure-help"
  case figureHarm = "figure-harm"
  case figureSide = "figure-side"
  case figureCount = "figure-count"
  case figureThousand = "figure-thousand"
  case figureSentence = "figure-sentence"
  case figureCertainty = "figure-certainty"
  case figureUnverified = "figure-unverified"
  case scoresHeading = "scores-heading"
  case scoreOf = "score-of"

  // Hard words.
  case words, glossary
  case wordsHeading = "words-heading"
  case wordMeans = "word-means"
  case wordsMore = "words-more"
  case glossaryHeading = "glossary-heading"
  case glossaryAbout = "glossary-about"

  // Where we are.
  case sections, sectionsHeading, sectionsAbout, sectionsHere, sectionHere, sectionDone
  case sectionBegun, sectionToCome

  // Keeping the page.
  case handOverAbout = "hand-over-about"
  case handOverSave = "hand-over-save"
  case formMarkdown, formPdf, formScreen, formQr, formPrint
  /// Who could read it.
  case formFileReaders, formMarkdownReaders, formPdfReaders, formScreenReaders, formQrReaders
  case formPrintReaders
  /// `{pages}`: one of the three below.
  case handOverNow
  case pagesBoth, pagesPerson, pagesClinician
  case handOverChoose, handOverChooseAbout
  case privateIsIn, privateIsOut, privateToo, privateTooAbout, shownHeading
  case saveEndings, saveEndingsNoPdf
  /// Codes for a phone; `{seconds}`: how long one is seen.
  case codesHeading, codesAbout, codesSeveral, codesPlace, codesHide, codesHideNow, codesHidden
  case codesNext, codesPrevious
  /// Why there is none; `{width}` and `{height}` are columns and lines.
  case codesNone, codesTooSmall, codesTooMuch, codesInLines, kioskCodesTooSmall
  case makingPdf
  case handOverCheck = "hand-over-check"
  case saveHeading = "save-heading"
  case saveAbout = "save-about"
  case fileName = "file-name"
  case saveNow = "save-now"
  case savedHeading, savedAt, savedAbout

  // Printing.
  case printHeading, printUnderway, printDoneHeading, printDone, printFailedHeading, printAgain
  /// What to do in place of printing, and at the end of a visit in which something was printed.
  case printInstead, kioskPrintInstead, printTake

  // Keys.
  case keyEnter = "key-enter"
  case keySpace = "key-space"
  case keyBack = "key-back"
  case keyWhy = "key-why"
  case keyWords = "key-words"
  case keyWordsAlways = "key-words-always"
  case keyHelp = "key-help"
  case keyEmergency = "key-emergency"
  case keyEmergencyAlways = "key-emergency-always"
  case keyReview = "key-review"
  case keyReviewAlways = "key-review-always"
  case keySources = "key-sources"
  case keyLeave = "key-leave"
  case keyLeaveAlways = "key-leave-always"
  case keyF1 = "key-f1"
  case keyF2 = "key-f2"
  case keyLeftRight = "key-left-right"
  case keyTab = "key-tab"
  case keyUpDown = "key-up-down"
  case keyArticle = "key-article"
  case doesContinue = "does-continue"
  case doesChoose = "does-choose"
  case doesMove = "does-move"
  case doesChange = "does-change"
  case doesBack = "does-back"
  case doesWhy = "does-why"
  case doesWords = "does-words"
  case doesHelp = "does-help"
  case doesEmergency = "does-emergency"
  case doesReview = "does-review"
  case doesSources = "does-sources"
  case doesLeave = "does-leave"
  case doesSave, doesParts, doesTurnPicture, doesRead, doesArticle, doesHide, doesCodes
  case tooSmall = "too-small"
  case kioskTooSmall = "kiosk-too-small"
  case upward, downward, above, below, erase, keyboard
  case keyUndo, keyUndoAlways, keyRedo, keyRedoAlways, doesUndo, doesRedo
  case keySections, keySectionsAlways, keySearch, keyHeadings, keyForward
  case doesSections, doesSearch, doesHeadings, doesForward

  // The line face.
  case lineChoose, lineChooseSeveral, lineType, lineRow, lineCommands, lineWords, lineUnknown
  case lineUnsaid, linePressEnter, lineRest, lineFile, lineSources
  case lineGrounds, lineArticle, lineSearch, lineHeadings, lineForward, lineSearchWords, linePassage
  case lineNow, lineUnits, lineLeaveOut

  package var key: String { "screen." + rawValue.kebabCased }
}
