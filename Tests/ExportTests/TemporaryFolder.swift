import Foundation
import Glibc

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/export-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["unreadable"]).sorted()
  }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  func mode(_ name: String) -> mode_t? {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}

/// A small file system in memory, where the test may mount one.
final class SmallDisk {
  let folder: TemporaryFolder

  init(options: String) throws {
    folder = try TemporaryFolder()
    try SmallDisk.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.path)
  }

  deinit { try? SmallDisk.run("umount", folder.path) }

  /// Whether this machine lets the test mount.
  static let isPossible: Bool = geteuid() == 0 && (try? SmallDisk(options: "size=64k")) != nil

  private struct Failure: Error {}

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure() }
  }
}

/// The program that saves a file and that a test may kill.
enum SaveProbe {
  /// It stands beside the bundle of the tests, wherever that was built.
  static let url: URL? = {
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
      return nil
    }
    let bundle = maps.split(separator: "\n").first { $0.hasSuffix(".xctest") }
    return bundle?.firstIndex(of: "/").flatMap { slash in
      bundle.map { URL(fileURLWithPath: String($0[slash...])) }
    }?
    .deletingLastPathComponent().appendingPathComponent("save-probe")
  }()

  static func start(_ arguments: String...) throws -> (process: Process, output: Pipe) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  /// What it says and its exit status.
  static func run(_ arguments: String...) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// The bytes that it saves.
  static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 % 251) }
  }
}
