import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The staff's way out.
@Suite(.serialized) struct KioskStaffTests {
  private let words = FixturePack.pack.wording
  private let folder: String

  init() throws {
    folder = Program.newPath("staff")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func settings(_ more: String = "") throws -> String {
    try Kiosk.settings("state-folder = \(folder)\nstatus-folder = \(folder)\n\(more)")
  }

  private func setPIN(_ digits: String) throws -> Program.Run {
    try Program.run(
      ["kiosk", "--config", settings(), "--set-pin"], input: digits + "\n")
  }

  /// From the first screen to where the number is asked for.
  private func ask(_ kiosk: Kiosk, sourceLocation: SourceLocation = #_sourceLocation) throws {
    kiosk.terminal.send("?" as Keys)
    try #require(
      kiosk.terminal.wait(for: words[.staffHeading]), "\(kiosk.terminal.screenText)",
      sourceLocation: sourceLocation)
    kiosk.terminal.send("<end> <up> <enter>" as Keys)
    try #require(
      kiosk.terminal.wait(for: "_ _ _"), "\(kiosk.terminal.screenText)",
      sourceLocation: sourceLocation)
  }

  @Test func `it is set by a command, and only if it is a good one`() throws {
    for (digits, words) in [
      ("12345", "too short"), ("111111", "in no order"), ("123456", "in no order"),
      ("12a456", "6 to 12 digits"), ("", "too short"), ("1234567890123", "6 to 12 digits"),
    ] {
      try setPIN(digits).expectOneLine(status: 65, words)
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/staff-pin"))
    let run = try setPIN("820364")
    #expect(run.status == 0 && run.output == "it counts from the next visit on\n", "\(run.error)")
    let path = folder + "/staff-pin"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let file = try String(contentsOfFile: path, encoding: .utf8)
    #expect(file.hasPrefix("$argon2id$v=19$m=65536,") && !file.contains("820364"))
    // Forgotten, it is set anew.
    #expect(try setPIN("903571").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) != file)
    try Program.run(
      ["kiosk", "--config", Kiosk.settings("state-folder = /nonexistent"), "--set-pin"],
      input: "820364\n"
    ).expectOneLine(status: 73, "start the kiosk once")
  }

  @Test func `on a terminal it is asked twice, and not shown`() throws {
    for (second, status) in [("820365", 65), ("820364", 0)] as [(String, Int32)] {
      let terminal = try PseudoTerminal(
        Program.path(), ["kiosk", "--config", settings(), "--set-pin"])
      #expect(terminal.wait(for: "New number"))
      terminal.send("820364\n")
      #expect(terminal.wait(for: "The same again"))
      terminal.send(second + "\n")
      #expect(terminal.waitForExit() == .code(status), "\(terminal.screenText)")
      #expect(!terminal.screenText.contains("8203"))
      #expect(terminal.lineModes == terminal.lineModesBefore)
    }
  }

  @Test func `without a number there is no way out`() throws {
    let kiosk = try Kiosk.started(with: settings())
    kiosk.terminal.send("?" as Keys)
    #expect(kiosk.terminal.wait(for: words[.helpHeading]))
    #expect(!kiosk.terminal.screenText.contains(words[.staffHeading]))
    kiosk.expectToEnd()
  }

  @Test func `it is offered on the first screen's help, and nowhere else`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    kiosk.terminal.send("<enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.send("?" as Keys)
    #expect(kiosk.terminal.wait(for: words[.helpHeading]))
    #expect(!kiosk.terminal.screenText.contains(words[.staffHeading]))
    kiosk.expectToEnd()
  }

  @Test func `the right number ends the kiosk, in a process that has seen no visit`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    let visitor = try #require(kiosk.visitor)
    try ask(kiosk)
    let asking = try #require(kiosk.visitor)
    #expect(asking != visitor && !Kiosk.isAlive(visitor))
    kiosk.terminal.send("8203699" as Keys)
    #expect(kiosk.terminal.wait(for: "* * * * * * * _"))
    kiosk.terminal.send("<backspace> <backspace>" as Keys)
    #expect(kiosk.terminal.wait(for: "* * * * * _ _"))
    #expect(!kiosk.terminal.screenText.contains("8") && !kiosk.terminal.screenText.contains("2"))
    kiosk.terminal.send("<backspace> 64 <enter>" as Keys)
    #expect(kiosk.terminal.waitForExit(milliseconds: 5000) == .code(20))
    #expect(kiosk.terminal.lineModes == kiosk.terminal.lineModesBefore)
    #expect(!FileManager.default.fileExists(atPath: folder + "/status"))
  }

  @Test func `a wrong one is asked for anew, and the sixth has to wait whoever asks`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    let terminal = kiosk.terminal
    try ask(kiosk)
    for wrong in 1...4 {
      let before = kiosk.visitor
      terminal.send("555000 <enter>" as Keys)
      #expect(
        terminal.wait {
          kiosk.visitor != before && terminal.screenText.contains(words[.staffWrong])
        },
        "try \(wrong): \(terminal.screenText)")
      #expect(!terminal.screenText.contains("555"))
    }
    // Going back, and a visit, do not make the tries new.
    let asking = kiosk.visitor
    terminal.send("<esc>" as Keys)
    try #require(kiosk.waitForNext(after: asking))
    try ask(kiosk)
    terminal.send("1 <enter>" as Keys)
    let wait = words(.staffWait, ["minutes": "1"])
    #expect(terminal.wait(for: String(wait.prefix(20))), "\(terminal.screenText)")
    // The right one is not looked at now: it is a key that goes back.
    let closed = kiosk.visitor
    terminal.send("820364 <enter>" as Keys)
    #expect(kiosk.waitForNext(after: closed), "\(terminal.screenText)")
    #expect(terminal.exit == nil)
    kiosk.expectToEnd()
  }

  /// A visitor's process cannot open the door by what it ends with, and no crash of the other does.
  @Test func `it ends for no other reason`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    try ask(kiosk)
    let asking = try #require(kiosk.visitor)
    kill(asking, SIGKILL)
    #expect(kiosk.waitForNext(after: asking))
    #expect(kiosk.terminal.exit == nil)
    try ask(kiosk)
    let again = kiosk.visitor
    kiosk.terminal.send("<ctrl-c>" as Keys)
    #expect(kiosk.waitForNext(after: again))
    kiosk.expectToEnd()
  }

  /// The service's limit has to hold it: what the hash takes is in that process alone.
  @Test func `the check costs the supervisor no memory`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    try ask(kiosk)
    let before = try Kiosk.residentBytes(of: kiosk.terminal.process)
    let asking = kiosk.visitor
    kiosk.terminal.send("555000 <enter>" as Keys)
    #expect(kiosk.terminal.wait { kiosk.visitor != asking && kiosk.visitor != nil })
    #expect(try Kiosk.residentBytes(of: kiosk.terminal.process) - before < 2 << 20)
    kiosk.expectToEnd()
  }
}
