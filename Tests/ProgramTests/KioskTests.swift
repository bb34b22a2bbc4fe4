import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// Strangers at one screen, one after the other.
@Suite(.serialized) struct KioskTests {
  private let words = FixturePack.pack.wording

  /// R21.
  @Test func `a whole visit, the thanks, and a fresh process for the next`() throws {
    let kiosk = try Kiosk.started("clinic = North Clinic")
    let terminal = kiosk.terminal
    #expect(terminal.line(0).hasSuffix("North Clinic"))
    let first = try #require(kiosk.visitor)
    terminal.send(TerminalTests.wholeWalk)
    try #require(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
    terminal.send("<enter>" as Keys)
    #expect(terminal.wait(for: "A visit: this is the action line."))
    #expect(kiosk.visitor == first)
    terminal.send("q" as Keys)
    #expect(terminal.wait(for: words[.kioskLeaveHeading]))
    terminal.send("2" as Keys)
    #expect(terminal.wait(for: words[.thanksKept]))
    kiosk.closeThanks()
    #expect(kiosk.waitForNext(after: first), "\(terminal.screenText)")
    #expect(!Kiosk.isAlive(first))
    #expect(!terminal.screenText.contains("action line"))
    kiosk.expectToEnd()
  }

  @Test func `thanks close by themselves`() throws {
    let kiosk = try Kiosk.started("thanks-seconds = 2")
    let first = kiosk.visitor
    kiosk.terminal.send("<enter> 0 <enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "How old are you?"))
    kiosk.terminal.send("q" as Keys)
    #expect(kiosk.terminal.wait(for: words[.kioskLeaveHeading]))
    kiosk.terminal.send("2" as Keys)
    #expect(kiosk.terminal.wait(for: words[.thanksKept]))
    #expect(kiosk.waitForNext(after: first))
    kiosk.expectToEnd()
  }

  /// R42, R62: from any way to die it is back, until it dies too often.
  @Test func `comes back within three seconds, and is out of order after five deaths`() throws {
    let kiosk = try Kiosk.started()
    for signal in [SIGKILL, SIGSEGV, SIGTERM, SIGABRT] {
      let visitor = try #require(kiosk.visitor)
      kill(visitor, signal)
      #expect(kiosk.waitForNext(after: visitor, milliseconds: 3000), "signal \(signal)")
    }
    kill(try #require(kiosk.visitor), SIGKILL)
    #expect(kiosk.terminal.wait(for: words[.outOfOrder], milliseconds: 3000))
    #expect(kiosk.terminal.screenText.contains(words[.outOfOrderStaff]))
    #expect(kiosk.terminal.screenText.contains("111") && kiosk.visitor == nil)
    kiosk.terminal.send("<enter> q <ctrl-c>" as Keys)
    kiosk.terminal.wait(milliseconds: 200) { false }
    #expect(kiosk.visitor == nil && kiosk.terminal.exit == nil)
    kiosk.expectToEnd()
  }

  /// The faults of a visitor may pass, and nobody may be there who could start it again.
  @Test func `out of order it tries again by itself, and forgets the deaths`() throws {
    let kiosk = try Kiosk.started("retry-seconds = 3")
    for _ in 1...2 {
      for death in 1...5 {
        let visitor = try #require(kiosk.visitor)
        kill(visitor, SIGKILL)
        if death < 5 { try #require(kiosk.waitForNext(after: visitor, milliseconds: 2500)) }
      }
      try #require(kiosk.terminal.wait(for: words[.outOfOrder], milliseconds: 2000))
      try #require(kiosk.waitForNext(after: nil, milliseconds: 6000))
      #expect(!kiosk.terminal.screenText.contains(words[.outOfOrder]))
    }
    kiosk.expectToEnd()
  }

  @Test
  func `content that is spoiled while it runs leads there at once, and back when it is mended`()
    throws
  {
    let whole = try Data(contentsOf: URL(fileURLWithPath: Kiosk.pack()))
    let pack = try Program.file("spoiled.pack", Array(whole))
    let kiosk = try Kiosk.started("retry-seconds = 2", pack: pack)
    let visitor = try #require(kiosk.visitor)
    try Data("no pack".utf8).write(to: URL(fileURLWithPath: pack))
    kiosk.terminal.send("<enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    kiosk.terminal.send("q" as Keys)
    #expect(kiosk.terminal.wait(for: words[.outOfOrder], milliseconds: 1500))
    try whole.write(to: URL(fileURLWithPath: pack))
    #expect(kiosk.waitForNext(after: visitor, milliseconds: 5000))
    kiosk.expectToEnd()
  }

  @Test func `settings that are wrong while it runs do not count, and those mended do`() throws {
    let path = try Kiosk.settings("clinic = North Clinic")
    let right = try String(contentsOfFile: path, encoding: .utf8)
    let terminal = try PseudoTerminal(Program.path(), ["kiosk", "--config", path])
    let kiosk = Kiosk(terminal: terminal)
    var last: Int32?
    for (text, clinic) in [
      (right, "North Clinic"), (right + "bell = maybe\n", "North Clinic"),
      ("\u{0}", "North Clinic"),
      (right.replacing("North", with: "South"), "South Clinic"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      if let last { kill(last, SIGKILL) }
      try #require(kiosk.waitForNext(after: last, milliseconds: 5000), "\(terminal.screenText)")
      #expect(terminal.line(0).hasSuffix(clinic))
      last = kiosk.visitor
    }
    kiosk.expectToEnd()
  }

  @Test func `a damaged pack leads to the page that is out of order`() throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Kiosk.pack())))
    bytes[bytes.count / 2] ^= 1
    let damaged = try Program.file("damaged.pack", bytes)
    let kiosk = try Kiosk.started(pack: damaged, waitingFor: "Please ask the staff.")
    #expect(kiosk.visitor == nil)
    kiosk.expectToEnd()
  }

  /// R10, R43: nobody there, and a process that does nothing any more.
  @Test func `is wiped when nobody is there, and when it hangs`() throws {
    let idle = try Kiosk.started(
      "idle-seconds = 5\nidle-result-seconds = 5\nidle-warning-seconds = 20")
    let hanging = try Kiosk.started()
    let stopped = try #require(hanging.visitor)
    kill(stopped, SIGSTOP)
    let first = try #require(idle.visitor)
    idle.terminal.send("<enter>" as Keys)
    #expect(idle.terminal.wait(for: words[.idleHeading], milliseconds: 7000))
    idle.terminal.send("x" as Keys)
    #expect(idle.terminal.wait(for: "Do you have any of these signs now?"))
    #expect(idle.terminal.wait(for: words[.idleHeading], milliseconds: 7000))
    #expect(hanging.waitForNext(after: stopped, milliseconds: 18_000))
    #expect(!Kiosk.isAlive(stopped))
    #expect(idle.waitForNext(after: first, milliseconds: 25_000), "\(idle.terminal.screenText)")
    idle.expectToEnd()
    hanging.expectToEnd()
  }

  /// R70.
  @Test func `ends with its terminal, and so does the visitor`() throws {
    let kiosk = try Kiosk.started()
    let visitor = try #require(kiosk.visitor)
    kiosk.terminal.hangUp()
    #expect(kiosk.terminal.waitForExit(milliseconds: 1000) == .code(128 + SIGHUP))
    #expect(!Kiosk.isAlive(visitor))
  }

  @Test func `no signal of a keyboard ends or stops a visitor`() throws {
    let kiosk = try Kiosk.started()
    let visitor = try #require(kiosk.visitor)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] {
      kill(visitor, signal)
      kill(kiosk.terminal.process, signal)
    }
    kiosk.terminal.send("<enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    #expect(kiosk.visitor == visitor)
    kiosk.expectToEnd()
  }

  /// Below a shell, so that no hang-up of the terminal tells the visitor.
  @Test func `a visitor does not outlive its supervisor`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", #""$0" kiosk --config "$1"; sleep 5"#, Program.path(), Kiosk.settings()])
    #expect(terminal.wait(for: Kiosk.attract), "\(terminal.screenText)")
    let supervisor = try #require(Kiosk.children(of: terminal.process).first)
    let visitor = try #require(Kiosk.children(of: supervisor).first)
    // Past its beat after the drawing, and long before the next, which would tell it too.
    terminal.wait(milliseconds: 300) { false }
    kill(supervisor, SIGKILL)
    #expect(terminal.wait(milliseconds: 500) { !Kiosk.isAlive(visitor) })
  }

