import Foundation
internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// However a program ends, the terminal is as it was.
struct LeavingTests {
  private func expectRestored(_ terminal: PseudoTerminal, _ modes: [UInt32]) {
    #expect(terminal.lineModes == modes)
    #expect(terminal.mode(1049) == false)
    #expect(terminal.mode(2004) == false)
    #expect(terminal.mode(1000) != true)
    #expect(terminal.cursor.isVisible)
    // A backtrace would stand here, with what the memory holds.
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("Backtrace") && !text.contains("Thread 0") && !text.contains("Crash"))
  }

  /// R72: by returning, and by exit(3) in the middle of it.
  @Test(arguments: [("q", 0), ("e", 7)])
  func `a program that ends leaves the terminal as it was`(key: String, code: Int32) throws {
    let terminal = try probe("pointer")
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "last: nothing"))
    #expect(terminal.lineModes != modes)
    terminal.send(key)
    #expect(terminal.waitForExit() == .code(code))
    expectRestored(terminal, modes)
  }

  /// R71, R72.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal to end is obeyed within a second`(number: Int32) throws {
    let terminal = try probe("pointer")
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "last: nothing"))
    terminal.signal(number)
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + number))
    expectRestored(terminal, modes)
  }

  /// R72: a trap, an abort and an overflow of the stack: with the Swift runtime's backtrace on, as
  /// it is by default, and off.
  @Test(arguments: ["t", "a", "o"], ["enable=no", "enable=yes,interactive=yes", ""])
  func `a crash is silent and keeps its signal`(key: String, backtrace: String) throws {
    let terminal = try probe("pointer", environment: ["SWIFT_BACKTRACE": backtrace])
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "last: nothing"))
    terminal.send(key)
    let exit = terminal.waitForExit()
    let expected: [PseudoTerminal.Exit] =
      switch key {
      case "t": [.signal(SIGILL), .signal(SIGTRAP)]
      case "a": [.signal(SIGABRT)]
      default: [.signal(SIGSEGV)]
      }
    #expect(exit.map(expected.contains) == true, "\(String(describing: exit))")
    expectRestored(terminal, modes)
  }

  /// R72.
  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func `a crash signal from outside restores the terminal too`(number: Int32) throws {
    let terminal = try probe()
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "last: nothing"))
    terminal.signal(number)
    #expect(terminal.waitForExit() == .signal(number))
    expectRestored(terminal, modes)
  }

  /// R70.
  @Test(arguments: [false, true])
  func `a terminal that is gone ends the program at little cost`(whileTyping: Bool) throws {
    let terminal = try probe()
    #expect(terminal.wait(for: "last: nothing"))
    if whileTyping { terminal.send("<down> <up> <down>" as Keys) }
    terminal.hangUp()
    let exit = terminal.waitForExit(milliseconds: 1000)
    #expect(exit == .code(75) || exit == .code(128 + SIGHUP), "\(String(describing: exit))")
    #expect((terminal.microseconds ?? .max) < 50_000)
  }

  /// R71, R80.
  @Test func `a terminal that nobody reads does not keep the program from ending`() throws {
    let terminal = try probe(size: Size(width: 400, height: 200))
    let modes = terminal.lineModesBefore
    // Nothing is read here from now on: the pty fills up while the window changes.
    for step in 0..<60 {
      terminal.resize(Size(width: 400 - step, height: 200))
      usleep(5000)
    }
    terminal.signal(SIGTERM)
    usleep(300_000)
    #expect(terminal.waitForExit(milliseconds: 1000) == .code(128 + SIGTERM))
    #expect(terminal.lineModes == modes)
  }

  /// R80.
  @Test func `output that has to wait for its reader is not lost`() throws {
    let terminal = try probe(size: Size(width: 300, height: 100))
    #expect(terminal.wait(for: "last: nothing"))
    // More pictures than the pty holds, and nobody reads them for a while.
    for step in 1...40 {
      terminal.resize(Size(width: 300 - step, height: 100))
      usleep(5000)
    }
    usleep(200_000)
    #expect(terminal.wait { terminal.line(0) == "probe 260x100" })
    #expect(terminal.wait { terminal.line(99) == "last: resized 260 100" })
    #expect(terminal.line(2) == "  > option 1 café 漢字 •")
    terminal.send("q")
    #expect(terminal.waitForExit() == .code(0))
  }

  /// R73: what no program can do itself, the script that starts it does.
  @Test func `a kill leaves the terminal as it was, where the script started it`() throws {
    let terminal = try scripted("k")
    #expect(terminal.waitForExit() == .code(128 + SIGKILL))
    expectRestored(terminal, terminal.lineModesBefore)
    #expect(terminal.mode(1006) == false)
  }

  /// Requests to end reach the program through the script.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `the script hands a signal on`(number: Int32) throws {
    let terminal = try scripted("")
    terminal.signal(number)
    #expect(terminal.waitForExit(milliseconds: 2000) == .code(128 + number))
    expectRestored(terminal, terminal.lineModesBefore)
  }

  private func scripted(_ keys: String) throws -> PseudoTerminal {
    let root = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let script = #"set -euo pipefail; . "$0"; s=0; run_and_restore "$1" pointer || s=$?; exit "$s""#
    let functions = root.appendingPathComponent("Scripts/lib/terminal.sh").path
    let terminal = try PseudoTerminal("/bin/bash", ["-c", script, functions, probePath()])
    #expect(terminal.wait(for: "last: nothing"))
    #expect(terminal.mode(1049) == true && terminal.mode(1006) == true)
    terminal.send(keys)
    return terminal
  }

  /// R74.
  @Test func `a stop from outside gives the terminal back and takes it again`() throws {
    let terminal = try probe()
    let modes = terminal.lineModesBefore
    #expect(terminal.wait(for: "last: nothing"))
    let raw = terminal.lineModes
    for _ in 0..<3 {
      terminal.signal(SIGTSTP)
      #expect(terminal.wait { terminal.mode(1049) == false && terminal.lineModes == modes })
      terminal.resize(Size(width: 60, height: 20))
      terminal.signal(SIGCONT)
      #expect(terminal.wait { terminal.mode(1049) == true && terminal.lineModes == raw })
      #expect(terminal.wait { terminal.line(0) == "probe 60x20" })
      #expect(terminal.line(2) == "  > option 1 café 漢字 •")
      #expect(terminal.mode(2004) == true)
    }
    terminal.send("q")
    #expect(terminal.waitForExit() == .code(0))
    expectRestored(terminal, modes)
  }
}
