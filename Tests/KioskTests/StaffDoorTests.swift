import Foundation
import Kiosk
import TerminalTestKit
import Testing

/// Who ends a kiosk, and who does not, with processes that lie.
@Suite(.serialized) struct `The staff's door` {
  private func started(
    _ visitor: String, _ staff: String = "exit:20", door: String? = nil
  ) throws -> PseudoTerminal {
    try PseudoTerminal(kioskProbe, ["supervise", visitor, staff] + (door.map { [$0] } ?? []))
  }

  private func children(_ terminal: PseudoTerminal) -> String {
    let path = "/proc/\(terminal.process)/task/\(terminal.process)/children"
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// The status of the staff's number is nothing in the mouth of a visitor, whatever it says before.
  @Test(arguments: [
    "exit:20", "drawn:20", "tried:20", "exit:21", "tried:21", "tried:22", "drawn:1", "exit:0",
    "exit:10", "wrong",
  ])
  func `is not opened by a visitor`(visitor: String) throws {
    let terminal = try started(visitor)
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000), "\(terminal.screenText)")
    #expect(terminal.exit == nil)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
  }

  /// Nor by the process that asks for it, unless a try was told, which counts as one.
  @Test(arguments: ["exit:20", "drawn:20", "tried:19", "drawn:21"])
  func `is not opened without a try`(staff: String) throws {
    let terminal = try started("drawn:10", staff)
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000), "\(terminal.screenText)")
    #expect(terminal.exit == nil)
  }

  @Test func `is opened by the right number`() throws {
    #expect(try started("drawn:10", "tried:20").waitForExit() == .code(20))
  }

  // MARK: Out of order

  @Test(arguments: ["keys", "touch"])
  func `stands open while out of order, at any key`(door: String) throws {
    let terminal = try started("exit:1", "wait:20", door: door)
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000))
    // A finger sends bytes only where it is asked to.
    #expect(
      terminal.wait(milliseconds: 1000) { (terminal.mode(1006) == true) == (door == "touch") })
    #expect(children(terminal).isEmpty)
    terminal.send("x")
    #expect(terminal.wait(for: "STAFF"), "\(terminal.screenText)")
    terminal.send("x")
    #expect(terminal.waitForExit() == .code(20))
  }

  @Test func `without it no key does anything there`() throws {
    let terminal = try started("exit:1", "wait:20")
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000))
    terminal.send("xxx")
    terminal.wait(milliseconds: 300) { false }
    #expect(children(terminal).isEmpty && terminal.exit == nil)
  }

  @Test(arguments: ["wait:0", "wait:21"])
  func `leads back to the page that says so`(staff: String) throws {
    let terminal = try started("exit:1", staff, door: "keys")
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000))
    for _ in 1...6 {
      terminal.send("x")
      #expect(terminal.wait(for: "STAFF"), "\(terminal.screenText)")
      terminal.send("x")
      if staff == "wait:21" {
        // After a wrong one it is asked again.
        #expect(terminal.wait { children(terminal).isEmpty == false })
        continue
      }
      #expect(terminal.wait(for: "OUT OF ORDER"), "\(terminal.screenText)")
    }
    #expect(terminal.exit == nil)
  }

  /// Whoever leans on the keyboard starts no process after the other.
  @Test(arguments: ["exit:1", "drawn:20", "tried:1", "exit:77"])
  func `that fails is not tried again until a visitor is`(staff: String) throws {
    let terminal = try started("exit:1", staff, door: "keys")
    #expect(terminal.wait(for: "OUT OF ORDER", milliseconds: 10_000))
    let pages = { String(decoding: terminal.output, as: UTF8.self).ranges(of: "OUT OF").count }
    terminal.send("x")
    #expect(terminal.wait { pages() == 2 })
    for _ in 1...3 {
      terminal.send("xxx")
      terminal.wait(milliseconds: 100) { false }
    }
    #expect(pages() == 2 && children(terminal).isEmpty && terminal.exit == nil)
  }
}
