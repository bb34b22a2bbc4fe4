import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// A visit in which somebody types what nobody else may ever see.
struct KioskVisit {
  /// The ways in which a visit can end.
  enum End: CaseIterable {
    case finished, stopped, idle, crashed, terminated, killed, terminalGone

    var settings: String {
      self == .idle ? "idle-seconds = 5\nidle-result-seconds = 5\nidle-warning-seconds = 20" : ""
    }
  }

  let kiosk: Kiosk
  let visitor: Int32
  private var terminal: PseudoTerminal { kiosk.terminal }

  /// Texts that stand nowhere else.
  static func canaries(_ count: Int) -> [String] {
    (0..<count).map { "Q7n\($0)x\(UInt32.random(in: 100_000...999_999))zebra" }
  }

  /// Begins one, types the texts, some at once and then others in their place, and goes on.
  init(on kiosk: Kiosk, typing texts: [String]) throws {
    self.kiosk = kiosk
    visitor = try #require(kiosk.visitor)
    terminal.send("<enter> 0 <enter> 67 <enter> 1 <enter> 170 <enter> 80.5 <enter>" as Keys)
    try #require(terminal.wait(for: "What else should be known?"), "\(terminal.screenText)")
    var rest = texts[...]
    while let last = rest.prefix(5).last {
      let some = rest.prefix(5).joined(separator: " ")
      rest = rest.dropFirst(5)
      terminal.send(Keys([.paste(some)]))
      try #require(terminal.wait(for: last), "\(terminal.screenText)")
      // What is looked for can be found.
      if Kiosk.canReadMemory { #expect(Kiosk.count(last, in: visitor) > 0) }
      if rest.isEmpty { break }
      terminal.send(Keys(Array(repeating: .backspace, count: some.count)))
      try #require(terminal.wait { !terminal.screenText.contains("Q7n") })
    }
    terminal.send("<enter>" as Keys)
    try #require(terminal.wait(for: "Since when do you have the thing?"))
    terminal.waitUntilRead()
  }

  func finish(_ end: End) throws {
    let words = FixturePack.pack.wording
    switch end {
    case .finished:
      terminal.send(
        """
        2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 2 3 <end> <enter> 3 <end> <enter>
        1 1 2 2 <end> <enter>
        """ as Keys)
      try #require(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
      terminal.send("<enter>" as Keys)
      try #require(terminal.wait(for: "A visit: this is the action line."))
      try leave("q", words)
    case .stopped: try leave("<ctrl-c>", words)
    case .idle:
      try #require(terminal.wait(for: words[.idleHeading], milliseconds: 8000))
      try #require(terminal.wait(milliseconds: 25_000) { kiosk.visitor != visitor })
    case .crashed: kill(visitor, SIGSEGV)
    case .terminated: kill(visitor, SIGTERM)
    case .killed: kill(visitor, SIGKILL)
    case .terminalGone:
      terminal.hangUp()
      #expect(terminal.waitForExit(milliseconds: 2000) == .code(128 + SIGHUP))
      #expect(!Kiosk.isAlive(visitor))
    }
  }

  private func leave(_ key: Keys, _ words: Wording) throws {
    terminal.send(key)
    try #require(terminal.wait(for: words[.kioskLeaveHeading]), "\(terminal.screenText)")
    terminal.send("2" as Keys)
    // Who has printed is not told that nothing was sent.
    let isThanked = terminal.wait {
      [words[.thanksKept], words[.thanksErased]].contains(where: terminal.screenText.contains)
    }
    try #require(isThanked, "\(terminal.screenText)")
    Kiosk.closeThanks(on: terminal)
  }

  /// Files below the folders that any program may write to, newer than another, that hold a text.
  static func files(holding texts: [String], newerThan start: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      #"start=$1; shift; find /tmp /var/tmp /var/log /run /dev/shm -xdev -type f -newer "$start" -size -4096k"#
        + #" -print0 2>/dev/null | xargs -0 -r grep -laF -e "$1" 2>/dev/null"#,
      "find", start, texts.joined(separator: "\n"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
