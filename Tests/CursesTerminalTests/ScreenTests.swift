import Foundation
import TerminalTestKit
import Testing
import TextUI

private let strace = "/usr/bin/strace"

struct ScreenTests {
  @Test func `the first screen stands with the cursor on the focus`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    #expect(terminal.line(0) == "probe 80x24")
    #expect(terminal.line(2) == "  > option 1 café 漢字 •")
    #expect(terminal.cursor.place == Point(x: 2, y: 2))
    #expect(terminal.cursor.isVisible)
    #expect(terminal.mode(1049) == true)
    #expect(terminal.mode(2004) == true)
    // A change to the other screen and back is a flash.
    #expect(String(decoding: terminal.output, as: UTF8.self).split(separator: "[?1049").count == 2)
  }

  /// R79.
  @Test func `the pointer is asked for only on request`() throws {
    let without = try probe()
    #expect(without.wait(for: "last: nothing"))
    #expect(without.mode(1000) == nil)
    let terminal = try probe("pointer")
    #expect(terminal.wait(for: "last: nothing"))
    #expect(terminal.mode(1000) == true)
    #expect(terminal.mode(1006) == true)
    terminal.send("<click:10,4>" as Keys)
    #expect(terminal.wait(for: "last: release at 10 4"))
  }

  /// R51.
  @Test func `an idle screen writes nothing`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    terminal.wait(milliseconds: 50) { false }
    let written = terminal.output.count
    terminal.wait(milliseconds: 1000) { false }
    #expect(terminal.output.count == written)
  }

  /// R52.
  @Test func `a move of the focus writes the two lines and no more`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    let written = terminal.output.count
    terminal.send("<down>" as Keys)
    #expect(terminal.wait(for: "  > option 2"))
    terminal.wait(milliseconds: 50) { false }
    #expect(terminal.line(2) == "    option 1 café 漢字 •")
    #expect(terminal.cursor.place == Point(x: 2, y: 3))
    #expect(terminal.output.count - written < 140)
  }

  /// ncurses would write each line by itself, and the terminal would wake up for each.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: strace),
      "strace is not installed: how often the terminal is written to is not seen"))
  func `a screen is written at once`() throws {
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("kneeguide-writes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let terminal = try PseudoTerminal(
      strace, ["-s", "4000", "-o", log.path, "-e", "trace=write,read,poll", probePath()])
    #expect(terminal.wait(for: "last: nothing", milliseconds: 20_000))
    terminal.send("<down>" as Keys)
    #expect(terminal.wait(for: "> option 2", milliseconds: 20_000))
    terminal.send("q")
    #expect(terminal.waitForExit(milliseconds: 20_000) != nil)
    let calls = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    let first = try #require(calls.firstIndex { $0.contains("probe 80x24") })
    let key = try #require(calls.firstIndex { $0.hasPrefix("read(0, \"\\33") })
    let end = try #require(calls.firstIndex { $0.hasPrefix("read(0, \"q") })
    #expect(calls[first..<key].count { $0.hasPrefix("write(") } == 1)
    #expect(calls[key..<end].count { $0.hasPrefix("write(") } == 1)
    #expect(calls[key..<end].count { $0.hasPrefix("poll(") } == 1)
  }

  @Test func `another locale than UTF-8 gets ASCII alone`() throws {
    for environment in [["LANG": "C"], ["LANG": ""], ["LANG": "POSIX"], ["LC_ALL": "C"]] {
      let terminal = try probe(environment: environment)
      #expect(terminal.wait(for: "last: nothing"))
      #expect(terminal.line(2) == "  > option 1 cafe ? ?  *")
      #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `a locale that is not installed is UTF-8 if its name says so`() throws {
    for name in ["de_DE.UTF-8", "xx_YY.utf8", "C.UTF-8"] {
      let terminal = try probe(environment: ["LANG": name])
      #expect(terminal.wait(for: "last: nothing"))
      #expect(terminal.line(2) == "  > option 1 café 漢字 •")
    }
  }

  @Test func `a terminal without colour and NO_COLOR get none`() throws {
    func colors(_ terminal: PseudoTerminal) -> Bool {
      #expect(terminal.wait(for: "last: nothing"))
      let text = String(decoding: terminal.output, as: UTF8.self)
      return text.contains(/\u{1B}\[[0-9;]*[349][0-7]m/)
        || text.contains(/\u{1B}\[[0-9;]*[34]8[;:]/)
    }
    #expect(colors(try probe()))
    #expect(colors(try probe("high-contrast")))
    #expect(!colors(try probe("monochrome")))
    #expect(!colors(try probe(environment: ["NO_COLOR": "1"])))
    #expect(!colors(try probe("high-contrast", environment: ["NO_COLOR": "1"])))
    #expect(!colors(try probe("high-contrast", environment: ["TERM": "vt100"])))
    #expect(colors(try probe("high-contrast", environment: ["TERM": "linux"])))
  }

  /// What a terminal with so many colours gets of a warning in the default theme.
  @Test(arguments: [
    ("xterm-256color", "\u{1B}[48;5;232mwarning"), ("xterm", ";1mwarning"),
    ("linux", ";1m\u{0F}warning"),
  ])
  func `a warning takes the colours that there are`(type: String, sequence: String) throws {
    let terminal = try probe(environment: ["TERM": type])
    #expect(terminal.wait(for: "last: nothing"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains(sequence), "\(text.debugDescription)")
  }

  /// The console would turn bold black letters dark grey, on the light grey of what is reversed.
  @Test(arguments: [("linux", false), ("xterm-256color", true)])
  func `reversed letters are bold only where that keeps them black`(type: String, isBold: Bool)
    throws
  {
    let terminal = try probe(environment: ["TERM": type])
    #expect(terminal.wait(for: "last: nothing"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    let before = try #require(text.firstRange(of: "urgent")).lowerBound
    let sequence = try #require(text[..<before].lastIndex(of: "\u{1B}"))
    let parameters = text[sequence..<before].dropFirst(2).prefix { $0 != "m" }.split(separator: ";")
    #expect(parameters.contains("7"), "\(parameters)")
    #expect(parameters.contains("1") == isBold, "\(parameters)")
  }

  /// R76: what a terminal of the type gives: a screen, or a reason for none.
  @Test(arguments: [
    ("xterm-256color", true), ("xterm", true), ("linux", true), ("vt100", true), ("screen", true),
    ("tmux-256color", true), ("dumb", false), ("", false), ("unheard-of", false),
  ])
  func `a terminal type that can place its cursor shows the screen`(type: String, works: Bool)
    throws
  {
    let terminal = try probe(environment: ["TERM": type])
    if works {
      #expect(terminal.wait(for: "last: nothing"))
      terminal.send("<down>" as Keys)
      #expect(terminal.wait(for: "> option 2"))
      terminal.send("q")
      #expect(terminal.waitForExit() == .code(0))
    } else {
      #expect(terminal.waitForExit() == .code(69))
      let reason =
        ["dumb": "cannot place its cursor", "": "TERM names no"][type] ?? "is not known here"
      #expect(terminal.screenText.contains(reason), "\(terminal.screenText)")
      #expect(terminal.lineModes == terminal.lineModesBefore)
      #expect(!terminal.output.contains(0x1B))
    }
  }

  /// R75.
  @Test(arguments: [
    Size(width: 1, height: 1), Size(width: 2, height: 2), Size(width: 10, height: 3),
    Size(width: 40, height: 12), Size(width: 500, height: 300), Size(width: 0, height: 0),
  ])
  func `any size of the window is drawn`(size: Size) throws {
    let terminal = try probe(size: size)
    #expect(terminal.wait { terminal.mode(1049) == true })
    terminal.send("<down> <up>" as Keys)
    terminal.wait(milliseconds: 30) { false }
    terminal.send("q")
    #expect(terminal.waitForExit() == .code(0))
  }

  /// R75.
  @Test func `a storm of resizes ends with the right picture`() throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    for step in 0..<200 {
      let width = abs(100 - step) + 1
      terminal.resize(Size(width: width, height: max(1, width / 4)))
      if step % 10 == 0 { terminal.wait(milliseconds: 1) { false } }
    }
    terminal.resize(Size(width: 80, height: 24))
    #expect(terminal.wait(for: "resized 80 24"))
    #expect(terminal.line(0) == "probe 80x24")
    #expect(terminal.line(2) == "  > option 1 café 漢字 •")
    #expect(terminal.line(6) == "    option 5 café 漢字 •")
    #expect(terminal.cursor.place == Point(x: 2, y: 2))
  }
}
