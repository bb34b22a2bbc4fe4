package import ClinicTrust
import QuestionnaireModel
package import RecommendationCore
package import WalkthroughCore

/// Notes of a visit the five choices that are counted of it, and nothing else.
package final class VisitTally {
  private let names: CountNames
  private var began: Int?
  private var isFinished = false
  private var section: Int?
  private var level: Disposition?
  private var language: Int?
  private var place: Walkthrough.Screen?

  /// For the names of a pack, which are the same in each of its languages.
  package init(_ names: CountNames) { self.names = names }

  /// Looks at what is on the screen, at a time in milliseconds of a clock that never jumps.
  ///
  /// The pack may be that of another language: the rules are the same. What is erased at the end leaves the last look as it was.
  package func note(_ state: Walkthrough.State, in pack: ContentPack, at now: Int) {
    guard state.isOnTheWalk else { return }
    if began == nil { began = now }
    isFinished = state.hasResult
    language = names.languages.firstIndex(of: state.language ?? pack.manifest.language)
    guard state.place != place else { return }
    place = state.place
    section = nil
    switch state.place {
    case .question(let id, _):
      let here = pack.questionnaire.sections.first { $0.items.contains { $0.id == id } }
      section = here.flatMap { names.sections.firstIndex(of: $0.id.rawValue) }
    case .interruption(let flags): raise(to: flags.compactMap { pack[flag: $0]?.disposition }.max())
    case .result: raise(to: state.recommendation(in: pack).disposition)
    default: break
    }
  }

  private func raise(to shown: Disposition?) {
    level = [level, shown].compactMap(\.self).max()
  }

  /// What is counted, once a walk was begun.
  package func count(at now: Int) -> VisitCount? {
    guard let began else { return nil }
    return VisitCount(
      end: isFinished ? .finished : .left(section: section), level: level, language: language,
      length: VisitLength(minutes: (now - began) / 60_000))
  }
}

extension CountNames {
  /// The names that a pack gives: of its sections, and of its languages.
  package init(_ pack: ContentPack) {
    self.init(
      sections: pack.questionnaire.sections.map(\.id.rawValue),
      languages: pack.manifest.languages.map(\.code))
  }
}

extension Walkthrough.State {
  /// Whether what is seen, or lies under it, is a part of the walk.
  package var isOnTheWalk: Bool {
    switch place {
    case .question, .interruption, .checkAnswers, .changeEffect, .consistency, .result: true
    default: false
    }
  }
}
