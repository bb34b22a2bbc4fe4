import Foundation
internal import Glibc
import Lockdown
import Testing

/// What a process can do that puts files into one folder.
@Suite(.enabled(if: Kernel.hasAll, "the kernel lacks Landlock or the filter of system calls"))
struct `Inside the sandbox of a writer` {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kneeguide-writer-\(UUID().uuidString)/own")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: folder.appendingPathComponent("planted"))
  }

  private func codes(_ names: [String], in path: String? = nil) throws -> [String: Int32] {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    return try Probe.attempts(names, inside: "writer", with: path ?? folder.path)
  }

  @Test func `files can be made, named and removed in the folder`() throws {
    let names = [
      "list the folder", "make a file in the folder", "name an unnamed file",
      "remove a file of the folder", "rename a file of the folder",
      "poll", "clock", "memory", "catch a signal",
    ]
    let codes = try codes(names)
    for name in names { #expect(codes[name] == 0, "\(name)") }
  }

  @Test func `nothing can be read there, nor made or taken elsewhere`() throws {
    let files = [
      "read a file of the folder", "make a file beside the folder", "open /etc/passwd",
      "open /proc/self/mem", "read locales", "write /tmp", "O_TMPFILE",
    ]
    let moves = ["take a file out of the folder", "link into the folder"]
    let codes = try codes(files + moves)
    for name in files { #expect(codes[name] == EACCES, "\(name)") }
    for name in moves { #expect([EACCES, EXDEV, EPERM].contains(codes[name] ?? 0), "\(name)") }
  }

  /// R41: all that a visitor cannot do it cannot either.
  @Test func `else it can do no more than a visitor`() throws {
    let names = `Inside the sandbox`.denied
    let codes = try codes(names)
    for name in names { #expect([EPERM, EACCES].contains(codes[name] ?? 0), "\(name)") }
  }

  @Test func `nothing can be opened where there is no such folder`() throws {
    let names = ["list the folder", "open /etc/passwd", "write /tmp", "read locales"]
    let codes = try codes(names, in: folder.path + "/none")
    #expect(codes["list the folder"] == ENOENT)
    for name in names.dropFirst() { #expect(codes[name] == EACCES, "\(name)") }
  }
}
