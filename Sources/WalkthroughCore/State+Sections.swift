package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// A section that has questions for this person, and how far they have come in it.
  package struct SectionPlace: Equatable, Sendable {
    package let section: Section.ID
    package let title: String
    /// Of the questions that are asked by the answers so far.
    package let answered: Int
    package let asked: Int
    /// The question that is on the screen, or under what lies over it, is in it.
    package let isHere: Bool
    /// Whether the way has led here: only then it can be gone to.
    package let isReached: Bool
    /// Its first question without an answer, else its first.
    let first: Item.ID

    package var isDone: Bool { answered == asked }
  }
}

extension [Walkthrough.SectionPlace] {
  var reached: [Walkthrough.SectionPlace] { filter(\.isReached) }
}

extension Walkthrough.State {
  /// Whether there is a way through sections to show: not before it has begun, and not while an
  /// emergency stops it.
  package var canShowSections: Bool {
    switch (screen, place) {
    case (.sections, _), (.save, _), (.visitCode, _), (_, .welcome), (_, .attract), (_, .thanks),
      (_, .interruption):
      false
    case (_, let place): place.isPlace
    }
  }

  /// The sections in the order asked; those that ask nothing of this person are left out.
  package func sectionPlaces(in pack: ContentPack) -> [Walkthrough.SectionPlace] {
    let answers = answers(in: pack)
    let frontier = answers.unanswered.first
    let here: Item.ID? = if case .question(let id, _) = place { id } else { nil }
    return pack.questionnaire.sections.compactMap { section in
      let asked = section.items.map(\.id).filter { answers.isAsked($0) || $0 == here }
      guard let first = asked.first else { return nil }
      let open = asked.filter { !answers.isComplete($0) }
      let answered = asked.count - open.count
      let isHere = here.map(asked.contains) ?? false
      return Walkthrough.SectionPlace(
        section: section.id, title: section.title, answered: answered, asked: asked.count,
        isHere: isHere,
        isReached: isHere || answered > 0 || frontier.map(asked.contains) ?? false,
        first: open.first ?? first)
    }
  }

  func sectionEntries(in pack: ContentPack) -> [Walkthrough.Entry] {
    let sections = sectionPlaces(in: pack).reached.map { Walkthrough.Entry.section($0.section) }
    return sections + (canCheckAnswers ? [.open(.checkAnswers)] : []) + [.back]
  }

  /// Whether "check your answers" is another place than here, with something in it.
  private var canCheckAnswers: Bool {
    response != QuestionnaireResponse() && place != .checkAnswers
  }
}

/// To a section: where the person is already, back to there, else to its first open question.
///
/// While questions are open the way then leads on from there. Once all are answered it is a change,
/// and one answer leads back to the check, so that nothing is asked again.
func pressSection(_ state: inout Walkthrough.State, _ id: Section.ID, in pack: ContentPack) {
  guard
    let target = state.sectionPlaces(in: pack).first(where: { $0.section == id && $0.isReached })
  else { return }
  if target.isHere {
    state.uncoverPlace()
    return
  }
  let isChange = state.answers(in: pack).unanswered.isEmpty
  state.go(to: .question(target.first, isChange: isChange))
}
