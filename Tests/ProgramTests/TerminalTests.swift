import FixturePack
import Foundation
internal import Glibc
import PackFile
import TerminalTestKit
import Testing
import TextUI

/// The real program on a real terminal.
@Suite(.serialized) struct TerminalTests {
  static let wholeWalk: Keys = """
    <enter> 0 <enter> 67 <enter> 1 <enter> 170 <enter> 80.5 <enter> <paste:It squeaks.> <enter>
    2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 2 3 <end> <enter> 3 <end> <enter>
    1 1 2 2 <end> <enter>
    """

  private func expectRestored(
    _ terminal: PseudoTerminal, _ modes: [UInt32], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.lineModes == modes, sourceLocation: sourceLocation)
    for mode in [1049, 2004, 1000, 1006] {
      #expect(terminal.mode(mode) != true, "mode \(mode)", sourceLocation: sourceLocation)
    }
    #expect(terminal.cursor.isVisible, sourceLocation: sourceLocation)
  }

  private func started(_ arguments: String...) throws -> (PseudoTerminal, [UInt32]) {
    let terminal = try Program.start(arguments.first ?? "walk")
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "> [ Start ]"))
    return (terminal, modes)
  }

  // MARK: Screens

  @Test func `the first screen stands with the cursor on start`() throws {
    let (terminal, modes) = try started()
    #expect(terminal.screenText.contains("In an emergency call 111."))
    #expect(terminal.line(terminal.cursor.place.y).contains("> [ Start ]"))
    #expect(terminal.cursor.isVisible)
    terminal.send("q")
    #expect(terminal.waitForExit() == .code(0))
    expectRestored(terminal, modes)
  }

  /// It shows only after the first screen: a checksum that fits, over what cannot be read.
  @Test func `a pack that cannot be decoded gives the terminal back and says so`() throws {
    var bytes = Array(try PackFile.encode(FixturePack.pack).dropLast(PackFile.checksumLength))
    // The number of sections, at the begin of the third part.
    let header = 20 + 12 * 2 + 4
    let part = bytes[header..<header + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    bytes[part + 3] = 0xFF
    bytes += bytes.withUnsafeBytes { PackFile.checksum(of: $0) }
    let terminal = try Program.start(
      "walk", environment: ["KNEEGUIDE_PACK": Program.file("odd.pack", bytes)])
    let modes = terminal.lineModesBefore
    #expect(terminal.waitForExit() == .code(65))
    #expect(terminal.screenText.contains("cannot be used"), "\(terminal.screenText)")
    expectRestored(terminal, modes)
  }

  @Test func `ASCII where it is asked for`() throws {
    let terminal = try Program.start("walk", "--ascii", environment: ["LANG": "C.UTF-8"])
    #expect(terminal.wait(for: "> [ Start ]"))
    #expect(terminal.line(1).hasPrefix("-----"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
  }

  @Test func `a whole walk, and the file read back`() throws {
    let path = Program.newPath("page.txt")
    let terminal = try Program.start("walk", "--export", path)
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send(Self.wholeWalk)
    #expect(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "A visit: this is the action line."), "\(terminal.screenText)")
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
    expectRestored(terminal, modes)
    let page = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(page.contains("67 years") && page.contains("8 of 10"))
    #expect(page.contains("A visit: this is the action line."))
  }

  @Test func `a file that is there keeps the person, with the answers`() throws {
    let path = try Program.file("page.txt", "mine")
    let terminal = try Program.start("walk", "--export", path)
    #expect(terminal.wait(for: "> [ Start ]"))
    terminal.send(Self.wholeWalk)
    #expect(terminal.wait(for: "Show me the result"))
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "A visit: this is the action line."))
    terminal.send("q2")
    #expect(terminal.wait(for: "Where should the file go?"), "\(terminal.screenText)")
    #expect(terminal.screenText.contains("Not kept: there is a file at"))
    // Another name, right where one is.
    terminal.send("2\r")
    #expect(terminal.wait(for: "Your page is kept"), "\(terminal.screenText)")
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
    #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
    #expect(FileManager.default.contents(atPath: path + "2")?.isEmpty == false)
  }

  @Test func `reading pages on the screen`() throws {
    let terminal = try Program.start("read", "about-things")
    #expect(terminal.wait(for: "About things"))
    terminal.send("<end>" as Keys)
    #expect(terminal.wait(for: "Checked on 2026-11-22."), "\(terminal.screenText)")
    terminal.send("<esc>" as Keys)
    #expect(terminal.waitForExit() == .code(0))
  }

  /// R51.
  @Test func `an idle screen writes nothing and takes no time`() throws {
    let (terminal, _) = try started()
    terminal.wait(milliseconds: 100) { false }
    let written = terminal.output.count
    terminal.wait(milliseconds: 1500) { false }
    #expect(terminal.output.count == written)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
    #expect((terminal.microseconds ?? .max) < 250_000)
  }

  // MARK: Windows

  /// R75.
  @Test func `a storm of sizes loses no answer`() throws {
    let (terminal, _) = try started()
    terminal.send("<enter> 0 <enter> 67 <enter> 4" as Keys)
    #expect(terminal.wait(for: "(•) In a drawer"))
    let before = terminal.screenText
    var (width, height) = (80, 24)
    for step in 0..<200 {
      (width, height) = (1 + (step * 37) % 130, 1 + (step * 23) % 45)
      terminal.resize(Size(width: width, height: height))
      terminal.wait(milliseconds: 2) { false }
    }
    terminal.resize(Size(width: 1, height: 1))
    terminal.wait(milliseconds: 50) { false }
    #expect(terminal.exit == nil)
    terminal.resize(Size(width: 80, height: 24))
    #expect(terminal.wait { terminal.screenText == before }, "\(terminal.screenText)")
    terminal.send("r")
    #expect(terminal.wait(for: "67 years"))
  }

  @Test func `a small window asks for room`() throws {
    let (terminal, _) = try started()
    terminal.resize(Size(width: 24, height: 6))
    #expect(terminal.wait(for: "This window is too"))
    terminal.resize(Size(width: 80, height: 24))
    #expect(terminal.wait(for: "> [ Start ]"))
  }

  // MARK: Endings

  /// R71, R72.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT], [false, true])
  func `a signal ends it with the terminal as before`(number: Int32, inside: Bool) throws {
    let (terminal, modes) = try started()
    if inside {
      terminal.send("<enter> 0 <enter> 6" as Keys)
      #expect(terminal.wait(for: "How old are you?"))
    }
    terminal.signal(number)
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + number))
    expectRestored(terminal, modes)
  }

  /// R72.
  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
  func `a crash leaves the terminal as before, and no trace of what was said`(number: Int32) throws
  {
    let (terminal, modes) = try started()
    terminal.send("<enter> 0 <enter> 67" as Keys)
    #expect(terminal.wait(for: "67"))
    terminal.signal(number)
    #expect(terminal.waitForExit(milliseconds: 1000) == .signal(number))
    expectRestored(terminal, modes)
    #expect(!terminal.screenText.contains("67"))
  }

  @Test func `Ctrl-C asks, and a second one leaves`() throws {
    let (terminal, modes) = try started()
    terminal.send("<enter> 0 <enter> <ctrl-c>" as Keys)
    #expect(terminal.wait(for: "Your answers will be gone."))
    #expect(terminal.exit == nil)
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "How old are you?"))
    terminal.send("<ctrl-c>" as Keys)
    #expect(terminal.wait(for: "Your answers will be gone."))
    terminal.send("<ctrl-c>" as Keys)
    #expect(terminal.waitForExit() == .code(0))
    expectRestored(terminal, modes)
  }

  /// R70.
  @Test(arguments: ["", "<enter>", "<enter> 0 <enter> 6", "<enter> 0 <enter> 67 <enter> 1"])
  func `a terminal that vanishes ends it at once and at little cost`(keys: String) throws {
    // What the program costs up to there is not counted.
    let (steady, _) = try started()
    steady.send(Keys(keys))
    steady.wait(milliseconds: 200) { false }
    steady.signal(SIGTERM)
    #expect(steady.waitForExit() == .code(128 + SIGTERM))
    let (terminal, _) = try started()
    terminal.send(Keys(keys))
    terminal.wait(milliseconds: 200) { false }
    terminal.hangUp()
    let exit = terminal.waitForExit(milliseconds: 1000)
    #expect(exit == .code(128 + SIGHUP), "\(String(describing: exit))")
    let cost = (terminal.microseconds ?? .max) - (steady.microseconds ?? 0)
    #expect(cost < 50_000, "\(cost) microseconds")
  }

  /// R70.
  @Test func `a terminal that vanishes in the middle of typing`() throws {
    let (terminal, _) = try started()
    terminal.send("<enter> 0 <enter> 67 <enter> <down> <down> <up>" as Keys)
    terminal.hangUp()
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + SIGHUP))
  }

  /// R70.
  @Test func `a terminal that vanishes ends the lines too`() throws {
    let terminal = try Program.start("walk", "--line")
    #expect(terminal.wait(for: "Get ready to talk about the thing"))
    terminal.hangUp()
    #expect(terminal.waitForExit(milliseconds: 1000) != nil)
    #expect((terminal.microseconds ?? .max) < 250_000)
  }
}
