import QuestionnaireModel
package import RecommendationCore
package import WalkthroughCore

/// The walkthrough as numbered prompts on lines: for screen readers, pipes and terminals that
/// cannot move the cursor.
///
/// It drives the same state as the screen. Where the screen has many fields at once (rows, height
/// and weight) it asks for one after the other and gives the answer as a whole.
package struct LineFace {
  /// The rows answered so far on the item that is asked.
  var rows: [AnswerOption.ID: RowAnswer] = [:]
  /// The height and the weight as far as they were given; `nil` is one that was left out.
  var sizes: [Quantity?] = []
  private var asked: Walkthrough.Screen?

  package init() {}

  /// What a typed line leads to.
  package enum Reply: Equatable {
    case act([Walkthrough.Action])
    /// More of the same answer is needed; the next prompt asks for it.
    case askMore
    /// The line means nothing here; these words say so.
    case misunderstood(String)
  }

  /// What to say before a line is read.
  package mutating func lines(for state: Walkthrough.State, in pack: ContentPack) -> [String] {
    if asked != state.screen { startOver(at: state.screen) }
    let scene = Scene(state, in: pack)
    let content = screenContent(scene)
    let notice = content.notice.map { [$0] } ?? []
    if let item = scene.item { return notice + questionLines(item, content, scene) }
    return notice + LineFace.plainLines(fromPassage(content, scene))
      + wordsLine(content, scene) + prompt(for: content, scene)
  }

  private mutating func startOver(at screen: Walkthrough.Screen) {
    rows = [:]
    sizes = []
    asked = screen
  }

  /// Whether a part of an answer was given already.
  var hasBegun: Bool { !rows.isEmpty || !sizes.isEmpty }

  /// What a line means here.
  ///
  /// Empty is the way on, where there is one.
  package mutating func reply(
    to line: String, state: Walkthrough.State, in pack: ContentPack
  ) -> Reply {
    let scene = Scene(state, in: pack)
    let reply = reply(to: line.trimmingBlanks, state, scene)
    guard case .misunderstood(let fault) = reply else { return reply }
    return .misunderstood(scene.word(.problem, ["fault": fault]))
  }

  private mutating func reply(
    to typed: String, _ state: Walkthrough.State, _ scene: Scene
  ) -> Reply {
    let pack = scene.pack
    if state.screen == .save { return fileReply(typed, state) }
    if state.screen == .search { return searchReply(typed, state, scene) }
    if let found = searchActions(typed, state) { return .act(found) }
    if typed.lowercased() == "undo", hasBegun {
      // What was begun here is no step yet: it is begun again.
      startOver(at: state.screen)
      return .askMore
    }
    if let action = LineFace.command(typed, state, in: pack)
      ?? LineFace.sourcesCommand(typed, state, in: pack)
    {
      return .act([action])
    }
    if let item = scene.item { return answerReply(typed, item, scene) }
    let entries = state.entries(in: pack)
    if typed.isEmpty {
      guard let entry = state.defaultEntry(in: pack) else {
        return .misunderstood(unknown(typed, scene))
      }
      return .act([.chosen(entry)])
    }
    guard let number = Int(typed), entries.indices.contains(number - 1) else {
      return .misunderstood(unknown(typed, scene))
    }
    return .act([.chosen(entries[number - 1])])
  }

  private static func command(
    _ typed: String, _ state: Walkthrough.State, in pack: ContentPack
  ) -> Walkthrough.Action? {
    switch typed.lowercased() {
    case "b": .backPressed
    case "w" where state.isOnQuestion: .whyPressed
    case "m": wordsAction(state, in: pack)
    case "r": .reviewPressed
    case "s" where state.screenOfSources(in: pack) != nil: .sourcesPressed
    case "a" where state.offersArticle: .articlePressed
    case "l" where state.canShowSections: .sectionsPressed
    case "h" where state.pageWithHeadings(in: pack) != nil: .headingsPressed
    case "f" where state.canGoForward: .forwardPressed
    case "e": .emergencyPressed
    case "?": .helpPressed
    case "undo": .undoPressed
    case "redo": .redoPressed
    case "q": .leavePressed
    default: nil
    }
  }

  func unknown(_ typed: String, _ scene: Scene) -> String {
    scene.word(.lineUnknown, ["input": typed])
  }

  private func fileReply(_ typed: String, _ state: Walkthrough.State) -> Reply {
    if typed.lowercased() == "b" { return .act([.backPressed]) }
    if typed.lowercased() == "q" { return .act([.leavePressed]) }
    if typed.isEmpty { return .act([.chosen(.saveNow)]) }
    var name: [Walkthrough.Action] = Array(
      repeating: .deletedBackward, count: state.file.name.count)
    name.append(.textPasted(typed))
    return .act(name + [.chosen(.saveNow)])
  }
}

extension String {
  var trimmingBlanks: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
