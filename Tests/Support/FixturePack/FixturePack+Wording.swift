import RecommendationCore

extension FixturePack {
  /// Every key that is needed: in plain words of its own, else said by its own last part.
  static let wording = Wording(
    Dictionary(
      Wording.requiredKeys.map { ($0, plain[$0] ?? words(of: $0)) },
      uniquingKeysWith: { first, _ in first }))

  private static func words(of key: String) -> String {
    let name = key.split(separator: ".").last ?? ""
    return name.prefix(1).uppercased()
      + name.dropFirst().map { $0 == "-" ? " " : String($0) }.joined()
  }

  /// What a screen shows as words, placeholders included.
  private static let plain = Dictionary(
    uniqueKeysWithValues: screen.map { ($0.0.key, $0.1) } + export.map { ($0.0.key, $0.1) })

  private static let screen: [(ScreenWord, String)] =
    answers + places + stops + results + sources
    + keys

  private static let answers: [(ScreenWord, String)] = [
    (.noToTheRest, "No to the rest"), (.skip, "Leave this out"), (.skipped, "Left out"),
    (.notAnswered, "Not said yet"), (.scaleAnswer, "{number} of 10"),
    (.bodyMassIndex, "mass index {number}"),
    (.years, "{number} years"), (.oneYear, "{number} year"),
    (.months, "{number} months"), (.oneMonth, "{number} month"),
    (.weeks, "{number} weeks"), (.oneWeek, "{number} week"),
    (.days, "{number} days"), (.oneDay, "{number} day"),
    (.hours, "{number} hours"), (.oneHour, "{number} hour"),
    (.minutes, "{number} minutes"), (.oneMinute, "{number} minute"),
    (.kilograms, "{number} kg"), (.pounds, "{number} lb"), (.grams, "{number} g"),
    (.centimeters, "{number} cm"), (.meters, "{number} m"),
    (.inches, "{number} in"), (.feet, "{number} ft"),
    (.unitYears, "years"), (.unitMonths, "months"), (.unitWeeks, "weeks"), (.unitDays, "days"),
    (.unitHours, "hours"), (.unitMinutes, "minutes"),
    (.feetAndInches, "feet and inches"), (.dateForm, "year-month-day"),
    (.switchUnits, "Other units"),
  ]

  private static let places: [(ScreenWord, String)] = [
    (.part, "Step {n} of {total}"), (.changing, "A change"),
    (.welcomeHeading, "Get ready to talk about the thing"),
    (.welcomeEmergency, "In an emergency call {emergency-number}."),
    (.welcomeAbout, "Some questions, then what to do, and a page to take with you."),
    (.welcomePrivacy, "Nothing is kept unless you say so."),
    (.welcomeStart, "Start"), (.welcomeRead, "Read about things"),
    (.welcomeKeys, "How to use the keys"),
    (.helpHeading, "How this works"), (.helpMove, "The arrows move."),
    (.helpChoose, "Enter picks the line and goes on; a digit picks its line."),
    (.helpRows, "Space changes the answer of a line."), (.helpBack, "Esc goes back."),
    (.helpWhy, "W says why this is asked."), (.helpWords, "M says what words mean."),
    (.helpReview, "R shows all answers."), (.helpSources, "S says where a page comes from."),
    (.helpEmergency, "E says whom to call."), (.helpLeave, "Q leaves, and asks first."),
    (.helpStaff, "Ask at the desk if this is hard to use."),
    (.contentLine, "Content: {pack} {version} of {reviewed}."),
    (.noticeChanged, "These notes have changed."),
    (.aboutProgram, "{program} {version}"), (.aboutContent, "Content: {pack} {version}, {hash}"),
    (.aboutReviewed, "Read on {reviewed}, again by {due}."),
    (.aboutRegion, "{id}, {region}: {emergency}, {nurse}, {crisis}."),
    (.aboutChecked, "Checked on {day}."),
    (.why, "Why"), (.whyHeading, "Why is this asked?"),
    (.words, "Words"), (.wordsHeading, "Words on this screen"), (.wordMeans, "{word}: {meaning}."),
    (.wordsMore, "M explains {n} more."), (.glossary, "All words"),
    (.glossaryHeading, "Words, A to Z"), (.glossaryAbout, "What the words of this guide mean."),
    (.emergencyHelp, "Help now"), (.emergencyHelpHeading, "Whom to call"),
    (.emergencyHelpCall, "Call {emergency-number}."),
    (.emergencyHelpNurse, "Not sure how urgent: call {nurse-line}."),
    (.emergencyHelpCrisis, "When you cannot go on: call {crisis-line}."),
    (.emergencyHelpKept, "Your answers stay here."),
    (.leaveHeading, "Leave?"), (.leaveLost, "Your answers will be gone."),
    (.leaveSaved, "Your page is kept; the answers here will be gone."),
    (.leaveStay, "No, stay"), (.leaveNow, "Yes, leave"),
    (.faultChooseOne, "Pick one answer."),
    (.faultChooseSome, "Mark what fits, or none of these."),
    (.faultChooseNumber, "Pick a number from 0 to 10."), (.faultTypeAnswer, "Type an answer."),
    (.faultRowsLeft, "{n} lines have no answer yet."),
    (.faultNotANumber, "Type a number, such as 67."),
    (.faultNotADate, "Type a year or a date, such as 2024-05-31."),
    (.faultOutOfRange, "Type a number from {least} to {most} {unit}."),
    (.faultWholeNumber, "Type a whole number."),
    (.faultDecimals, "Type at most {n} digits after the point."),
    (.faultMoreBelow, "There is more below. Look at all of it first."),
    (.problem, "A problem: {fault}"), (.above, "more above"), (.below, "more below"),
  ]

