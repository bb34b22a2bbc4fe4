internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// What no finger types: pastes, bursts, broken bytes, and keys while nobody reads the screen.
@Suite(.serialized) struct InputTests {
  private func onPlace() throws -> PseudoTerminal {
    let terminal = try Program.start(environment: ["ESCDELAY": "5"])
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send("<enter> 0 <enter> 67 <enter>" as Keys)
    // The foot of the screen is written last.
    #expect(terminal.wait(for: "Where do you keep the thing?") && terminal.wait(for: "Z undo"))
    settle(terminal)
    return terminal
  }

  private func onNote() throws -> PseudoTerminal {
    let terminal = try onPlace()
    terminal.send("1 <enter> 170 <enter> 80 <enter>" as Keys)
    #expect(terminal.wait(for: "What else should be known?"))
    return terminal
  }

  private func settle(_ terminal: PseudoTerminal) {
    terminal.waitUntilRead()
    terminal.wait(milliseconds: 60) { false }
  }

  // MARK: R77

  @Test func `a paste on a question presses nothing`() throws {
    let terminal = try onPlace()
    let before = terminal.screenText
    terminal.send(Keys([.paste("1\nq2\n\u{3}\u{3}")]))
    settle(terminal)
    #expect(terminal.screenText == before)
    terminal.send("<down>" as Keys)
    #expect(terminal.wait { terminal.screenText != before })
  }

  @Test func `a paste of a mebibyte costs less than a second`() throws {
    let steady = try onPlace()
    steady.signal(SIGTERM)
    #expect(steady.waitForExit() == .code(128 + SIGTERM))
    let terminal = try onPlace()
    let before = terminal.screenText
    terminal.send(Keys([.paste(String(repeating: "1\nq2\n", count: 1 << 20 / 5))]))
    settle(terminal)
    #expect(terminal.screenText == before)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
    let cost = (terminal.microseconds ?? .max) - (steady.microseconds ?? 0)
    #expect(cost < 1_000_000, "\(cost) microseconds")
  }

  @Test func `a burst of keys on a question presses nothing`() throws {
    let terminal = try onPlace()
    let before = terminal.screenText
    terminal.send(String(repeating: "1\rq2", count: 100))
    settle(terminal)
    #expect(terminal.screenText == before)
    #expect(terminal.exit == nil)
    // What is typed after it counts again.
    terminal.send("<down>" as Keys)
    #expect(terminal.wait { terminal.screenText != before })
  }

  @Test func `as many keys as a quick hand presses all count`() throws {
    let terminal = try onPlace()
    settle(terminal)
    terminal.send(String(repeating: "\u{1B}[B", count: 24) + "\u{1B}[H\u{1B}[B\u{1B}[B 3\r")
    #expect(terminal.wait(for: "How tall and how heavy are you?"), "\(terminal.screenText)")
  }

  @Test func `a burst in a text is text, to its end`() throws {
    let terminal = try onNote()
    let text = "the quick brown fox jumps over the lazy dog"
    terminal.send(text)
    #expect(terminal.wait(for: text), "\(terminal.screenText)")
    settle(terminal)
    // The line ends the text. What follows would be keys of the next question, and is none.
    terminal.send("; it was quite happy\rqqqqqqqqqqqqqqqqqqqqqq2")
    #expect(terminal.wait(for: "Since when do you have the thing?"), "\(terminal.screenText)")
    settle(terminal)
    #expect(terminal.exit == nil)
    #expect(terminal.screenText.contains("Since when do you have the thing?"))
    terminal.send("<esc>" as Keys)
    #expect(terminal.wait(for: text + "; it was quite happy"), "\(terminal.screenText)")
  }

  // MARK: R78

