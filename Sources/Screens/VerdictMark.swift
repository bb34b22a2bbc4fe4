package import RecommendationCore
package import TextUI

extension Verdict {
  /// The sign before a treatment: it tells the verdicts apart without their words and colours.
  package var mark: String {
    switch self {
    case .suggest: "[+]"
    case .askFirst: "[?]"
    case .later: "[>]"
    case .avoid: "[!]"
    case .notAdvised: "[-]"
    }
  }

  package var style: Style {
    switch self {
    case .suggest: .good
    case .askFirst, .avoid: .warning
    case .later: .chosen
    case .notAdvised: .body
    }
  }

  package var word: ScreenWord {
    switch self {
    case .suggest: .verdictSuggest
    case .later: .verdictLater
    case .askFirst: .verdictAskFirst
    case .avoid: .verdictAvoid
    case .notAdvised: .verdictNotAdvised
    }
  }
}
