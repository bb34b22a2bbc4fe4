import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// What the supervisor says to whoever keeps the kiosk, which a service may keep for months.
@Suite(.serialized) struct KioskLogTests {
  private let words = FixturePack.pack.wording
  private let folder: String

  init() throws {
    folder = Program.newPath("log")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var text: String {
    (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
  }

  private var status: String {
    (try? String(contentsOfFile: folder + "/status", encoding: .utf8)) ?? ""
  }

  /// All that a kiosk may log of visits, whole lines.
  private static let known = [
    "a visitor (died of signal|ended with status) [0-9]+; the next is started",
    "a wrong number of the staff",
    "on [-0-9]{10}: the notifier ended with status [0-9]+; 'kneeguide kiosk --test-notify' tries it",
    "/[^ ]+: line [0-9]+: 'bell' is 'maybe'; write yes or no; the settings before still count",
  ]

  private func started(_ settings: String) throws -> Kiosk {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", #"exec "$0" kiosk --config "$1" 2>"$2""#, Program.path(), settings, folder + "/log"])
    try #require(terminal.wait(for: Kiosk.attract), "\(terminal.screenText)")
    return Kiosk(terminal: terminal)
  }

  /// None of its processes writes where the log is.
  private func expectSilence(of kiosk: Kiosk, count: Int) {
    let children = Kiosk.children(of: kiosk.terminal.process)
    #expect(children.count == count)
    guard Kiosk.canReadMemory else { return }
    for child in children {
      let error = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(child)/fd/2")
      #expect(error == "/dev/null")
    }
  }

  private func raise(_ kiosk: Kiosk) throws {
    kiosk.terminal.send("<enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.send("1 0 <enter>" as Keys)
    try #require(kiosk.terminal.wait(for: words[.tellDesk]), "\(kiosk.terminal.screenText)")
  }

  @Test func `none of its lines can hold a word of a visit`() throws {
    let ring = folder + "/ring"
    try Data("#!/bin/sh\necho told >&2\nexit 3\n".utf8).write(to: URL(fileURLWithPath: ring))
    chmod(ring, 0o755)
    let settings = try Kiosk.settings(
      """
      state-folder = \(folder)
      status-folder = \(folder)
      notify = \(ring)
      speech = on
      speech-program = /bin/true
      hand-over = screen, print
      printer = desk
      printer-programs = \(folder)
      """)
    #expect(
      try Program.run(["kiosk", "--config", settings, "--set-pin"], input: "820364\n").status == 0)
    let kiosk = try started(settings)
    expectSilence(of: kiosk, count: 3)
    let canaries = KioskVisit.canaries(5)
    let visit = try KioskVisit(on: kiosk, typing: canaries)
    kill(visit.visitor, SIGSEGV)
    try #require(kiosk.waitForNext(after: visit.visitor))
    try raise(kiosk)
    #expect(kiosk.terminal.wait { status.contains("\nemergencies=1\n") }, "\(status)")
    #expect(kiosk.terminal.wait { status.contains("\nnotifier=failed\n") }, "\(status)")
    let second = try #require(kiosk.visitor)
    var wrong = try Data(contentsOf: URL(fileURLWithPath: settings))
    wrong += Data("bell = maybe\n".utf8)
    try wrong.write(to: URL(fileURLWithPath: settings))
    kill(second, SIGKILL)
    try #require(kiosk.waitForNext(after: second))
    #expect(
      kiosk.terminal.wait { status.contains("'bell' is 'maybe'; write yes or no\n") }, "\(status)")
    kiosk.terminal.send("?" as Keys)
    try #require(kiosk.terminal.wait(for: words[.staffHeading]), "\(kiosk.terminal.screenText)")
    kiosk.terminal.send("<end> <up> <enter>" as Keys)
    try #require(kiosk.terminal.wait(for: "_ _ _"), "\(kiosk.terminal.screenText)")
    expectSilence(of: kiosk, count: 1)
    kiosk.terminal.send("604713\r")
    try #require(kiosk.terminal.wait(for: words[.staffWrong]), "\(kiosk.terminal.screenText)")
    // Not beside the second of somebody's emergency.
    #expect(!text.contains("notifier"), "\(text)")
    kiosk.expectToEnd()
    #expect(text.contains("on \(try Clinic.day(in: 0)): the notifier ended with status 3;"))
    let lines = text.split(separator: "\n")
    let known = try Regex("kneeguide: (" + Self.known.joined(separator: "|") + ")")
    for line in lines { #expect(line.wholeMatch(of: known) != nil, "\(line)") }
    #expect(lines.count == 5, "\(text)")
    for word in canaries + ["604713", "820364"] { #expect(!text.contains(word)) }
  }

  @Test func `a notifier that cannot be run is told of before anybody needs it`() throws {
    let settings = try Kiosk.settings(
      "state-folder = \(folder)\nstatus-folder = \(folder)\nnotify = /nonexistent/ring")
    let kiosk = try started(settings)
    #expect(kiosk.terminal.wait { status.contains("\nnotifier=failed\n") }, "\(status)")
    let told = "kneeguide: the notifier /nonexistent/ring cannot be run: No such file or directory"
    #expect(text.hasPrefix(told) && text.split(separator: "\n").count == 1, "\(text)")
    kiosk.expectToEnd()
  }

  @Test func `an emergency is counted where nothing rings`() throws {
    let kiosk = try Kiosk.started("state-folder = \(folder)\nstatus-folder = \(folder)")
    #expect(kiosk.terminal.wait { status.contains("\nemergencies=0\n") })
    try raise(kiosk)
    #expect(kiosk.terminal.wait { status.contains("\nemergencies=1\n") }, "\(status)")
    #expect(status.contains("\nnotifier=off\n") && !kiosk.terminal.output.contains(0x07))
    kiosk.expectToEnd()
  }
}
