import FixturePack
import Foundation
internal import Glibc
import TerminalTestKit
import Testing
import TextUI

/// A kiosk that is started where nobody reads what a program says.
@Suite(.serialized) struct KioskStartTests {
  private let listener: KioskWatchTests.Listener
  private let folder: String
  private var log: String { folder + "/log" }

  init() throws {
    listener = try KioskWatchTests.Listener()
    folder = Program.newPath("start")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func lines(_ more: String) throws -> String {
    try String(
      contentsOfFile: Kiosk.settings(
        "state-folder = \(folder)\nstatus-folder = \(folder)\n\(more)"), encoding: .utf8)
  }

  /// As a service starts it: somebody listens, and what it says goes to a log.
  private func started(_ settings: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      "/bin/sh", ["-c", #"exec "$0" kiosk --config "$1" 2>"$2""#, Program.path(), settings, log],
      environment: ["NOTIFY_SOCKET": listener.path])
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private var logged: [String] {
    ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n")
      .map(String.init)
  }

  /// R42: a screen that stays black would tell nobody anything.
  @Test func `wrong settings lead to the page that is out of order, and mended ones away from it`()
    throws
  {
    let right = try lines("retry-seconds = 3600\n")
    let settings = folder + "/kiosk.conf"
    try write(right + "bell = maybe\nkeep-folder = here\n", to: settings)
    let terminal = try started(settings)
    try #require(terminal.wait(for: "Please ask the staff."), "\(terminal.screenText)")
    #expect(terminal.screenText.contains("Out of order."))
    let line = right.split(separator: "\n", omittingEmptySubsequences: false).count
    let fault =
      "\(settings): line \(line): 'bell' is 'maybe'; write yes or no; and 1 more, which 'kneeguide"
      + " kiosk --check' names"
    #expect(
      terminal.wait(milliseconds: 2000) {
        listener.take().contains("STATUS=out of order: \(fault)")
      })
    #expect(logged == ["kneeguide: \(fault): out of order"])
    let run = try Program.run("kiosk", "--config", settings, "--status")
    #expect(run.status == 69 && run.output.hasPrefix("state=out-of-order\nreason=\(fault)\n"))
    #expect(run.output.contains("\nsettings=\(fault)\n"), "\(run)")
    // Another fault is another reason, and the page stays.
    try write(right + "bell = 1\n", to: settings)
    #expect(
      terminal.wait(milliseconds: 8000) {
        listener.take().contains { $0.hasSuffix("line \(line): 'bell' is '1'; write yes or no") }
      })
    #expect(terminal.wait(for: "Please ask the staff."))
    try write(right, to: settings)
    let kiosk = Kiosk(terminal: terminal)
    #expect(kiosk.waitForNext(after: nil, milliseconds: 8000), "\(terminal.screenText)")
    #expect(terminal.wait { listener.take().contains("STATUS=in order") })
    #expect(listener.heard.count { $0 == "READY=1" } == 1)
    #expect(
      terminal.wait {
        (try? String(contentsOfFile: folder + "/status", encoding: .utf8))?
          .contains("\nsettings=ok\n") == true
      })
    kiosk.expectToEnd()
  }

  @Test(arguments: ["", "retry-seconds = 2\n"])
  func `settings that are not there are looked for again`(more: String) throws {
    let settings = folder + "/kiosk.conf"
    if !more.isEmpty { try write(more + "bell = maybe", to: settings) }
    let terminal = try started(settings)
    try #require(terminal.wait(for: "Please ask the staff."), "\(terminal.screenText)")
    if more.isEmpty {
      #expect(logged.count == 1 && logged[0].contains("No such file"), "\(logged)")
      try write(lines(""), to: settings)
      #expect(terminal.wait(for: Kiosk.attract, milliseconds: 8000), "\(terminal.screenText)")
    } else {
      // Nothing is changed: each try begins the page anew.
      let pages = { String(decoding: terminal.output, as: UTF8.self).ranges(of: "Out of").count }
      #expect(terminal.wait(milliseconds: 9000) { pages() > 2 })
      #expect(logged.count == 1, "\(logged)")
    }
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() == .code(128 + SIGTERM))
  }

  /// What the keyboard sends before the program has its terminal, with nothing in front of it that
  /// ignores it.
  @Test(arguments: [0, 1, 2, 5, 10, 20])
  func `no key ends it while it starts`(milliseconds: Int) throws {
    let terminal = try PseudoTerminal(
      Program.path(), ["kiosk", "--config", Kiosk.settings()], environment: ["LD_DEBUG": "libs"])
    // The first library begins, long before Swift does; the shipped program has none, and is there at
    // once.
    let isThere = terminal.wait {
      String(decoding: terminal.output, as: UTF8.self).contains("calling init: ")
        || Self.ignoresKeyboard(terminal.process)
    }
    try #require(isThere, "\(terminal.screenText)")
    terminal.wait(milliseconds: milliseconds) { false }
    terminal.send([0x03, 0x1C, 0x1A])
    let kiosk = Kiosk(terminal: terminal)
    #expect(kiosk.waitForNext(after: nil), "\(terminal.screenText)")
    kiosk.expectToEnd()
  }

  private static func ignoresKeyboard(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let ignored = status.firstMatch(of: /SigIgn:\s*([0-9a-f]+)/).flatMap {
      UInt64($0.1, radix: 16)
    }
    return (ignored ?? 0) >> (SIGINT - 1) & 1 == 1
  }
}
