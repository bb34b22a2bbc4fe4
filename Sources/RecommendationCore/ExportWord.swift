/// The words of the text summary and of saving it, under `export:` in `Content/wording.yaml`.
package enum ExportWord: String, CaseIterable, Sendable {
  // The head and the foot of each page.
  case title
  /// `{day}`.
  case madeOn = "made-on"
  case holdsFor = "holds-for"
  case emergencyLine = "emergency-line"
  case programLine = "program-line"
  case packLine = "pack-line"
  case regionLine = "region-line"

  // Page one.
  case toDo = "to-do"
  /// `{deadline}`, the `within` of a red flag.
  case getSeen = "get-seen"
  case whyLabel = "why-label"
  case inClinicLabel = "in-clinic-label"
  case whenClosedLabel = "when-closed-label"
  case youSaidLabel = "you-said-label"
  /// `{sign}`.
  case notSureAbout = "not-sure-about"
  case firstSteps = "first-steps"
  case getHelpSooner = "get-help-sooner"
  /// `{pattern}`.
  case ifItIs = "if-it-is"
  case soonerLabel = "sooner-label"
  case whatYouSaid = "what-you-said"
  case ladder
  case youAreHere = "you-are-here"
  case noLadder = "no-ladder"
  case ladderHiddenUrgent = "ladder-hidden-urgent"
  case avoidOrAsk = "avoid-or-ask"
  case toAvoid = "to-avoid"
  case surgery
  case questions
  /// Room for one more.
  case ownQuestion = "own-question"
  /// In place of an action that rests on an answer that is left off.
  case privateAction = "private-action"
  /// Follows the treatments that are not advised.
  case notAdvisedMore = "not-advised-more"

  // Verdicts, as marks.
  case suggest
  case later
  case askFirst = "ask-first"
  case avoid
  case notAdvised = "not-advised"
  /// Not advised because it does not suit this person now.
  case notSuited = "not-suited"
  case reasonUnknown = "reason-unknown"
  case reasonPrivate = "reason-private"

  // Page two.
  case clinicianTitle = "clinician-title"
  case reportedOnly = "reported-only"
  /// `{level}`.
  case level
  case complete
  case incomplete
  case whyHere = "why-here"
  case redFlags = "red-flags"
  case history, function
  case triedSoFar = "tried-so-far"
  case risks
  case alsoPositive = "also-positive"
  case noPositive = "no-positive"
  case unsureAnswers = "unsure-answers"
  case answeredNo = "answered-no"
  /// All rows of an item were answered "no".
  case noneOfAll = "none-of-all"
  /// An answer that the person would not give.
  case declined
  case notAnswered = "not-answered"
  case notKnown = "not-known"
  case notAsked = "not-asked"
  case privateLeftOff = "private-left-off"
  case patientQuestions = "patient-questions"
  case contradictions
  /// `{score}`, `{value}`, `{day}`, `{range}`.
  case scoreOn = "score-on"
  case scoresOverTime = "scores-over-time"
  case scoreDay = "score-day"
  case patterns
  case patternStrong = "pattern-strong"
  case patternSome = "pattern-some"
  case patternWeak = "pattern-weak"
  case fitsLabel = "fits-label"
  case againstLabel = "against-label"
  case noRules = "no-rules"
  /// `{deadline}`, the `within` of a red flag.
  case ruleDeadline = "rule-deadline"
  case ruleNotSure = "rule-not-sure"
  /// In place of a rule that rests on an answer that is left off.
  case rulePrivate = "rule-private"
  case treatments
  case surgeryMet = "surgery-met"
  case surgeryMissing = "surgery-missing"
  case sources
  /// The source was cited from memory.
  case fromMemory = "from-memory"

  // For a record.
  /// Who the answers are about, where nobody is named.
  case subject
  // A PDF that could not be made.
  case pdfMissing = "pdf-missing"
  case pdfFailed = "pdf-failed"
  case pdfTookTooLong = "pdf-took-too-long"
  // The answers as a code.
  case replayTitle = "replay-title"
  case replayAbout = "replay-about"
  case replayPrivate = "replay-private"

  // QR codes.
  /// The whole page did not go in.
  case qrShort = "qr-short"
  /// `{n}` and `{total}`.
  case qrPart = "qr-part"
  /// `{width}` and `{height}`.
  case qrTooSmall = "qr-too-small"
  case qrTooMuch = "qr-too-much"

  // Saving, each with `{path}`.
  case saved
  case savedNotFlushed = "saved-not-flushed"
  case saveExists = "save-exists"
  case saveSymbolicLink = "save-symbolic-link"
  case saveIsFolder = "save-is-folder"
  case saveNotAFile = "save-not-a-file"
  case saveFolderMissing = "save-folder-missing"
  case saveNotAFolder = "save-not-a-folder"
  case saveBadName = "save-bad-name"
  case saveNameTooLong = "save-name-too-long"
  case saveReadOnly = "save-read-only"
  case saveNotAllowed = "save-not-allowed"
  case saveUnsafeFolder = "save-unsafe-folder"
  case saveFull = "save-full"
  case saveQuota = "save-quota"
  case saveTooLarge = "save-too-large"
  case saveUnsupported = "save-unsupported"
  /// Also with `{error}`.
  case saveFailed = "save-failed"
  // What to do about it.
  case saveOtherName = "save-other-name"
  case saveOtherFolder = "save-other-folder"
  case saveCheckFolder = "save-check-folder"
  case saveMakeRoom = "save-make-room"

  // Why nothing was printed.
  case printNoClient = "print-no-client"
  case printNoPrinter = "print-no-printer"
  case printUnknownPrinter = "print-unknown-printer"
  case printNoService = "print-no-service"
  case printStopped = "print-stopped"
  case printOutOfPaper = "print-out-of-paper"
  case printNeedsHelp = "print-needs-help"
  case printOffline = "print-offline"
  case printRejecting = "print-rejecting"
  case printAborted = "print-aborted"
  case printTimedOut = "print-timed-out"

  package var key: String { "export." + rawValue }
}
