import Foundation
internal import Glibc
import Lockdown
import TerminalTestKit
import Testing

/// What the running kernel has, so that a test of what it lacks is skipped and says so.
enum Kernel {
  static let offered = Sandbox.offered()
  static var hasFilter: Bool { offered.calls != .absent }
  static var hasAll: Bool { hasFilter && landlock >= 1 }

  /// The version of Landlock, 0 where there is none.
  static var landlock: Int {
    switch offered.files {
    case .full: FileRules.fullVersion
    case .partial(let version): version
    case .absent: 0
    }
  }
}

/// The program that goes inside, built beside the tests.
enum Probe {
  static func path() -> String {
    let products = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
    let beside = Bundle.main.executableURL?.deletingLastPathComponent()
    let places = [products, beside].compactMap { $0?.appendingPathComponent("lockdown-probe").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "lockdown-probe"
  }

  /// What it said, on a terminal, and how it ended.
  static func run(_ arguments: String...) throws -> (lines: [String], exit: PseudoTerminal.Exit?) {
    try run(arguments)
  }

  static func run(
    _ arguments: [String], through tool: [String] = []
  ) throws -> (lines: [String], exit: PseudoTerminal.Exit?) {
    let words = tool + [path()] + arguments
    let terminal = try PseudoTerminal(words[0], Array(words.dropFirst()))
    let exit = terminal.waitForExit(milliseconds: 30_000)
    let text = String(decoding: terminal.output, as: UTF8.self)
    return (text.split(whereSeparator: \.isNewline).map(String.init), exit)
  }

  /// What became of each attempt: 0, or the error number.
  ///
  /// An empty name of a file: none is open before, and none may be opened inside.
  static func attempts(
    _ names: [String], inside mode: String, with file: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Int32] {
    let own = FileManager.default.temporaryDirectory
      .appendingPathComponent("kneeguide-lockdown-\(UUID().uuidString)")
    try Data("text".utf8).write(to: own)
    defer { try? FileManager.default.removeItem(at: own) }
    let (lines, exit) = try run([mode, file ?? own.path] + names)
    #expect(exit == .code(0), "\(lines)", sourceLocation: sourceLocation)
    var codes: [String: Int32] = [:]
    for line in lines {
      guard let colon = line.lastIndex(of: ":") else { continue }
      codes[String(line[..<colon])] = Int32(line[colon...].dropFirst(2))
    }
    return codes
  }

  private final class Marker {}
}
