import QuestionnaireModel

extension Walkthrough {
  /// What came of a sealed page.
  package enum SealOutcome: CaseIterable, Sendable {
    case kept
    /// It may be there: nobody said that it is, or that it will stay.
    case unsure
    /// No room is left.
    case full
    /// The clinic's folder is not there, or its drive is out.
    case gone
    case failed
  }

  /// A sealed page for the clinic: the visit's code, and how far it has come.
  package struct Sealing: Equatable, Sendable {
    /// So many digits a code has.
    package static let codeLengths = 4...8

    package internal(set) var code = ""
    /// What stands there was taken for a code, and is none.
    package internal(set) var isCodeBad = false
    package private(set) var isUnderWay = false
    /// What came of the last page; `nil`: none was sent, or it is under way.
    package private(set) var outcome: SealOutcome?
    /// Whether a page of this visit lies in the clinic's folder.
    package private(set) var isKept = false
    /// Whether nobody knows of a page before the last whether it is there.
    private var wasUnsure = false

    package init() {}

    /// Whether one lies there or may lie there: it outlives what was said, so that nobody is told at
    /// the end that nothing was kept.
    package var mayBeKept: Bool { isKept || isUnderWay || wasUnsure || outcome == .unsure }

    var isCode: Bool {
      Self.codeLengths.contains(code.count) && code.allSatisfy { $0.isASCII && $0.isNumber }
    }

    mutating func begin() {
      wasUnsure = wasUnsure || outcome == .unsure
      isUnderWay = true
      outcome = nil
    }

    /// The last word counts: one that comes late is truer than that none came.
    mutating func end(with outcome: SealOutcome) {
      guard isUnderWay || self.outcome == .unsure else { return }
      isUnderWay = false
      self.outcome = outcome
      isKept = isKept || outcome == .kept
    }

    /// Takes the code away; what was kept is kept.
    mutating func erase() {
      code = ""
      isCodeBad = false
    }
  }
}

extension Walkthrough.State {
  /// What can be done while a page is under way, and when it has come to its end.
  var sealingEntries: [Walkthrough.Entry] {
    switch sealing.outcome {
    case nil where sealing.isUnderWay: [.back]
    case .kept: [.back, .leave]
    default: [.sealNow, .back]
    }
  }
}

/// The digits of a code, as they are typed.
func reduceVisitCode(_ state: inout Walkthrough.State, _ action: Walkthrough.Action) {
  state.visit.focus = 0
  state.sealing.isCodeBad = false
  func add(_ text: String) {
    let room = max(0, Walkthrough.Sealing.codeLengths.upperBound - state.sealing.code.count)
    state.sealing.code += text.filter { $0.isASCII && $0.isNumber }.prefix(room)
  }
  switch action {
  case .digitPressed(let digit): add(String(digit))
  case .characterTyped(let character): add(String(character))
  case .textPasted(let text): add(text)
  case .deletedBackward: if !state.sealing.code.isEmpty { state.sealing.code.removeLast() }
  default: break
  }
}

/// Sends the pages on their way, if there is a code for them; again from where it has failed.
func pressSealNow(_ state: inout Walkthrough.State) -> [Walkthrough.Effect] {
  guard state.forms.contains(.sealed), !state.sealing.isUnderWay else { return [] }
  guard state.sealing.isCode else {
    state.sealing.isCodeBad = true
    if state.screen == .sealing { state.visit = Walkthrough.Visit(.visitCode) }
    state.visit.focus = 0
    return []
  }
  state.sealing.begin()
  state.visit = Walkthrough.Visit(.sealing)
  return [.handOut(.sealed)]
}
