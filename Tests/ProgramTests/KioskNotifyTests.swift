import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The program that tells the desk of an emergency.
@Suite(.serialized) struct KioskNotifyTests {
  private let words = FixturePack.pack.wording
  private let folder: String
  private var ran: String { folder + "/ran" }

  init() throws {
    folder = Program.newPath("notify")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// A program that writes down how it was started, then does this.
  private func program(_ then: String = "") throws -> String {
    let path = folder + "/ring"
    try Data(
      """
      #!/bin/sh
      { echo "arguments $*"; env | sort; ls -l /proc/$$/fd; echo end; } >>\(ran)
      \(then)
      """.utf8
    ).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o755)
    return path
  }

  private func settings(_ program: String, _ more: String = "") throws -> String {
    try Kiosk.settings(
      "status-folder = \(folder)\nnotify = \(program) --line 3\n\(more)")
  }

  private func status(_ settings: String) throws -> String {
    try Program.run("kiosk", "--config", settings, "--status").output
  }

  private var lines: [String] {
    ((try? String(contentsOfFile: ran, encoding: .utf8)) ?? "").split(separator: "\n")
      .map(String.init)
  }

  /// Says at the first question what is an emergency.
  private func raise(_ kiosk: Kiosk) throws {
    kiosk.terminal.send("<enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.send("1 0 <enter>" as Keys)
    try #require(
      kiosk.terminal.wait(for: words[.tellDesk]), "\(kiosk.terminal.screenText)")
  }

  @Test func `it runs once a visit, with its own arguments and nothing of the visit`() throws {
    let settings = try settings(program())
    let kiosk = try Kiosk.started(with: settings)
    let visitor = try #require(kiosk.visitor)
    #expect(kiosk.terminal.wait { (try? status(settings).contains("notifier=unknown\n")) == true })
    try raise(kiosk)
    try #require(kiosk.terminal.wait { lines.last == "end" })
    #expect(lines.first == "arguments --line 3")
    let names = lines.filter { $0.contains("=") && !$0.contains(" -> ") }.map {
      $0.prefix { $0 != "=" }
    }
    #expect(Set(names).isSubset(of: ["PATH", "LANG", "PWD", "OLDPWD", "SHLVL", "_"]), "\(lines)")
    // Neither the terminal nor a pipe or the settings of the visit.
    #expect(!lines.contains { $0.contains("/dev/pts") || $0.contains("memfd") }, "\(lines)")
    #expect(kiosk.terminal.wait { (try? status(settings).contains("notifier=ready\n")) == true })
    // Back, and there again: the desk knows.
    kiosk.terminal.send("<esc>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.send("<end> <enter>" as Keys)
    #expect(kiosk.terminal.wait(for: words[.tellDesk]))
    kiosk.terminal.wait(milliseconds: 300) { false }
    #expect(lines.count { $0.hasPrefix("arguments") } == 1)
    #expect(kiosk.visitor == visitor)
    // The next visitor's is another.
    kill(visitor, SIGKILL)
    try #require(kiosk.waitForNext(after: visitor))
    try raise(kiosk)
    #expect(kiosk.terminal.wait { lines.count { $0.hasPrefix("arguments") } == 2 })
    kiosk.expectToEnd()
  }

  @Test(arguments: ["exit 3", "kill -9 $$"])
  func `where it fails the screen says the same, and the status that it failed`(
    then: String
  ) throws {
    let settings = try settings(program(then))
    let kiosk = try Kiosk.started(with: settings)
    try raise(kiosk)
    #expect(kiosk.terminal.wait { (try? status(settings).contains("notifier=failed\n")) == true })
    #expect(kiosk.terminal.screenText.contains(words[.tellDesk]))
    // And is good again when it has run.
    _ = try program()
    let visitor = try #require(kiosk.visitor)
    kill(visitor, SIGKILL)
    try #require(kiosk.waitForNext(after: visitor))
    try raise(kiosk)
    #expect(kiosk.terminal.wait { (try? status(settings).contains("notifier=ready\n")) == true })
    kiosk.expectToEnd()
  }

  @Test func `it is tried by a command`() throws {
    func test(_ settings: String) throws -> Program.Run {
      try Program.run("kiosk", "--config", settings, "--test-notify")
    }
    let run = try test(settings(program()))
    #expect(run.status == 0 && run.output.contains("has run"), "\(run.error)")
    #expect(lines.first == "arguments --line 3")
    try test(settings(program("exit 3"))).expectOneLine(status: 69, "ended with status 3")
    try test(settings("/nonexistent")).expectOneLine(status: 69, "cannot be run")
    try test(Kiosk.settings()).expectOneLine(status: 78, "name no notifier")
    let check = try Program.run("kiosk", "--check", "--config", settings("/nonexistent"))
    #expect(check.output.contains("\nnot ready: the notifier /nonexistent: "), "\(check.output)")
  }
}
