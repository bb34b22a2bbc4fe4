import QuestionnaireModel
package import RecommendationCore
package import Screens
package import WalkthroughCore

/// All that the line face says of a screen: of rows, and of height and weight, one after the other.
package func linesSaid(on state: Walkthrough.State, in pack: ContentPack) -> [String] {
  var face = LineFace()
  var lines = face.lines(for: state, in: pack)
  guard let item = state.item(in: pack) else { return lines }
  let isSize = item.kind == .bodySize
  for _ in 1..<max(1, isSize ? 2 : item.rows.count) {
    guard face.reply(to: isSize ? "170 cm" : "1", state: state, in: pack) == .askMore else { break }
    lines += face.lines(for: state, in: pack)
  }
  return lines
}

/// The first text of a screen that these lines do not say, or say before one that stands above it on
/// the screen; `nil` when all are said in the order of the screen.
///
/// What is only there for keys ("Continue", "Other units", "no to the rest") has other words in
/// lines, and what was answered so far is said as a whole.
package func unsaidText(of content: ScreenContent, in lines: [String]) -> String? {
  var body = ScreenContent(section: "")
  let isQuestion = content.entries.contains(where: \.isAnswer)
  body.blocks = content.blocks.compactMap { $0.asSaid(isQuestion: isQuestion) }
  let head = [content.notice, content.section, content.place, content.heading, content.fault]
  var from = 0
  for text in head.compactMap(\.self) + body.texts where !text.isEmpty {
    guard let found = lines[from...].firstIndex(where: { $0.contains(text) }) else { return text }
    from = found
  }
  return nil
}

extension ScreenContent.Block {
  /// The block without what has no words of its own in lines; `nil`: nothing of it has.
  fileprivate func asSaid(isQuestion: Bool) -> ScreenContent.Block? {
    switch self {
    case .entry(.continue, _) where isQuestion: nil
    case .entry(.switchUnits, _), .entry(.noToTheRest, _): nil
    case .entry(let entry, .row(let text, let hint, _, let width)):
      .entry(entry, .row(text, hint: hint, answer: nil, width: width))
    default: self
    }
  }
}

extension Walkthrough.Entry {
  fileprivate var isAnswer: Bool {
    switch self {
    case .option, .row, .field, .scale: true
    default: false
    }
  }
}
