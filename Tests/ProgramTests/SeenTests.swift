import TerminalTestKit
import Testing
import TextUI

/// What the real program writes to terminals of many kinds, and what a person sees of it.
@Suite(.serialized) struct SeenTests {
  /// R50: on all kinds of screens the cursor is seen, on the line with the mark of the focus.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 40, height: 12)])
  func `the cursor is seen on what has the focus, after every key`(size: Size) throws {
    let terminal = try Program.start(size: size)
    try #require(terminal.wait(for: "> [ Start ]"))
    // In a small window more has to be looked at first, which is another way.
    for (keys, words) in size.height == 24 ? QuietTests.way : Array(QuietTests.way.prefix(2)) {
      for key in keys.keys {
        terminal.send(Keys([key]))
        terminal.waitUntilRead()
        // A burst of keys would be dropped, and a lone ESC waits for what may follow it.
        terminal.wait(milliseconds: 60) { false }
        #expect(terminal.cursor.isVisible, "\(key) on the way to \(words)")
      }
      try #require(terminal.wait(for: words), "\(words):\n\(terminal.screenText)")
      // There and back, so that the keys of the next step begin where they should.
      for key in [Key.down, .up, .tab, .backTab] {
        terminal.send(Keys([key]))
        terminal.waitUntilRead()
        terminal.wait(milliseconds: 30) { false }
        // In a picture the cursor stands on the zone, and the mark before its name.
        let isPicture = words == "Where on the thing is it?"
        let isMarked = terminal.wait(milliseconds: 1000) {
          isPicture ? terminal.cursor.isVisible : terminal.isCursorMarked
        }
        #expect(
          isMarked, "\(key) on \(words), cursor at \(terminal.cursor)\n\(terminal.screenText)")
      }
    }
  }

  private static let types = ["vt100", "linux", "xterm", "screen", "tmux-256color"]

  /// R54: to the result and out again on every kind of terminal, with colors and without.
  @Test(arguments: types, [true, false])
  func `a whole walk`(type: String, hasColors: Bool) throws {
    let terminal = try Program.start(
      environment: ["TERM": type, "NO_COLOR": hasColors ? "" : "1"])
    try walk(terminal)
    let numbers = terminal.graphicRenditions.flatMap(\.self)
    if !hasColors { #expect(!numbers.contains(where: isColor), "\(Set(numbers).sorted())") }
    #expect(!numbers.contains { $0 == 5 || $0 == 6 })
  }

  /// R54, R53: a terminal that can do nothing gets the same questions as lines.
  @Test(arguments: ["1", ""]) func `a whole walk on a dumb terminal`(noColor: String) throws {
    let terminal = try Program.start(environment: ["TERM": "dumb", "NO_COLOR": noColor])
    #expect(terminal.wait(for: "In an emergency call 111."))
    for line in LineFaceTests.wholeWalk {
      terminal.send(line + "\n")
      terminal.waitUntilRead()
      terminal.wait(milliseconds: 10) { false }
    }
    #expect(terminal.wait(for: "A visit: this is the action line."), "\(terminal.screenText)")
    terminal.send("q\n2\n")
    #expect(terminal.waitForExit() == .code(0))
    #expect(!terminal.output.contains(0x1B))
  }

  /// R55: in a locale that has nothing else, every byte of a whole walk is ASCII.
  @Test(arguments: types + ["xterm-256color"], ["LANG", "LC_ALL"])
  func `a whole walk in the C locale is ASCII`(type: String, variable: String) throws {
    let terminal = try Program.start(environment: ["TERM": type, variable: "C"])
    try walk(terminal)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    #expect(terminal.graphicRenditions.isEmpty == false)
  }

  /// R57: nothing blinks, in no theme, and what cannot wait does not either.
  @Test(arguments: Theme.all) func `nothing blinks`(theme: Theme) throws {
    let terminal = try Program.start("walk", "--theme", theme.name)
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send("<enter> 1 0 <enter>" as Keys)
    #expect(terminal.wait(for: "Call 111 now."), "\(terminal.screenText)")
    terminal.send("<ctrl-c>" as Keys)
    #expect(terminal.wait(for: "Your answers will be gone."))
    terminal.send("2")
    #expect(terminal.waitForExit() == .code(0))
    let numbers = Set(terminal.graphicRenditions.flatMap(\.self))
    #expect(numbers.contains(7) && !numbers.contains(5) && !numbers.contains(6), "\(numbers)")
  }

  private func walk(_ terminal: PseudoTerminal) throws {
    try #require(terminal.wait(for: "> [ Start ]"), "\(terminal.screenText)")
    terminal.send(TerminalTests.wholeWalk)
    try #require(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "A visit: this is the action line."), "\(terminal.screenText)")
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
    #expect(terminal.lineModes == terminal.lineModesBefore)
  }

  private func isColor(_ number: Int) -> Bool {
    [30..<39, 40..<49, 90..<98, 100..<108].contains { $0.contains(number) }
  }
}

extension PseudoTerminal {
  /// Whether the cursor is seen, on a line with the mark of the focus; where nothing has the focus,
  /// on the first line of what is read.
  fileprivate var isCursorMarked: Bool {
    let (place, isVisible) = cursor
    let marked = (0..<size.height).filter { isMarked(line($0)) }
    return isVisible && (marked.isEmpty || marked.contains(place.y))
  }

  private func isMarked(_ line: String) -> Bool {
    line.drop { $0 == " " }.hasPrefix("> ")
  }

  /// The numbers of each "select graphic rendition" (ECMA-48) that was written, but for those that
  /// say which of many colors.
  fileprivate var graphicRenditions: [[Int]] {
    output.split(separator: 0x1B).compactMap { part in
      let numbers = part.dropFirst().prefix { (0x30...0x3B).contains($0) }
      guard part.first == UInt8(ascii: "["),
        part.dropFirst(1 + numbers.count).first == UInt8(ascii: "m")
      else { return nil }
      let all = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      var rest = all[...]
      var told: [Int] = []
      while let number = rest.popFirst() {
        told.append(number)
        if number == 38 || number == 48 {
          rest = rest.dropFirst(rest.first == 5 ? 2 : rest.first == 2 ? 4 : 0)
        }
      }
      return told
    }
  }
}
