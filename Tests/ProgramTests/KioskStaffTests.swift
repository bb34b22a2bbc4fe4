import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import QuestionnaireModel
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

  /// R14: digits, and all else, are boxes of six by three at least.
  @Test func `a finger types it on boxes`() throws {
    #expect(try setPIN("820364").status == 0)
    let path = try settings("touch = yes")
    let kiosk = try Kiosk.started(with: path, waitingFor: words[.welcomeHeading])
    let terminal = kiosk.terminal
    func touch(
      _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      // A second click of a double one does nothing.
      if text.count > 1 { terminal.wait(milliseconds: 400) { false } }
      let rows = (0..<24).map { terminal.line($0) }
      let framed = "│[ >]*[0-9 ]*\(text)[ ]*│"
      let row = try #require(
        rows.firstIndex { $0.range(of: framed, options: .regularExpression) != nil },
        "\(text) is not on:\n\(terminal.screenText)", sourceLocation: sourceLocation)
      let found = try #require(rows[row].range(of: framed, options: .regularExpression))
      let column = rows[row].distance(from: rows[row].startIndex, to: found.lowerBound) + 3
      terminal.send(Keys("<click:\(column),\(row)>"))
      terminal.waitUntilRead()
    }
    try touch("help")
    try #require(terminal.wait(for: words[.staffHeading]), "\(terminal.screenText)")
    try touch(words[.staffHeading])
    try #require(terminal.wait(for: "_ _ _"), "\(terminal.screenText)")
    #expect(terminal.screenText.contains(String(words[.staffTouch].prefix(20))))
    for digit in "8203691" { try touch(String(digit)) }
    #expect(terminal.wait(for: "* * * * * * * _"), "\(terminal.screenText)")
    try touch(words[.erase])
    try touch(words[.erase])
    #expect(terminal.wait(for: "* * * * * _"), "\(terminal.screenText)")
    try touch("4")
    #expect(terminal.wait(for: "* * * * * * _"), "\(terminal.screenText)")
    try touch(words[.back])
    try #require(
      terminal.wait {
        !terminal.screenText.contains("_ _ _")
          && terminal.screenText.contains(words[.welcomeHeading])
      }, "\(terminal.screenText)")
    try touch("help")
    try #require(terminal.wait(for: words[.staffHeading]))
    try touch(words[.staffHeading])
    try #require(terminal.wait(for: "_ _ _"))
    for digit in "820364" { try touch(String(digit)) }
    #expect(terminal.wait(for: "* * * * * * _"), "\(terminal.screenText)")
    try touch(words[.continue])
    #expect(terminal.waitForExit(milliseconds: 5000) == .code(20))
    #expect(terminal.mode(1000) == false && terminal.mode(1006) == false)
  }

  /// What sends a person to the staff stays on the screen, whoever presses a key.
  @Test func `out of order it is asked at a key, below the page`() throws {
    #expect(try setPIN("820364").status == 0)
    let kiosk = try Kiosk.started(with: settings())
    let terminal = kiosk.terminal
    for death in 1...5 {
      let visitor = try #require(kiosk.visitor)
      kill(visitor, SIGKILL)
      if death < 5 { try #require(kiosk.waitForNext(after: visitor)) }
    }
    try #require(terminal.wait(for: words[.outOfOrder]))
    terminal.send("x" as Keys)
    try #require(terminal.wait(for: "_ _ _"), "\(terminal.screenText)")
    #expect(terminal.screenText.contains(words[.outOfOrder]))
    #expect(terminal.screenText.contains("111"))
    let status = try String(contentsOfFile: folder + "/status", encoding: .utf8)
    #expect(status.contains("state=out-of-order"), "\(status)")
    terminal.send("<esc>" as Keys)
    #expect(
      terminal.wait {
        let text = terminal.screenText
        return !text.contains("_ _ _") && text.contains(words[.outOfOrder])
      }, "\(terminal.screenText)")
    #expect(terminal.wait { kiosk.visitor == nil })
    terminal.send("x" as Keys)
    try #require(terminal.wait(for: "_ _ _"))
    terminal.send("820364 <enter>" as Keys)
    #expect(terminal.waitForExit(milliseconds: 5000) == .code(20))
    #expect(terminal.lineModes == terminal.lineModesBefore)
  }

  private func settings(pack: [UInt8]) throws -> String {
    try Kiosk.settings(
      "state-folder = \(folder)\nstatus-folder = \(folder)", pack: Program.file("a.pack", pack))
  }

  @Test func `the staff is told thirty days before the review, and no earlier`() throws {
    #expect(try setPIN("820364").status == 0)
    for days in [31, 30, 0] {
      let pack = try Clinic.pack(due: Clinic.day(in: days), reviewed: Clinic.day(in: -300))
      let kiosk = try Kiosk.started(with: settings(pack: pack))
      try ask(kiosk)
      let told = words(.staffReviewSoon, ["days": String(days)])
      #expect(
        kiosk.terminal.screenText.contains(told) == (days <= ReviewState.warningDays),
        "\(kiosk.terminal.screenText)")
      kiosk.expectToEnd()
    }
  }

  @Test func `past the review the staff is told so, and until when the clinic lets it be`() throws {
    #expect(try setPIN("820364").status == 0)
    let pack = try Clinic.pack(due: Clinic.day(in: -2), reviewed: Clinic.day(in: -400))
    let kiosk = try Kiosk.started(with: settings(pack: pack), waitingFor: words[.outOfOrder])
    kiosk.terminal.send("x" as Keys)
    try #require(kiosk.terminal.wait(for: "_ _ _"), "\(kiosk.terminal.screenText)")
    let told = words(.staffReviewOver, ["days": "2"])
    #expect(kiosk.terminal.screenText.contains(told), "\(kiosk.terminal.screenText)")
    kiosk.expectToEnd()

    let clinic = try Clinic()
    try clinic.sign(pack)
    let until = try Clinic.day(in: 9)
    let override = ReviewOverride(pack: PackDigest(of: pack), until: until)
    try clinic.put("knee.pack.override", override.signed(by: clinic.key))
    let path = try clinic.settings("state-folder = \(folder)\nstatus-folder = \(folder)")
    let allowed = try Kiosk.started(with: path)
    try ask(allowed)
    let words = words(.staffReviewPostponed, ["days": "2", "day": until.description])
    #expect(allowed.terminal.screenText.contains(words), "\(allowed.terminal.screenText)")
    allowed.expectToEnd()
  }

  @Test func `it is asked without any content too`() throws {
    #expect(try setPIN("820364").status == 0)
    let path = try Kiosk.settings(
      "state-folder = \(folder)\nstatus-folder = \(folder)", pack: Program.file("no.pack", "no"))
    let kiosk = try Kiosk.started(with: path, waitingFor: "Out of order.")
    kiosk.terminal.send("x" as Keys)
    try #require(kiosk.terminal.wait(for: "Staff: end this"), "\(kiosk.terminal.screenText)")
    #expect(kiosk.terminal.screenText.contains("Please ask the staff."))
    kiosk.terminal.send("820364 <enter>" as Keys)
    #expect(kiosk.terminal.waitForExit(milliseconds: 5000) == .code(20))
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
