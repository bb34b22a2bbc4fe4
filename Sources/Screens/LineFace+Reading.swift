import RecommendationCore
import WalkthroughCore

extension LineFace {
  /// The content from the passage on that is to be shown first; all of it where there is none.
  ///
  /// A screen moves its text there. Lines cannot be moved, so what comes before is not said.
  func fromPassage(_ content: ScreenContent, _ scene: Scene) -> ScreenContent {
    guard let passage = scene.state.visit.passage, content.passages.indices.contains(passage) else {
      return content
    }
    var content = content
    content.blocks.removeFirst(content.passages[passage])
    content.blocks.insert(.text(scene.word(.linePassage), .hint), at: 0)
    return content
  }

  /// The commands of whoever reads.
  func readingLines(_ scene: Scene) -> [String] {
    guard scene.state.screen.isReading else { return [] }
    var lines = [scene.word(.lineSearch)]
    if scene.state.pageWithHeadings(in: scene.pack) != nil {
      lines.append(scene.word(.lineHeadings))
    }
    if scene.state.canGoForward { lines.append(scene.word(.lineForward)) }
    return lines
  }

  /// `/`, and `/gel shot` with the words at once.
  func searchActions(_ typed: String, _ state: Walkthrough.State) -> [Walkthrough.Action]? {
    guard state.screen.isReading, typed.hasPrefix("/") else { return nil }
    let words = String(typed.dropFirst()).trimmingBlanks
    return words.isEmpty
      ? [.searchPressed] : [.searchPressed, .textPasted(words), .chosen(.findNow)]
  }

  /// A number opens what was found; any other line is words to look for.
  func searchReply(_ typed: String, _ state: Walkthrough.State, _ scene: Scene) -> Reply {
    switch typed.lowercased() {
    case "b": return .act([.backPressed])
    case "f" where state.canGoForward: return .act([.forwardPressed])
    case "q": return .act([.leavePressed])
    case "": return .misunderstood(unknown(typed, scene))
    default: break
    }
    let entries = state.entries(in: scene.pack)
    if state.visit.search.hits?.isEmpty == false, let number = Int(typed) {
      guard entries.indices.contains(number - 1), number > 2 else {
        return .misunderstood(unknown(typed, scene))
      }
      return .act([.chosen(entries[number - 1])])
    }
    let erased = [Walkthrough.Action](
      repeating: .deletedBackward, count: state.visit.search.query.count)
    return .act(erased + [.textPasted(typed), .chosen(.findNow)])
  }
}
