/// The words of the screens, under `screen:` in `Content/wording.yaml`.
///
/// Words in braces stand for values that the screen fills in.
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
  case years, months, weeks, days, hours, minutes
  case oneYear = "one-year"
  case oneMonth = "one-month"
  case oneWeek = "one-week"
  case oneDay = "one-day"
  case oneHour = "one-hour"
  case oneMinute = "one-minute"
  case kilograms, pounds, grams, centimeters, meters, inches, feet

  // Units beside a field.
  case unitYears = "unit-years"
  case unitMonths = "unit-months"
  case unitWeeks = "unit-weeks"
  case unitDays = "unit-days"
  case unitHours = "unit-hours"
  case unitMinutes = "unit-minutes"
  case height, weight
  case feetAndInches = "feet-and-inches"
  case dateForm = "date-form"
  case switchUnits = "switch-units"

  // Buttons and places.
  case `continue`
  case back, leave, part, changing

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
  case help
  case helpHeading = "help-heading"
  case helpMove = "help-move"
  case helpChoose = "help-choose"
  case helpRows = "help-rows"
  case helpBack = "help-back"
  case helpWhy = "help-why"
  case helpWords = "help-words"
  case helpReview = "help-review"
  case helpSources = "help-sources"
  case helpEmergency = "help-emergency"
  case helpLeave = "help-leave"
  case helpStaff = "help-staff"
  /// `{pack}`, `{version}` and `{reviewed}`, so that a report can name what it is about.
  case contentLine = "content-line"

  // What the program is.
  /// `{program}`, `{version}`.
  case aboutProgram = "about-program"
  /// `{pack}`, `{version}`, `{hash}`.
  case aboutContent = "about-content"
  /// `{reviewed}`, `{due}`.
  case aboutReviewed = "about-reviewed"
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
  case emergencyHelp = "emergency-help"
  case emergencyHelpHeading = "emergency-help-heading"
  case emergencyHelpCall = "emergency-help-call"
  case emergencyHelpNurse = "emergency-help-nurse"
  case emergencyHelpCrisis = "emergency-help-crisis"
  case emergencyHelpKept = "emergency-help-kept"

  // Leaving.
  case leaveHeading = "leave-heading"
  case leaveLost = "leave-lost"
  case leaveSaved = "leave-saved"
  case leaveStay = "leave-stay"
  case leaveNow = "leave-now"

  // Faults.
  case faultChooseOne = "fault-choose-one"
  case faultChooseSome = "fault-choose-some"
  case faultChooseNumber = "fault-choose-number"
  case faultTypeAnswer = "fault-type-answer"
  case faultRowsLeft = "fault-rows-left"
  case faultNotANumber = "fault-not-a-number"
  case faultNotADate = "fault-not-a-date"
  case faultOutOfRange = "fault-out-of-range"
  case faultWholeNumber = "fault-whole-number"
  case faultDecimals = "fault-decimals"
  case faultMoreBelow = "fault-more-below"
  case problem

  // Interruption.
  case stopSection = "stop-section"
  case stopHere = "stop-here"
  case finishForClinician = "finish-for-clinician"
  case unsureSign = "unsure-sign"
  case unsureAbout = "unsure-about"
  case doNot = "do-not"
  case youSaid = "you-said"
  case because
  case readPage = "read-page"

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
  case deadline
  case firstSteps = "first-steps"
  case holdsFor = "holds-for"
  case soonerAbout = "sooner-about"
  case soonerIfItIs = "sooner-if-it-is"
  case patternsAbout = "patterns-about"
  case patternCaution = "pattern-caution"
  case fitStrong = "fit-strong"
  case fitSome = "fit-some"
  case fitWeak = "fit-weak"
  case fits
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
  case treatment, guidelines, sources
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

  // Where a page comes from.
  case sourcesHeading = "sources-heading"
  case sourcesClaims = "sources-claims"
  case sourcesClaimsAbout = "sources-claims-about"
  case sourcesOfPage = "sources-of-page"
  case sourceLine = "source-line"
  case sourceGuideline = "source-guideline"
  case sourceRegulator = "source-regulator"
  case sourceTrial = "source-trial"
  case sourceReview = "source-review"
  case sourceCohort = "source-cohort"
  case sourceInstrument = "source-instrument"
  case sourceTextbook = "source-textbook"
  case sourceCourt = "source-court"
  case sourceInsurer = "source-insurer"
  case sourceSeller = "source-seller"
  case sourceArticle = "source-article"
  case sourceOther = "source-other"
  case readWhole = "read-whole"
  case readAbstract = "read-abstract"
  case readCopy = "read-copy"
  case readMemory = "read-memory"

  // A claim of the article.
  case claim
  case claimHeading = "claim-heading"
  case claimPlace = "claim-place"
  case claimSaidBy = "claim-said-by"
  case claimInterest = "claim-interest"
  case claimVerdict = "claim-verdict"
  case claimSupported = "claim-supported"
  case claimPartly = "claim-partly"
  case claimOutdated = "claim-outdated"
  case claimUnsupported = "claim-unsupported"
  case claimContradicted = "claim-contradicted"
  case claimFor = "claim-for"
  case claimAgainst = "claim-against"
  case claimNothing = "claim-nothing"
  case claimSay = "claim-say"
  case claimReviewDue = "claim-review-due"
  case badge
  case badgeArticleSays = "badge-article-says"
  case badgeGuidelinesAgree = "badge-guidelines-agree"
  case badgeGuidelinesDiffer = "badge-guidelines-differ"
  case badgeNotProven = "badge-not-proven"
  case badgeWrong = "badge-wrong"

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

  // Keeping the page.
  case handOverAbout = "hand-over-about"
  case handOverSave = "hand-over-save"
  case handOverCheck = "hand-over-check"
  case saveHeading = "save-heading"
  case saveAbout = "save-about"
  case fileName = "file-name"
  case saveNow = "save-now"
  case savedHeading = "saved-heading"
  case savedAt = "saved-at"
  case savedAbout = "saved-about"

  // Keys.
  case keyEnter = "key-enter"
  case keySpace = "key-space"
  case keyBack = "key-back"
  case keyWhy = "key-why"
  case keyWords = "key-words"
  case keyWordsAlways = "key-words-always"
  case keyHelp = "key-help"
  case keyEmergency = "key-emergency"
  case keyReview = "key-review"
  case keySources = "key-sources"
  case keyLeave = "key-leave"
  case keyLeaveAlways = "key-leave-always"
  case keyF1 = "key-f1"
  case keyF2 = "key-f2"
  case keyLeftRight = "key-left-right"
  case keyTab = "key-tab"
  case keyUpDown = "key-up-down"
  case doesContinue = "does-continue"
  case doesChoose = "does-choose"
  case doesMove = "does-move"
  case doesMark = "does-mark"
  case doesChange = "does-change"
  case doesBack = "does-back"
  case doesWhy = "does-why"
  case doesWords = "does-words"
  case doesHelp = "does-help"
  case doesEmergency = "does-emergency"
  case doesReview = "does-review"
  case doesSources = "does-sources"
  case doesLeave = "does-leave"
  case doesSave = "does-save"
  case doesParts = "does-parts"
  case doesTurnPicture = "does-turn-picture"
  case doesRead = "does-read"
  case tooSmall = "too-small"
  case above, below

  // The line face.
  case lineChoose = "line-choose"
  case lineChooseSeveral = "line-choose-several"
  case lineType = "line-type"
  case lineRow = "line-row"
  case lineCommands = "line-commands"
  case lineWords = "line-words"
  case lineUnknown = "line-unknown"
  case lineUnsaid = "line-unsaid"
  case linePressEnter = "line-press-enter"
  case lineRest = "line-rest"
  case lineFile = "line-file"
  case lineSources = "line-sources"

  package var key: String { "screen." + rawValue }
}
