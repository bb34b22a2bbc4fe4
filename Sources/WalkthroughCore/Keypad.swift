import QuestionnaireModel
package import RecommendationCore

/// A kiosk is used with the digits, Enter, one key back and one for help alone.
extension Walkthrough {
  /// What the help of a kiosk can do to the screen below it: all that has no digit there.
  package enum HelpChoice: Equatable, Sendable {
    case notSure
    case skip
    case switchUnits
    case emergency
    case stop
    case why
    case review
    case sections
    case glossary
    case sources
    case article
    case undo
    case redo
    case speech
  }

  /// How the screen looks to this visitor.
  package enum Look: CaseIterable, Sendable {
    /// As the clinic chose.
    case usual
    case highContrast
    case light

    var next: Look {
      switch self {
      case .usual: .highContrast
      case .highContrast: .light
      case .light: .usual
      }
    }
  }

  /// How many digits a choice has.
  package enum Numbering: Equatable, Sendable {
    /// Digits are typed into the screen, so they choose nothing.
    case typed
    case oneDigit
    /// More than nine can be chosen: 01, 02 and so on, so that no number is the beginning of another
    /// and nobody is hurried.
    case twoDigits
  }
}

extension Walkthrough.State {
  /// How the entries of the screen are chosen in a kiosk.
  package func numbering(in pack: ContentPack) -> Walkthrough.Numbering {
    switch item(in: pack)?.kind {
    case .number, .scale, .bodySize, .date, .text: return .typed
    default: break
    }
    if [.search, .save, .visitCode].contains(screen) { return .typed }
    let numbered = entries(in: pack).count { $0 != .noneOfThese && $0 != .noToTheRest }
    return numbered > 9 ? .twoDigits : .oneDigit
  }

  /// What the help over this screen offers, the screen's own choices first.
  package func helpChoices(in pack: ContentPack) -> [Walkthrough.HelpChoice] {
    var below = self
    if below.screen == .help { _ = below.pop() }
    var choices: [Walkthrough.HelpChoice] = []
    func offer(_ choice: Walkthrough.HelpChoice, if isOffered: Bool) {
      if isOffered { choices.append(choice) }
    }
    let isQuestion = if case .question = below.screen { true } else { false }
    if isQuestion, below.numbering(in: pack) == .typed {
      let entries = below.entries(in: pack)
      offer(.notSure, if: entries.contains(.notSure))
      offer(.skip, if: entries.contains(.skip))
      offer(.switchUnits, if: entries.contains(.switchUnits))
    }
    offer(.emergency, if: below.screen != .emergencyHelp)
    offer(.stop, if: below.hasBegun)
    offer(.why, if: isQuestion)
    offer(.review, if: response != QuestionnaireResponse() && below.screen != .checkAnswers)
    offer(.sections, if: below.canShowSections)
    offer(.glossary, if: pack.glossary.count > 0 && below.screen != .glossary)
    offer(.sources, if: below.screenOfSources(in: pack) != nil)
    offer(.article, if: below.offersArticle)
    offer(.undo, if: canUndo)
    offer(.redo, if: canRedo)
    offer(.speech, if: kiosk?.offersSpeech == true)
    return choices
  }

  /// The number that a digit makes with the one before it; `nil`: the second is still to come.
  ///
  /// Outside of a kiosk each digit is a number.
  mutating func number(endingIn digit: Int, in pack: ContentPack) -> Int? {
    guard kiosk != nil, numbering(in: pack) == .twoDigits else { return digit }
    guard let first = visit.firstDigit else {
      visit.firstDigit = digit
      return nil
    }
    visit.firstDigit = nil
    return first * 10 + digit
  }

  /// Forgets the first of two digits where something else than a digit came; true when that was
  /// "back", which then does no more.
  mutating func letsGoOfDigit(before action: Walkthrough.Action) -> Bool {
    if case .digitPressed = action { return false }
    let hadDigit = visit.firstDigit != nil
    visit.firstDigit = nil
    return hadDigit && action == .backPressed
  }
}

/// What was chosen in the help happens on the screen below it.
func reduceHelpChoice(
  _ state: inout Walkthrough.State, _ choice: Walkthrough.HelpChoice, in pack: ContentPack
) -> [Walkthrough.Effect] {
  guard state.screen == .help, state.helpChoices(in: pack).contains(choice) else { return [] }
  _ = state.pop()
  switch choice {
  case .notSure: return pressQuestionEntry(&state, .notSure, in: pack)
  case .skip: return pressQuestionEntry(&state, .skip, in: pack)
  case .switchUnits: return pressQuestionEntry(&state, .switchUnits, in: pack)
  case .emergency: state.push(.emergencyHelp)
  case .stop: return reduceLeave(&state)
  case .why: if let item = state.item(in: pack) { state.push(.why(item.id)) }
  case .review: reduceReview(&state, in: pack)
  case .sections: state.push(.sections)
  case .glossary: state.push(.glossary)
  case .sources: state.showSources(in: pack)
  case .article: state.showsArticle.toggle()
  case .undo: state.undo()
  case .redo: state.redo()
  case .speech: if state.kiosk?.offersSpeech == true { state.speaks.toggle() }
  }
  return []
}