  @Test func `broken bytes type nothing and break nothing`() throws {
    let terminal = try onNote()
    let broken: [[UInt8]] = [
      [0], [0, 0, 0], [0xC3], [0xFF, 0xFE], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
      [0xC2, 0x9B, 0xC2, 0x85], [0xE2, 0x80, 0xAE], [0xEF, 0xBF, 0xBF], [0x1B, 0x5B],
      [0x1B, 0x5B, 0x31, 0x3B], [0x1B, 0x4F], [0x1B, 0x5D, 0x30, 0x3B], [0x1B, 0x50, 0x31],
      Array("\u{1B}[99;5u\u{1B}[I\u{1B}[?62;22c".utf8),
    ]
    for (count, bytes) in broken.enumerated() {
      terminal.send(bytes)
      // Longer than what has begun is waited for.
      terminal.waitUntilRead()
      terminal.wait(milliseconds: 80) { false }
      terminal.send("x")
      let typed = String(repeating: "x", count: count + 1)
      #expect(terminal.wait(for: typed), "\(bytes): \(terminal.screenText)")
    }
    let typed = String(repeating: "x", count: broken.count)
    #expect(terminal.line(terminal.cursor.place.y).contains(typed))
    #expect(!terminal.screenText.contains("\u{FFFD}") && !terminal.screenText.contains(typed + "x"))
  }

  // MARK: R80

  @Test func `a screen that nobody reads for a while shows the right picture in the end`() throws {
    let reference = try onPlace()
    reference.send("<down> <down> 5 <up>" as Keys)
    #expect(reference.wait(for: "(•) Elsewhere in the house"))
    settle(reference)
    let terminal = try onPlace()
    // More pictures than a pty holds.
    for step in 1...60 {
      terminal.resize(Size(width: 500 - step, height: 200))
      usleep(3000)
    }
    terminal.sendUnread("<down> <down> 5 <up>")
    usleep(500_000)
    #expect(terminal.exit == nil)
    terminal.resize(Size(width: 80, height: 24))
    #expect(
      terminal.wait { terminal.screenText == reference.screenText }, "\(terminal.screenText)")
    #expect(terminal.cursor.place == reference.cursor.place)
  }

  // MARK: R75

  @Test func `sizes from nothing to the largest, with keys in between`() throws {
    let terminal = try onPlace()
    let before = terminal.screenText
    for step in 0..<300 {
      let size =
        switch step % 4 {
        case 0: Size(width: step * 7 % 501, height: step * 11 % 301)
        case 1: Size(width: step % 50, height: step % 14)
        case 2: Size(width: 0, height: 0)
        default: Size(width: 500, height: 300)
        }
      terminal.resize(size)
      terminal.send((step % 2 == 0 ? "<down>" : "<up>") as Keys)
      if step % 10 == 0 { terminal.wait(milliseconds: 2) { false } }
    }
    settle(terminal)
    #expect(terminal.exit == nil)
    terminal.resize(Size(width: 80, height: 24))
    terminal.send("<home>" as Keys)
    // Each key that is still to be drawn takes its time in the largest window.
    #expect(
      terminal.wait(milliseconds: 20_000) { terminal.screenText == before },
      "\(terminal.screenText)")
    terminal.send("r")
    #expect(terminal.wait(for: "67 years"))
  }

  @Test(arguments: [
    (Size(width: 39, height: 24), false), (Size(width: 80, height: 11), false),
    (Size(width: 40, height: 12), true),
  ])
  func `below 40 by 12 it asks for room`(size: Size, fits: Bool) throws {
    let terminal = try onPlace()
    terminal.send("2")
    #expect(terminal.wait(for: "(•) In the bedroom"))
    terminal.resize(size)
    let words = fits ? "Where do you keep the thing?" : "This window is too small."
    #expect(terminal.wait { terminal.screenText.contains(words) }, "\(terminal.screenText)")
    #expect(fits || !terminal.screenText.contains("bedroom"))
    terminal.resize(Size(width: 80, height: 24))
    #expect(terminal.wait(for: "(•) In the bedroom"))
  }
}
