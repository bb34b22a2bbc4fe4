package import Foundation
import Glibc

/// A folder that is gone after the test.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/export-" + UUID().uuidString
    // Not open to all, whatever the umask: that is refused.
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func path(_ name: String) -> String { path + "/" + name }

  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["unreadable"]).sorted()
  }

  package func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  package func mode(_ name: String) -> mode_t? {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}

/// A small file system in memory, where the test may mount one.
package final class SmallDisk {
  package let folder: TemporaryFolder

  package init(options: String) throws {
    folder = try TemporaryFolder()
    try SmallDisk.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.path)
  }

  deinit { try? SmallDisk.run("umount", folder.path) }

  /// Whether this machine lets the test mount.
  package static let isPossible: Bool =
    geteuid() == 0 && (try? SmallDisk(options: "size=64k")) != nil

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
package enum SaveProbe {
  /// It stands beside the bundle of the tests, wherever that was built; or it is this program.
  package static let url: URL? = {
    if CommandLine.arguments.first?.hasSuffix("/save-probe") == true {
      return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    }
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
      return nil
    }
    let bundle = maps.split(separator: "\n").first { $0.hasSuffix(".xctest") }
    return bundle?.firstIndex(of: "/").flatMap { slash in
      bundle.map { URL(fileURLWithPath: String($0[slash...])) }
    }?
    .deletingLastPathComponent().appendingPathComponent("save-probe")
  }()

  package static func start(_ arguments: [String]) throws -> (process: Process, output: Pipe) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  /// What it says and its exit status.
  package static func run(_ arguments: String...) throws -> (output: String, status: Int32) {
    let (process, output) = try start(arguments)
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// What it says, where it is asked to, just before it saves.
  package static let announcement = "now\n"

  /// The bytes that it saves.
  package static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 % 251) }
  }
}
