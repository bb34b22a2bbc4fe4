import FixturePack
import Foundation
internal import Glibc
import PackFile
import RecommendationCore
import TerminalTestKit
import Testing
import TextUI

/// The real program, with a pack of its own.
enum Program {
  struct Missing: Error {}

  /// The program as it is shipped, or the one that was built with the tests.
  ///
  /// Without it every test fails: none may pass by not being run.
  static func path() throws -> String {
    let beside = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
    let main = Bundle.main.executableURL?.deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["KNEEGUIDE_BINARY"]
    let built = [beside, main].compactMap { $0?.appendingPathComponent("kneeguide").path }
    let places = ([named].compactMap(\.self).filter { !$0.isEmpty }) + built
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      Issue.record("no program at \(places); build it first: swift build --build-tests")
      throw Missing()
    }
    return found
  }

  /// A folder of this run alone, gone at its end.
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kneeguide-tests-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Program.folder) }
    return folder
  }()

  /// A file with these bytes, and a name that no other test has.
  static func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appendingPathComponent(UUID().uuidString + "-" + name)
    try Data(bytes).write(to: file)
    return file.path
  }

  static func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// A path at which nothing stands.
  static func newPath(_ name: String) -> String {
    folder.appendingPathComponent(UUID().uuidString + "-" + name).path
  }

  static func pack() throws -> String { try packFile.get() }

  private static let packFile = Result {
    try file("fixture.pack", PackFile.encode(FixturePack.pack))
  }

  /// What a program without a terminal left behind.
  struct Run {
    let status: Int32
    let output: String
    let error: String
    let bytes: [UInt8]
  }

  /// Runs the program with the fixture pack, with pipes and without a terminal.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:],
    pack: String? = nil
  ) throws -> Run {
    try run(arguments, input: input, environment: environment, pack: pack)
  }

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    pack: String? = nil, outputTo device: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path())
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
      .merging(["KNEEGUIDE_PACK": try pack ?? Self.pack()]) { _, new in new }
      .merging(environment) { _, new in new }
    let (output, error) = (newPath("out"), newPath("err"))
    for path in [output, error] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle(forReadingAtPath: try file("in", input))
    process.standardOutput = FileHandle(forWritingAtPath: device ?? output)
    process.standardError = FileHandle(forWritingAtPath: error)
    try process.run()
    process.waitUntilExit()
    let bytes = [UInt8](FileManager.default.contents(atPath: output) ?? Data())
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: bytes, as: UTF8.self),
      error: String(
        decoding: FileManager.default.contents(atPath: error) ?? Data(), as: UTF8.self),
      bytes: bytes)
  }

  /// Starts the program on a terminal, with the fixture pack.
  static func start(
    _ arguments: String..., size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      path(), arguments, size: size,
      environment: ["KNEEGUIDE_PACK": try pack()].merging(environment) { _, new in new })
  }
}

extension Program.Run {
  /// Standard error is one line, under the program's name.
  func expectOneLine(
    status: Int32, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(error)", sourceLocation: sourceLocation)
    #expect(
      error.hasSuffix("\n") && error.dropLast().contains("\n") == false, "\(error)",
      sourceLocation: sourceLocation)
    #expect(error.hasPrefix("kneeguide: "), "\(error)", sourceLocation: sourceLocation)
    for word in words where !word.isEmpty {
      #expect(error.contains(word), "\(error)", sourceLocation: sourceLocation)
    }
  }
}

private final class Marker {}
