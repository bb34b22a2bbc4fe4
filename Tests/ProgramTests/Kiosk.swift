internal import CPseudoTerminal
import FixturePack
import Foundation
internal import Glibc
internal import Lockdown
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The real kiosk on a terminal, with the fixture pack.
struct Kiosk {
  let terminal: PseudoTerminal

  static let attract = "> 1 [ Start ]"

  /// Whether all is to be tried and not a part of it: Scripts/soak asks for that.
  static let isInFull = ProcessInfo.processInfo.environment["KNEEGUIDE_KIOSK"] == "full"

  /// Whether this process may look into a visitor, who lets nobody of the same user do so: the
  /// right CAP_SYS_PTRACE, which root has not in every container.
  static let canReadMemory: Bool = {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let rights = status.firstMatch(of: /CapEff:\s*([0-9a-f]+)/).flatMap { UInt64($0.1, radix: 16) }
    return (rights ?? 0) & 1 << 19 != 0
  }()

  /// Whether the kernel has all that a visitor's sandbox is made of.
  static let hasSandbox: Bool = {
    let offered = Sandbox.offered()
    return offered.files != .absent && offered.calls != .absent
  }()

  /// A file of settings: the pack, and these lines.
  ///
  /// On a kernel without a sandbox the kiosk does without, so that all else is still tested.
  static func settings(_ more: String = "", pack: String? = nil) throws -> String {
    let without = hasSandbox || more.contains("sandbox") ? "" : "sandbox = best-effort\n"
    return try Program.file(
      "kiosk.conf", "pack = \(try pack ?? Self.pack())\n\(more)\n\(without)")
  }

  /// One whose review is never due.
  static func pack() throws -> String { try packFile.get() }

  private static let packFile = Result { try Program.file("fixture.pack", Clinic.pack()) }

  static func started(
    _ more: String = "", pack: String? = nil, environment: [String: String] = [:],
    program: String? = nil, waitingFor text: String = attract,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Kiosk {
    let terminal = try PseudoTerminal(
      program ?? Program.path(), ["kiosk", "--config", try settings(more, pack: pack)],
      environment: environment)
    let isThere = terminal.wait(for: text, milliseconds: 10_000)
    try #require(isThere, "\(terminal.screenText)", sourceLocation: sourceLocation)
    return Kiosk(terminal: terminal)
  }

  /// The process of the visitor; `nil` while there is none.
  var visitor: Int32? {
    Self.children(of: terminal.process).first { !Self.isBroker($0) }
  }

  /// Whether this process works for a visitor, who may be gone already.
  private static func isBroker(_ process: Int32) -> Bool {
    let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
    let name = words.split(separator: 0).dropFirst().first ?? Data()
    return ["kiosk-speaker", "kiosk-printer", "kiosk-keeper"]
      .contains(String(decoding: name, as: UTF8.self))
  }

  static func children(of process: Int32) -> [Int32] {
    let path = "/proc/\(process)/task/\(process)/children"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: " ").compactMap { Int32($0) }
  }

  /// False too when it has ended and nobody has asked how.
  static func isAlive(_ process: Int32) -> Bool {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text.map { !$0.contains(") Z ") } ?? false
  }

  /// Waits for the first screen of another visitor than this one.
  func waitForNext(after before: Int32?, milliseconds: Int = 15_000) -> Bool {
    terminal.wait(milliseconds: milliseconds) {
      guard let now = visitor, now != before else { return false }
      // The same words stood on the last screen, which was wiped before this process began.
      terminal.takeIn()
      return terminal.screenText.contains(Self.attract)
    }
  }

  /// Closes the thanks, which take no key for half a second.
  func closeThanks() { Self.closeThanks(on: terminal) }

  static func closeThanks(on terminal: PseudoTerminal) {
    terminal.wait(milliseconds: 600) { false }
    terminal.send("x" as Keys)
  }

  /// R70-R72: told to end, it ends at once, and the terminal is as it was.
  func expectToEnd(sourceLocation: SourceLocation = #_sourceLocation) {
    let last = visitor
    terminal.signal(SIGTERM)
    #expect(
      terminal.waitForExit(milliseconds: 2000) == .code(128 + SIGTERM),
      sourceLocation: sourceLocation)
    #expect(terminal.lineModes == terminal.lineModesBefore, sourceLocation: sourceLocation)
    for mode in [1049, 2004, 1000, 1006] {
      #expect(terminal.mode(mode) != true, "mode \(mode)", sourceLocation: sourceLocation)
    }
    if let last { #expect(!Self.isAlive(last), sourceLocation: sourceLocation) }
  }

  /// How often a text stands in a process's memory, in any form that it may have there.
  static func count(_ text: String, in process: Int32) -> Int {
    let wide = text.unicodeScalars.map(\.value)
    var found = 0
    func look<Element>(_ elements: [Element], stride: Int? = nil) {
      let width = MemoryLayout<Element>.size
      let count = elements.withUnsafeBytes {
        pty_count_in_memory(process, $0.baseAddress, width, elements.count, stride ?? width)
      }
      #expect(count >= 0, "the memory of \(process) cannot be read")
      found += max(0, count)
    }
    look(Array(text.utf8))
    look(Array(text.utf16))
    look(wide)
    // The cells of ncurses, each with its looks.
    for stride in [24, 28, 32] { look(wide, stride: stride) }
    return found
  }

  /// Bytes of a process that are in memory now.
  static func residentBytes(of process: Int32) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
  }

  static func descriptors(of process: Int32) -> [String] {
    let folder = "/proc/\(process)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
    }.sorted()
  }
}
