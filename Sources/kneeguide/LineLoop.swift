import ArgumentParser
import Glibc
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// The loop of the line face: say, read a line, act.
///
/// Not one escape byte.
struct LineLoop {
  let pack: ContentPack
  let effects: WalkthroughEffects
  /// Whether what is said is to be ASCII alone.
  let ascii: Bool

  func run(_ state: inout Walkthrough.State) throws {
    var pack = pack
    var face = LineFace()
    var input = LineReader()
    state.settleFocus(in: pack)
    var isPromptNew = true
    while true {
      if isPromptNew { try say(face.lines(for: state, in: pack)) }
      isPromptNew = true
      try StandardOutput.write("> ")
      guard let line = input.next() else {
        try StandardOutput.write("\n")
        return try end(&state)
      }
      switch face.reply(to: line, state: state, in: pack) {
      case .askMore: break
      case .misunderstood(let words):
        try say([words])
        isPromptNew = false
      case .act(let actions):
        for action in actions
        where apply(
          action, to: &state, pack: pack, effects: effects,
          showing: { waiting in
            let content = screenContent(Scene(waiting, in: pack))
            try? say([content.notice ?? ""])
          })
        {
          return
        }
        if effects.follow(&state, &pack) { face = LineFace() }
        try waitForNews(&state, pack)
      }
    }
  }

  /// Lines are said one after the other, so what goes on is waited for.
  private func waitForNews(_ state: inout Walkthrough.State, _ pack: ContentPack) throws {
    guard effects.isBusy() else { return }
    try say([pack.wording[.printUnderway]])
    while effects.isBusy() {
      if let news = effects.news(pack.wording) {
        _ = apply(news, to: &state, pack: pack, effects: effects)
      } else {
        poll(nil, 0, 50)
      }
    }
  }

  /// The input ended: done if the result was reached or an emergency stopped the walk, else an
  /// error, since a walk that breaks off is no answer.
  private func end(_ state: inout Walkthrough.State) throws {
    guard state.hasPage else {
      throw Failure(
        "the input ended before the result; answer to the end, or leave with q",
        status: Failure.badInput)
    }
    if case .saveFailed(let fault) = effects.beforeLeaving(state) {
      throw Failure(fault, status: Failure.cannotWrite)
    }
  }

  private func say(_ lines: [String]) throws {
    let glyphs: Glyphs = ascii ? .ascii : .unicode
    let clean = lines.map(glyphs.text).map {
      String($0.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.map(Character.init))
    }
    try StandardOutput.write("\n" + clean.joined(separator: "\n") + "\n")
  }
}

/// Lines of standard input; a line that is no UTF-8 is read with replacement characters.
struct LineReader {
  private var rest: [UInt8] = []
  private var isAtEnd = false

  mutating func next() -> String? {
    while true {
      if let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest.removeSubrange(...newline) }
        return String(decoding: rest[..<newline], as: UTF8.self)
      }
      if isAtEnd {
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return String(decoding: rest, as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(0, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { isAtEnd = true } else { rest += chunk[..<count] }
      // A line without end is cut: nothing that a person types is this long.
      if rest.count > 1 << 20 { rest.append(UInt8(ascii: "\n")) }
    }
  }
}
