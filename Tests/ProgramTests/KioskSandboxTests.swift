import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// R41, and the escape table: the walls around the visitor, seen from outside.
@Suite(.serialized) struct KioskSandboxTests {
  @Test(.enabled(if: Kiosk.hasSandbox, "the kernel lacks a layer of the sandbox"))
  func `a visitor stands in it from the first screen on`() throws {
    let kiosk = try Kiosk.started()
    let visitor = try #require(kiosk.visitor)
    let status = try String(contentsOfFile: "/proc/\(visitor)/status", encoding: .utf8)
    #expect(
      status.contains("\nSeccomp:\t2\n") && status.contains("\nNoNewPrivs:\t1\n"), "\(status)")
    // The whole of it: keys, sizes, the alternate screen, the bell's end of the loop.
    kiosk.terminal.resize(Size(width: 100, height: 30))
    kiosk.terminal.send("<enter>" as Keys)
    #expect(kiosk.terminal.wait(for: "Do you have any of these signs now?"))
    #expect(kiosk.visitor == visitor)
    kiosk.expectToEnd()
  }

  /// R20: nothing is started, nothing opened to be written, whatever is typed.
  @Test(.enabled(if: KioskTrace.works, KioskTrace.why), arguments: [false, true])
  func `keys at random start nothing, and open nothing to write`(keepsPages: Bool) throws {
    let more = keepsPages ? try SealedClinic().settings : ""
    let trace = Program.newPath("trace")
    let terminal = try PseudoTerminal(
      KioskTrace.strace,
      ["-f", "-o", trace, "-e", "trace=" + KioskTrace.watched]
        + [Program.path(), "kiosk", "--config", try Kiosk.settings(more)])
    try #require(terminal.wait(for: Kiosk.attract, milliseconds: 15_000), "\(terminal.screenText)")
    var keys = RandomKeys(seed: UInt64.random(in: 0...UInt64.max))
    let end = ContinuousClock.now + .seconds(6)
    var count = 0
    while ContinuousClock.now < end || (Kiosk.isInFull && count < 1_000_000) {
      let some = keys.next()
      count += 10
      terminal.send(some)
      terminal.waitUntilRead(milliseconds: 2000)
      terminal.wait(milliseconds: 2) { false }
      guard terminal.exit == nil else { break }
    }
    #expect(terminal.exit == nil, "seed \(keys.seed)")
    let supervisor = try #require(Kiosk.children(of: terminal.process).first)
    #expect(terminal.wait { !Kiosk.children(of: supervisor).isEmpty }, "seed \(keys.seed)")
    // Who was started last goes inside first.
    terminal.wait(milliseconds: 1000) { false }
    kill(supervisor, SIGTERM)
    #expect(terminal.waitForExit(milliseconds: 10_000) == .code(128 + SIGTERM))
    let found = try KioskTrace(of: trace)
    #expect(found.visitors >= 1 && found.insides == found.visitors, "seed \(keys.seed)")
    #expect(found.keysRead > count / 50, "\(found.keysRead) of \(count)")
    #expect(found.forbidden == [], "seed \(keys.seed)")
  }

  /// A kernel that lacks Landlock, played by strace(1).
  @Test(.enabled(if: KioskTrace.works, KioskTrace.why))
  func `where it is refused, the kiosk is out of order at once, and says why once`() throws {
    let log = Program.newPath("log")
    let terminal = try KioskTrace.withoutLandlock("retry-seconds = 3", logging: log)
    let words = FixturePack.pack.wording
    try #require(
      terminal.wait(for: words[.outOfOrder], milliseconds: 6000), "\(terminal.screenText)")
    let said = try String(contentsOfFile: log, encoding: .utf8)
    #expect(said.contains("cannot enter its sandbox: out of order"), "\(said)")
    #expect(said.split(separator: "\n").count == 1, "\(said)")
    // And again when it has tried again.
    #expect(
      terminal.wait(milliseconds: 9000) {
        let lines = try? String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        return lines?.count == 2
      })
  }

  @Test(.enabled(if: KioskTrace.works, KioskTrace.why))
  func `where best effort is enough, it goes on`() throws {
    let terminal = try KioskTrace.withoutLandlock(
      "sandbox = best-effort", logging: Program.newPath("log"))
    #expect(terminal.wait(for: Kiosk.attract, milliseconds: 6000), "\(terminal.screenText)")
  }
}

/// What a person's fingers, or a cat, may send.
struct RandomKeys {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed | 1
  }

  private mutating func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private static let likely: Keys =
    "<enter> <enter> <enter> <down> <down> <up> <tab> <esc> <home> <end> <pagedown> <f1> 0 1 2 3 4 5 6 7 8 9 q ? / : ! <lt> > | & . x y n <space> <ctrl-c> <ctrl-z>"

  /// Ten of them: two in three that do something, and any byte.
  mutating func next() -> [UInt8] {
    (0..<10).flatMap { _ -> [UInt8] in
      number(3) == 0
        ? [UInt8(number(256))] : Keys([Self.likely.keys[number(Self.likely.keys.count)]]).bytes
    }
  }
}
