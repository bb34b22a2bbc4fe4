import Foundation
internal import Glibc
import TerminalTestKit
import Testing
import TextUI
import WalkthroughTestKit

/// The program ends when its terminal does and when it is told to, wherever it is.
@Suite(.serialized) struct EndingTests {
  /// R70: nobody reads what is drawn, and then the terminal is gone in the middle of it.
  @Test func `a terminal that vanishes while it is drawn on`() throws {
    let terminal = try Program.start(size: Size(width: 500, height: 300))
    #expect(terminal.wait(for: "> [ Start ]"))
    for step in 1...80 {
      terminal.resize(Size(width: 500 - step, height: 300))
      usleep(3000)
    }
    terminal.hangUp()
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + SIGHUP))
  }

  /// R70: under nohup(1) only the end of input tells.
  @Test func `a terminal that vanishes without a signal`() throws {
    func started() throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", #"trap "" HUP; exec "$0" walk"#, Program.path()],
        environment: ["KNEEGUIDE_PACK": Program.pack()])
      #expect(terminal.wait(for: "> [ Start ]"))
      return terminal
    }
    let steady = try started()
    steady.signal(SIGHUP)
    steady.wait(milliseconds: 100) { false }
    #expect(steady.exit == nil)
    steady.signal(SIGTERM)
    #expect(steady.waitForExit(milliseconds: 1000) == .code(128 + SIGTERM))
    let terminal = try started()
    terminal.hangUp()
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + SIGHUP))
    let cost = (terminal.microseconds ?? .max) - (steady.microseconds ?? 0)
    #expect(cost < 50_000, "\(cost) microseconds")
  }

  /// R70: what was being saved is there as a whole, or not at all.
  @Test(arguments: [0, 300, 1000, 3000, 10_000])
  func `a terminal that vanishes while the page is saved`(microseconds: UInt32) throws {
    func saved(hangingUp: Bool) throws -> (page: Data?, exit: PseudoTerminal.Exit?) {
      let path = Program.newPath("page.txt")
      let terminal = try Program.start("walk", "--export", path)
      #expect(terminal.wait(for: "> [ Start ]"))
      terminal.send(TerminalTests.wholeWalk)
      #expect(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
      terminal.send("<enter>" as Keys)
      #expect(terminal.wait(for: "A visit: this is the action line."))
      terminal.send("q2")
      if hangingUp {
        usleep(microseconds)
        terminal.hangUp()
      }
      let exit = terminal.waitForExit(milliseconds: hangingUp ? 1000 : 5000)
      return (FileManager.default.contents(atPath: path), exit)
    }
    let whole = try saved(hangingUp: false)
    #expect(whole.exit == .code(0) && whole.page?.isEmpty == false)
    let cut = try saved(hangingUp: true)
    #expect(cut.exit != nil)
    #expect(cut.page == nil || cut.page == whole.page)
  }

  /// R71, R72: wherever the signal comes, also before there is a screen and between keys.
  @Test(arguments: UInt64(1)...24)
  func `a signal at any instant`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let number = random.pick([SIGTERM, SIGINT])
    let terminal = try Program.start()
    let modes = terminal.lineModesBefore
    let instant = random.number(in: 0...60_000)
    if random.bool() { usleep(UInt32(instant)) } else { terminal.wait(for: "> [ Start ]") }
    if terminal.mode(1049) == true {
      let keys = (0..<random.number(in: 0...12)).map { _ in random.pick([Key.enter, .down]) }
      terminal.send(Keys(keys))
      usleep(UInt32(instant / 10))
    }
    terminal.signal(number)
    let exit = terminal.waitForExit(milliseconds: 1000)
    // A shell says 128 + n of both; the second is before the terminal was taken.
    #expect(
      exit == .code(128 + number) || exit == .signal(number) && terminal.mode(1049) == nil,
      "\(String(describing: exit)) after \(instant)")
    #expect(terminal.lineModes == modes)
    #expect(terminal.mode(1049) != true && terminal.mode(2004) != true)
    #expect(terminal.cursor.isVisible)
  }
}