  private static let stops: [(ScreenWord, String)] = [
    (.stopSection, "Stop"), (.stopHere, "Stop here and see what to do"),
    (.finishForClinician, "Finish the page for the clinician"),
    (.unsureSign, "You were not sure of this sign."), (.unsureAbout, "Not sure: {sign}"),
    (.doNot, "Until then"), (.youSaid, "You said:"), (.because, "Why this is said"),
    (.readPage, "Read: {page}"),
    (.check, "Your answers"), (.checkHeading, "Check your answers"),
    (.checkAbout, "Pick a line to change it."), (.checkOpen, "{n} questions are open."),
    (.toResult, "Show me the result"), (.toOpenQuestions, "Answer what is open"),
    (.parkedHeading, "Set aside"), (.parkedAbout, "These do not count now."),
  ]

  private static let results: [(ScreenWord, String)] = [
    (.result, "Your result"), (.nextPart, "Next: {part}"),
    (.partNow, "What to do now"), (.partSooner, "When to get help sooner"),
    (.partPatterns, "What may be going on"), (.partLadder, "Your ladder"),
    (.partCautions, "What needs care"), (.partSurgery, "A new thing"),
    (.partQuestions, "Questions to ask"), (.partReadMore, "Read more"),
    (.partHandOver, "Keep your page"),
    (.deadline, "Be seen {within}."), (.holdsFor, "This holds for 7 days from {day}."),
    (.soonerAbout, "Get help sooner for any of these:"),
    (.soonerIfItIs, "If it is {pattern}:"),
    (.patternsAbout, "These fit in part. Other causes are possible."),
    (.patternCaution, "Ask about this; it does not say what you have."),
    (.fitStrong, "fits well"), (.fitSome, "fits in part"), (.fitWeak, "fits a little"),
    (.fits, "What fits"), (.doesNotFit, "What does not fit"),
    (.ladderAbout, "Start at the first step."), (.ladderStep, "Step {n}: {name}"),
    (.youAreHere, "<- you are here"), (.cautionsAbout, "Pick a line to see why."),
    (.verdictSuggest, "Worth a try"), (.verdictLater, "For later"),
    (.verdictAskFirst, "Ask first"), (.verdictAvoid, "Avoid"),
    (.verdictNotAdvised, "Not advised"), (.notKnown, "Not known: {fact}"),
    (.guidelines, "What guidelines say"), (.guidelineFor, "for it"),
    (.guidelineAgainst, "against it"), (.guidelineNeither, "neither"),
    (.guidelineNotCovered, "does not speak of it"),
    (.strengthStrong, "strongly"), (.strengthModerate, "with some proof"),
    (.strengthConditional, "for some people"), (.strengthLimited, "with little proof"),
    (.fromMemory, "(from memory)"), (.articleView, "What the article says"),
    (.surgeryMet, "What speaks for it"), (.surgeryMissing, "What is missing"),
    (.questionsAbout, "You may want to ask:"), (.readMoreAbout, "These pages fit your answers."),
    (.pagesHeading, "All pages"), (.pageReviewed, "Checked on {day}."),
    (.groupStart, "Start here"), (.groupUrgent, "What cannot wait"),
    (.figureTitle, "Counted: {title}"), (.figureHelp, "Good: {what}"),
    (.figureHarm, "Bad: {what}"), (.figureSide, "{of} {who}"), (.figureCount, "{n} of {of}"),
    (.figureThousand, "1,000"),
    (.figureSentence, "After {after}: of {of} {with}, {n} {what}. Of {of} {without}, {m} did."),
    (.figureCertainty, "How sure: {text} [{sources}]"), (.figureUnverified, "From memory."),
    (.scoresHeading, "Your numbers"), (.scoreOf, "{name}: {number} ({range})"),
    (.handOverAbout, "Keep this as a text file."), (.handOverSave, "Keep it as a file"),
    (.handOverCheck, "Look at my answers"),
    (.saveHeading, "Where should the file go?"), (.saveAbout, "No file is written over."),
    (.fileName, "File"), (.saveNow, "Save"),
    (.savedHeading, "Your page is kept"), (.savedAt, "Kept as {path}"),
    (.savedAbout, "Who can open the file can read your answers."),
  ]

