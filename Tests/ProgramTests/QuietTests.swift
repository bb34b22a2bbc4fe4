import TerminalTestKit
import Testing
import TextUI

/// A reader of the screen, of eyes or of a Braille display, is not disturbed without need.
@Suite(.serialized) struct QuietTests {
  private static let place = "Where do you keep the thing?"
  private static let text = "What else should be known?"

  /// Every kind of screen: the keys that lead there from the one before, and words on it.
  static let way: [(keys: Keys, words: String)] = [
    ("", "> [ Start ]"), ("<enter>", "Do you have any of these signs now?"),
    ("0 <enter>", "How old are you?"), ("67 <enter>", place),
    ("?", "How this works"), ("<esc>", place), ("w", "The place matters."), ("<esc>", place),
    ("e", "Call 111."), ("<esc>", place), ("q", "Your answers will be gone."), ("<esc>", place),
    ("1 <enter>", "How tall and how heavy"), ("170 <enter> 80.5 <enter>", text),
    ("<paste:It squeaks.> <enter>", "Since when do you have the thing?"),
    ("2020-05 <enter>", "How bad is it now?"), ("8 <enter> 5 <enter>", "Is the thing broken?"),
    ("2 <enter>", "Which parts does it have?"), ("2 3 <end> <enter>", "Where on the thing is it?"),
    ("3 <end> <enter>", "What did you try, and did it help?"),
    ("1 1 2 2 <end> <enter>", "Show me the result"),
    ("<enter>", "A visit: this is the action line."),
  ]

  /// R51, R52: on all kinds of screens.
  @Test func `nothing is written while nothing happens, and two lines for a move`() throws {
    let terminal = try Program.start()
    for (keys, words) in Self.way {
      terminal.send(keys)
      try #require(terminal.wait(for: words), "\(words):\n\(terminal.screenText)")
      settle(terminal)
      let written = terminal.output.count
      terminal.wait(milliseconds: 250) { false }
      #expect(terminal.output.count == written, "\(words)")
      for key in [Key.down, .up] { expectFewLines(terminal, key, words) }
    }
  }

  private static let picture = "Where on the thing is it?"

  private func expectFewLines(_ terminal: PseudoTerminal, _ key: Key, _ words: String) {
    let before = lines(terminal)
    let place = terminal.cursor.place
    _ = terminal.takeRowsWritten()
    terminal.send(Keys([key]))
    terminal.waitUntilRead()
    terminal.wait(milliseconds: 100) { terminal.cursor.place != place }
    settle(terminal)
    let rows = terminal.takeRowsWritten()
    let after = lines(terminal)
    let changed = Set(before.indices.filter { before[$0] != after[$0] })
    // Other keys work where words are typed, and the lines at the foot name them. A list that is
    // longer than the window moves as a whole.
    let isMore =
      words == Self.text || changed.count > 2 && (after + before).joined().contains(/[↑↓]/)
    // Two zones of a picture, and the line that names the focused one.
    if words == Self.picture {
      let focus = Set([place.y, terminal.cursor.place.y])
      #expect(rows.count <= 8 && !rows.isEmpty, "\(key): \(rows.sorted()), from \(focus)")
      #expect(place != terminal.cursor.place, "\(key) moved nothing")
      return
    }
    #expect(
      isMore ? rows.isSubset(of: changed) : rows.count <= 2,
      "\(key) on \(words): \(rows.sorted()), of which changed \(changed.sorted())")
  }

  private func lines(_ terminal: PseudoTerminal) -> [String] {
    (0..<terminal.size.height).map(terminal.line)
  }

  private func settle(_ terminal: PseudoTerminal) {
    terminal.waitUntilRead()
    terminal.wait(milliseconds: 60) { false }
  }
}
