import RecommendationCore
import WalkthroughCore

extension LineFace {
  /// A screen as lines, without its entries' numbers where it has none: also what `read` prints
  /// into a pipe.
  package static func plainLines(_ content: ScreenContent) -> [String] {
    var lines: [String] = []
    if !content.section.isEmpty {
      lines.append(content.section + (content.place.isEmpty ? "" : " (" + content.place + ")"))
    }
    if !content.heading.isEmpty { lines.append(content.heading) }
    if let fault = content.fault { lines.append("! " + fault) }
    var number = 0
    for block in content.blocks {
      switch block {
      case .text(let text, _): lines.append(text)
      case .subheading(let text): lines.append(text)
      case .bullet(let text): lines.append("- " + text)
      case .numbered(let place, let text): lines.append("\(place). " + text)
      case .quoted(let text): lines.append("| " + text)
      case .persons(let chart): lines.append(chart.sentence)
      case .bar(let text, _): lines.append(text)
      case .gap: if lines.last?.isEmpty == false { lines.append("") }
      case .entry(_, let text):
        number += 1
        lines.append("\(number) " + spoken(text))
      }
    }
    return lines
  }

  static func spoken(_ text: EntryText) -> String {
    switch text {
    case .radio(let text, let hint, _), .check(let text, let hint, _),
      .row(let text, let hint, _, _):
      text + (hint.map { " (" + $0 + ")" } ?? "")
    case .field(let label, let text, let unit):
      [label, text, unit].filter { !$0.isEmpty }.joined(separator: " ")
    case .scale(_, let low, let high): "0 = \(low); 10 = \(high)"
    case .none(let text, _): text
    case .button(let text), .keyed(_, let text), .link(let text): text
    case .item(let text, let detail):
      detail.isEmpty ? text : text + (text.hasSuffix(".") ? " " : ": ") + detail
    case .described(let text, _, let detail, let notes):
      sentences([spoken(.item(text, detail: detail))] + notes)
    case .rung(let rung): sentences(rung.texts)
    }
  }

  /// Texts in a row, each with an end.
  private static func sentences(_ texts: [String]) -> String {
    texts.map { text in text.last.map { ".!?".contains($0) } == true ? text : text + "." }
      .joined(separator: " ")
  }

  /// `s 3` asks for the sources of the third entry.
  static func sourcesCommand(
    _ typed: String, _ state: Walkthrough.State, in pack: ContentPack
  ) -> Walkthrough.Action? {
    guard typed.lowercased().first == "s", state.screenOfSources(in: pack) != nil else {
      return nil
    }
    let entries = state.entries(in: pack)
    guard let number = Int(String(typed.dropFirst()).trimmingBlanks),
      entries.indices.contains(number - 1)
    else { return nil }
    return .sourcesAsked(of: entries[number - 1])
  }

  /// The command that tells what words mean, where there are any; a file may be called "m".
  func wordsLine(_ content: ScreenContent, _ scene: Scene) -> [String] {
    scene.state.screen != .save && hasWords(content, scene) ? [scene.word(.lineWords)] : []
  }

  func prompt(for content: ScreenContent, _ scene: Scene) -> [String] {
    if scene.state.screen == .save {
      return [scene.word(.lineFile, ["path": scene.state.file.name])]
    }
    if scene.state.screen == .search { return [scene.word(.lineSearchWords)] }
    var more: [String] = []
    if scene.state.screenOfSources(in: scene.pack) != nil {
      let isPage = if case .page = scene.state.screen { true } else { false }
      more.append(scene.word(isPage ? .lineSources : .lineGrounds))
    }
    if scene.state.offersArticle { more.append(scene.word(.lineArticle)) }
    more += readingLines(scene)
    return content.entries.isEmpty ? more : [scene.word(.linePressEnter)] + more
  }
}

extension Walkthrough.State {
  var isOnQuestion: Bool { if case .question = screen { true } else { false } }

  /// What an empty line presses: the way on.
  func defaultEntry(in pack: ContentPack) -> Walkthrough.Entry? {
    let entries = entries(in: pack)
    return entries.indices.contains(visit.focus) ? entries[visit.focus] : entries.first
  }
}
