package import RecommendationCore
package import WalkthroughCore

/// What is to be read aloud, and in which language.
package struct Utterance: Equatable, Sendable {
  package let text: String
  /// A code such as `en`.
  package let language: String
  /// An emergency, which is heard to its end once.
  package let isUrgent: Bool

  package init(text: String, language: String, isUrgent: Bool = false) {
    self.text = text
    self.language = language
    self.isUrgent = isUrgent
  }
}

/// A screen in the words of whoever reads it aloud: all that it says, in the order in which it
/// stands there.
package struct SpokenScreen: Equatable, Sendable {
  /// What was just done or is wrong.
  let notices: [String]
  /// Each block of the screen; those of entries are `nil`.
  let blocks: [String?]
  package let entries: [String]
  let keys: [String]

  package init(_ scene: Scene) {
    let content = screenContent(scene)
    notices = [content.notice, content.fault].compactMap(\.self)
    let head = [content.section, content.place, content.heading].filter { !$0.isEmpty }
    var blocks: [String?] = head
    var entries: [String] = []
    var number = 0
    for block in content.blocks {
      if case .entry(_, let entry) = block {
        if !entry.hasOwnKey { number += 1 }
        let own = entry.hasOwnKey ? 0 : number
        entries.append(Self.said(entry, label: content.label(own, isAnswer: true), scene))
        blocks.append(nil)
      } else {
        let texts = block.saidTexts.filter { !$0.isEmpty }
        if !texts.isEmpty { blocks.append(texts.joined(separator: " ")) }
      }
    }
    self.blocks = blocks
    self.entries = entries
    keys = content.keys.map { "\($0.key): \($0.does)" }
  }

  /// One text after the other.
  package var all: [String] {
    var left = entries[...]
    return notices + blocks.compactMap { $0 ?? left.popFirst() } + keys
  }

  private static func said(_ entry: EntryText, label: String, _ scene: Scene) -> String {
    let picked = scene.word(.spokenPicked)
    let parts: [String] =
      switch entry {
      case .radio(_, _, let isOn), .check(_, _, let isOn), .none(_, let isOn):
        [LineFace.spoken(entry)] + (isOn ? [picked] : [])
      case .row(_, _, let answer, _): [LineFace.spoken(entry), answer ?? scene.word(.notAnswered)]
      case .scale(let value, _, _):
        [LineFace.spoken(entry)]
          + (value.map { [scene.word(.scaleAnswer, ["number": String($0)])] } ?? [])
      default: [LineFace.spoken(entry)]
      }
    let number = label.filter { $0 != " " }
    return (number.isEmpty ? "" : number + ". ") + parts.joined(separator: ", ")
  }
}

/// Follows a walkthrough, and tells what is new to somebody who listens.
///
/// A new screen is read whole. On the same screen only what changed is: what was just done, and the
/// entry that has the focus now.
package struct SpokenFace: Sendable {
  private var heard: Heard?
  private var stops: [[RedFlag.ID]] = []

  private struct Heard: Equatable {
    let screen: Walkthrough.Screen
    let language: String
    let spoken: SpokenScreen
    let focus: Int
  }

  package init() {}

  /// What is to be said now; `nil`: nothing is new.
  package mutating func next(
    _ state: Walkthrough.State, in pack: ContentPack
  ) -> Utterance? {
    let spoken = SpokenScreen(Scene(state, in: pack))
    let now = Heard(
      screen: state.screen, language: pack.manifest.language, spoken: spoken,
      focus: state.visit.focus)
    defer { heard = now }
    let texts = heard.flatMap { changes(from: $0, to: now) } ?? spoken.all
    guard !texts.isEmpty else { return nil }
    return Utterance(
      text: Self.sentences(texts), language: now.language, isUrgent: isNewStop(state.screen))
  }

  /// All of the screen once more.
  package func again() -> Utterance? {
    heard.map { Utterance(text: Self.sentences($0.spoken.all), language: $0.language) }
  }

  private mutating func isNewStop(_ screen: Walkthrough.Screen) -> Bool {
    guard case .interruption(let flags) = screen, !stops.contains(flags) else { return false }
    stops.append(flags)
    return true
  }

  /// `nil` where it is another screen.
  private func changes(from before: Heard, to now: Heard) -> [String]? {
    guard before.screen == now.screen, before.language == now.language,
      before.spoken.blocks == now.spoken.blocks
    else { return nil }
    var texts = now.spoken.notices.filter { !before.spoken.notices.contains($0) }
    let entries = now.spoken.entries
    let changed = entries.indices.filter { entries[$0] != before.spoken.entries[$0] }
    if before.focus != now.focus || changed.contains(now.focus) {
      if entries.indices.contains(now.focus) { texts.append(entries[now.focus]) }
    } else if let first = changed.first {
      texts.append(entries[first])
    }
    return texts
  }

  /// Each text with an end, so that a voice rests there.
  private static func sentences(_ texts: [String]) -> String {
    texts.map { text in text.last.map { ".!?:".contains($0) } == true ? text : text + "." }
      .joined(separator: "\n")
  }
}
