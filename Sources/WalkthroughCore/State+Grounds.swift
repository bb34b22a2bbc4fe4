import QuestionnaireModel
package import RecommendationCore

extension Walkthrough {
  /// Something that the result says, whose rules, answers and sources can be asked for.
  package enum Grounds: Equatable, Sendable {
    case part(ResultPart)
    case flag(RedFlag.ID)
    case pattern(ConditionPattern.ID)
    case step(Ladder.Step.ID)
    case treatment(Treatment.ID)
  }
}

extension Walkthrough.State {
  /// Where the key for sources leads from the screen that is seen; `nil` where it has no meaning.
  ///
  /// On the result it tells of the focused entry, else of the part; whether it has a meaning does
  /// not depend on the focus.
  package func screenOfSources(in pack: ContentPack) -> Walkthrough.Screen? {
    screenOfSources(of: focusedEntry(in: pack), in: pack)
  }

  private func focusedEntry(in pack: ContentPack) -> Walkthrough.Entry? {
    let entries = entries(in: pack)
    return entries.indices.contains(visit.focus) ? entries[visit.focus] : nil
  }

  /// Few screens look at the entry, and finding it takes the whole result.
  private func screenOfSources(
    of entry: @autoclosure () -> Walkthrough.Entry?, in pack: ContentPack
  ) -> Walkthrough.Screen? {
    let ofScreen: Walkthrough.Screen?
    switch screen {
    case .page(let id): return pack[page: id]?.hasSources == true ? .sources(id) : nil
    case .result(let part): ofScreen = .grounds(.part(part))
    case .flag, .pattern, .step, .treatment: ofScreen = screen.grounds.map { .grounds($0) }
    default: return nil
    }
    guard case .open(let opened) = entry() else { return ofScreen }
    if case .page(let id) = opened, pack[page: id]?.hasSources == true { return .sources(id) }
    return opened.grounds.map { .grounds($0) } ?? ofScreen
  }

  mutating func showSources(in pack: ContentPack) {
    if let screen = screenOfSources(in: pack) { push(screen) }
  }

  mutating func showSources(of entry: Walkthrough.Entry, in pack: ContentPack) {
    guard let index = entries(in: pack).firstIndex(of: entry),
      let screen = screenOfSources(of: entry, in: pack)
    else { return }
    visit.focus = index
    push(screen)
  }

  /// Whether the article's stages can be laid over the screen that is seen.
  package var offersArticle: Bool {
    switch screen {
    case .result(.ladder), .step: true
    default: false
    }
  }
}

extension Walkthrough.Screen {
  /// The thing of the result that the screen tells of.
  fileprivate var grounds: Walkthrough.Grounds? {
    switch self {
    case .flag(let id): .flag(id)
    case .pattern(let id): .pattern(id)
    case .step(let id): .step(id)
    case .treatment(let id): .treatment(id)
    default: nil
    }
  }
}

extension Recommendation {
  /// The treatments of a step: those to suggest first, then those to ask about, those for later,
  /// and last those to leave.
  ///
  /// Within a verdict they keep the order of the content.
  package func treatments(
    on step: Ladder.Step.ID, in pack: ContentPack
  ) -> [JudgedTreatment] {
    let ids = Set(pack.rules.treatments.filter { $0.step == step }.map(\.id))
    return [Verdict.suggest, .askFirst, .later, .avoid, .notAdvised].flatMap { verdict in
      treatments.filter { $0.verdict == verdict && ids.contains($0.id) }
    }
  }
}