  /// The escape table: from the first moment after what starts it has ignored the keyboard's signals.
  @Test(arguments: [0, 1, 5, 20, 100])
  func `no control byte leaves it`(milliseconds: Int) throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-c", #"trap "" INT QUIT TSTP TTIN TTOU; printf READY; exec "$0" kiosk --config "$1""#,
        Program.path(), Kiosk.settings(),
      ])
    // Any output tells it: a slow test may come when the kiosk has thrown away the shell's word
    // unread. A busy machine may take long to start a shell.
    #expect(terminal.wait(milliseconds: 20_000) { !terminal.output.isEmpty })
    terminal.wait(milliseconds: milliseconds) { false }
    for byte in Array(UInt8(0)...0x1F) + [0x7F] { terminal.send([byte]) }
    let kiosk = Kiosk(terminal: terminal)
    // Enter is one of them: on a fast machine it may have found the first screen already.
    let isDrawn = terminal.wait {
      kiosk.visitor != nil && !terminal.screenText.contains("READY")
        && terminal.screenText.contains { !$0.isWhitespace }
    }
    #expect(isDrawn, "\(terminal.screenText)")
    for byte in Array(UInt8(0)...0x1F) + [0x7F] {
      terminal.send([byte])
      terminal.wait(milliseconds: 10) { false }
    }
    #expect(terminal.exit == nil)
    #expect(terminal.wait { kiosk.visitor != nil })
    let modes = terminal.lineModes
    #expect(modes[3] & UInt32(ISIG | ICANON | IEXTEN) == 0 && modes[0] & UInt32(IXON) == 0)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit(milliseconds: 2000) == .code(128 + SIGTERM))
  }

  /// R44, in small.
  @Test func `twenty visits cost neither memory nor descriptors`() throws {
    let kiosk = try Kiosk.started()
    func visit() throws {
      let visitor = try #require(kiosk.visitor)
      kiosk.terminal.send("<enter>" as Keys)
      #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
      kiosk.terminal.send("q" as Keys)
      #expect(kiosk.waitForNext(after: visitor))
    }
    try visit()
    let process = kiosk.terminal.process
    let before = (try Kiosk.residentBytes(of: process), Kiosk.descriptors(of: process).count)
    for _ in 1...20 { try visit() }
    let after = (try Kiosk.residentBytes(of: process), Kiosk.descriptors(of: process).count)
    #expect(after.0 - before.0 < 2 << 20, "\(before) to \(after)")
    #expect(after.1 == before.1)
    kiosk.expectToEnd()
  }

  /// R44.
  @Test(.enabled(if: Kiosk.isInFull, "200 whole visits are a part of Scripts/soak"))
  func `two hundred whole visits cost no memory, no descriptors and no time`() throws {
    let kiosk = try Kiosk.started()
    let process = kiosk.terminal.process
    func visit() throws -> Duration {
      let began = ContinuousClock.now
      let visitor = try #require(kiosk.visitor)
      kiosk.terminal.send(TerminalTests.wholeWalk)
      try #require(kiosk.terminal.wait(for: "Show me the result"), "\(kiosk.terminal.screenText)")
      kiosk.terminal.send("<enter>" as Keys)
      try #require(kiosk.terminal.wait(for: "A visit: this is the action line."))
      kiosk.terminal.send("q" as Keys)
      try #require(kiosk.terminal.wait(for: words[.kioskLeaveHeading]))
      kiosk.terminal.send("2" as Keys)
      try #require(kiosk.terminal.wait(for: words[.thanksKept]))
      kiosk.closeThanks()
      try #require(kiosk.waitForNext(after: visitor))
      return ContinuousClock.now - began
    }
    _ = try visit()
    let before = (try Kiosk.residentBytes(of: process), Kiosk.descriptors(of: process).count)
    let times = try (1...200).map { _ in try visit() }
    let after = (try Kiosk.residentBytes(of: process), Kiosk.descriptors(of: process).count)
    #expect(after.0 - before.0 < 2 << 20, "\(before) to \(after)")
    #expect(after.1 == before.1)
    // The machine has other work too: the middle of five.
    let (first, last) = (times.prefix(5).sorted()[2], times.suffix(5).sorted()[2])
    print(
      "200 visits: \(after.0 - before.0) bytes more, the last took \(last / first) of the first")
    #expect(last / first < 1.5, "\(first) to \(last)")
    kiosk.expectToEnd()
  }

  @Test(
    .enabled(if: Kiosk.canReadMemory, "what another process has open may not be read here"),
    arguments: [("", false), ("speech = on", true)])
  func `a visitor has the terminal, its beat, a voice if any, and nothing else`(
    settings: String, hasVoice: Bool
  ) throws {
    let kiosk = try Kiosk.started(
      settings, environment: ["SECRET": "x", "LD_DEBUG_OUTPUT": "/tmp/x"])
    let visitor = try #require(kiosk.visitor)
    let open = Kiosk.descriptors(of: visitor)
    let others = open.filter { !$0.hasPrefix("/dev/pts/") && !$0.hasPrefix("pipe:") }
    #expect(others == ["/dev/null"], "\(open)")
    // The beat, and both ends of the one that tells the terminal's loop of a signal.
    #expect(open.count { $0.hasPrefix("pipe:") } == (hasVoice ? 4 : 3), "\(open)")
    let environment = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(visitor)/environ"))
    let names = environment.split(separator: 0).map {
      String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    }
    #expect(names.sorted() == ["LANG", "PATH", "SWIFT_BACKTRACE", "TERM"])
    kiosk.expectToEnd()
  }
}
