import ClinicTrust
import FixturePack
import Foundation
internal import Glibc
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// A clinic that has pages kept: its folder, and both halves of its key.
struct SealedClinic {
  let folder: String
  let publicKey: String
  /// Only where pages are opened.
  let secretKey: String

  init() throws {
    folder = Program.newPath("visits")
    let (clinic, kiosk) = (Program.newPath("clinic"), Program.newPath("kiosk"))
    secretKey = clinic + "/keep"
    publicKey = kiosk + "/keep.pub"
    for path in [folder, clinic, kiosk] {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let key = try OpeningKey()
    try Data(key.sealingKey.file).write(to: URL(fileURLWithPath: publicKey))
    let isWritten = FileManager.default.createFile(
      atPath: secretKey, contents: Data(key.withFile { $0 }),
      attributes: [.posixPermissions: 0o600])
    try #require(isWritten)
  }

  var settings: String {
    "hand-over = screen, file\nkeep-folder = \(folder)\nkeep-key = \(publicKey)"
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["unreadable"]).sorted()
  }

  func name(_ code: String, _ number: Int = 1) throws -> String {
    "KG-\(code)-\(try Clinic.day(in: 0))-\(number).sealed"
  }

  func open(_ name: String, _ more: String...) throws -> Program.Run {
    try Program.run(["open-sealed", "\(folder)/\(name)", "--key", secretKey] + more)
  }
}

extension PseudoTerminal {
  /// From the question for the thing's day to the end of the result, where the pages can be taken
  /// along.
  func reachHandOver() throws {
    let terminal = self
    terminal.send(
      """
      2020-05 <enter> 8 <enter> 5 <enter> 2 <enter> 2 3 <end> <enter> 3 <end> <enter>
      1 1 2 2 <end> <enter>
      """ as Keys)
    try #require(terminal.wait(for: "Show me the result"), "\(terminal.screenText)")
    terminal.send("<enter>" as Keys)
    try #require(terminal.wait(for: "A visit: this is the action line."))
    let form = FixturePack.pack.wording[.formSealed]
    for _ in 0..<10 where !terminal.screenText.contains(form) {
      terminal.send("<right>" as Keys)
      terminal.wait(milliseconds: 300) { terminal.screenText.contains(form) }
    }
    try #require(terminal.screenText.contains(form), "\(terminal.screenText)")
  }

  /// Types a code there and presses Enter; waits for these words.
  func seal(for code: String, waitingFor words: String, milliseconds: Int = 15_000) throws {
    let terminal = self
    terminal.send("2" as Keys)
    try #require(terminal.wait(for: FixturePack.pack.wording[.visitCodeHeading]))
    terminal.send(Keys([.paste(code), .enter]))
    let isThere = terminal.wait(for: words, milliseconds: milliseconds)
    try #require(isThere, "\(terminal.screenText)")
  }

}

extension KioskVisit {
  /// The process that keeps its pages.
  var keeper: Int32? { Kiosk.children(of: kiosk.terminal.process).first { $0 != visitor } }
}