  private static let sources: [(ScreenWord, String)] = [
    (.quoteHeading, "They say; we do not:"), (.sourcesHeading, "Where this comes from"),
    (.sourcesClaims, "What is claimed here"), (.sourcesClaimsAbout, "Pick a claim."),
    (.sourcesOfPage, "Sources of the page"),
    (.sourceLine, "{title}. {authors}, {year}. {kind}; {read}."),
    (.sourceGuideline, "A guideline"), (.sourceTrial, "A trial"), (.sourceSeller, "A seller"),
    (.readWhole, "read in full"), (.readAbstract, "read in short"), (.readCopy, "read in a copy"),
    (.readMemory, "from memory"),
    (.claim, "A claim"), (.claimHeading, "What is claimed"),
    (.claimPlace, "{number}, {place}."), (.claimSaidBy, "Said by {who}."),
    (.claimInterest, "To gain: {interest}."), (.claimVerdict, "How it holds up"),
    (.claimSupported, "It holds up."), (.claimPartly, "In part."),
    (.claimOutdated, "Out of date."), (.claimUnsupported, "Not proven."),
    (.claimContradicted, "Not so."), (.claimFor, "For it"), (.claimAgainst, "Against it"),
    (.claimNothing, "Nothing was found."), (.claimSay, "What may be said"),
    (.claimReviewDue, "To be checked by {day}."), (.badge, "[{words}]"),
    (.badgeArticleSays, "they say"), (.badgeGuidelinesAgree, "all agree"),
    (.badgeGuidelinesDiffer, "some differ"), (.badgeNotProven, "not proven"),
    (.badgeWrong, "wrong"),
  ]

  private static let keys: [(ScreenWord, String)] = [
    (.keyEnter, "Enter"), (.keySpace, "Space"), (.keyBack, "Esc"), (.keyWhy, "W"),
    (.keyWords, "M"), (.keyWordsAlways, "F5"), (.keyHelp, "?"), (.keyEmergency, "E"),
    (.keyReview, "R"), (.keySources, "S"), (.keyLeave, "Q"),
    (.keyLeaveAlways, "Ctrl-C"), (.keyF1, "F1"), (.keyF2, "F2"),
    (.keyLeftRight, "Left/Right"), (.keyTab, "Tab"), (.keyUpDown, "Up/Down"),
    (.doesContinue, "go on"), (.doesChoose, "pick"), (.doesMove, "move"), (.doesMark, "mark"),
    (.doesChange, "change"), (.doesBack, "back"), (.doesWhy, "why"), (.doesWords, "words"),
    (.doesHelp, "help"),
    (.doesEmergency, "help now"), (.doesReview, "my answers"), (.doesSources, "sources"),
    (.doesLeave, "leave"),
    (.doesSave, "save"), (.doesParts, "other parts"), (.doesRead, "read"),
    (.doesTurnPicture, "turn"), (.pictureChosen, "Picked:"),
    (.tooSmall, "This window is too small. Your answers are kept."),
    (.lineChoose, "Type a number"),
    (.lineChooseSeveral, "Type the numbers that fit, or {none} for none"),
    (.lineType, "Type your answer"), (.lineRow, "Type {choices}"),
    (.lineWords, "m what words here mean"),
    (.lineCommands, "b back, w why, r my answers, e help now, q leave"),
    (.lineUnknown, "\"{input}\" is not an answer here."),
    (.lineUnsaid, "You can also type: {words}"),
    (.linePressEnter, "Press Enter to go on, or type a number"),
    (.lineRest, "0 says no to this line and all after it"),
    (.lineSources, "s says where this page comes from"),
    (.lineFile, "Type a file name, or press Enter for {path}"),
  ]

  private static let export: [(ExportWord, String)] = [
    (.emergencyLine, "Call {emergency-number}."),
    (.saveExists, "Not kept: there is a file at {path}."),
    (.saveFolderMissing, "Not kept: there is no folder for {path}."),
    (.saveOtherName, "Your answers are still here. Take another name."),
    (.saveCheckFolder, "Your answers are still here. Make the folder first."),
  ]
}
