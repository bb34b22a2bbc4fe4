import Foundation
internal import Glibc
internal import Lockdown
import TerminalTestKit
import Testing
import TextUI

/// What strace(1) has written of a kiosk.
struct KioskTrace {
  static let strace = "/usr/bin/strace"
  static let why: Comment =
    "strace is not installed or may not trace: what a visitor calls is not seen"
  /// Each call is seen before the filter answers it, so a denied one too.
  static let watched =
    "read,landlock_restrict_self,seccomp," + (starting + changing).joined(separator: ",")
    + ",open,openat"

  private static let starting = [
    "execve", "execveat", "fork", "vfork", "clone", "clone3", "socket", "socketpair", "connect",
    "bind", "ptrace", "kill", "tkill",
  ]
  private static let changing = [
    "creat", "openat2", "memfd_create", "truncate", "rename", "renameat", "renameat2", "link",
    "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat",
  ]

  /// Whether it may trace here at all; some containers forbid it.
  static let works: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: strace)
    process.arguments = ["-f", "-o", "/dev/null", "/bin/true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private(set) var visitors = 0
  /// Visitors that went into both layers.
  private(set) var insides = 0
  private(set) var keysRead = 0
  private(set) var forbidden: [String] = []
  /// What the processes have changed that keep sealed pages; nobody else may change anything.
  private(set) var kept: [String] = []

  init(of path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var layers: [Substring: Set<Substring>] = [:]
    var keepers: Set<Substring> = []
    var begun: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let blank = line.firstIndex(of: " ") else { continue }
      let process = line[..<blank]
      var call = line[blank...].drop { $0 == " " }
      // Two processes at once: the one has begun a call before the other has ended its own.
      if call.hasSuffix("<unfinished ...>") {
        begun[process] = call.dropLast("<unfinished ...>".count)
        continue
      }
      if call.hasPrefix("<... "), let end = call.firstRange(of: "resumed>") {
        call = (begun.removeValue(forKey: process) ?? "") + call[end.upperBound...]
      }
      let name = call.prefix { $0 != "(" }
      if layers[process] == nil {
        if call.hasPrefix(#"execve("/proc/self/exe""#) {
          layers[process] = []
          if call.contains(#""kiosk-keeper""#) { keepers.insert(process) }
          visitors += 1
        }
        continue
      }
      switch name {
      case "landlock_restrict_self" where call.hasSuffix("= 0"): layers[process]?.insert(name)
      case "seccomp" where call.hasPrefix("seccomp(SECCOMP_SET_MODE_FILTER"):
        if call.hasSuffix("= 0") { layers[process]?.insert(name) }
      case "read": if call.hasPrefix("read(0,") { keysRead += 1 }
      case "open", "openat":
        guard isWriting(call) else { continue }
        if keepers.contains(process) {
          kept.append(String(call))
        } else {
          forbidden.append(String(call))
        }
      case "linkat" where keepers.contains(process): kept.append(String(call))
      default:
        if Self.starting.contains(String(name)) || Self.changing.contains(String(name)) {
          forbidden.append(String(call))
        }
      }
    }
    insides = layers.values.count { $0.count == 2 }
  }

  private func isWriting(_ call: Substring) -> Bool {
    let flags = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"]
    return flags.contains { call.contains($0) } && !call.contains(#""/dev/tty"#)
      && !call.contains(#""/dev/pts/"#)
  }

  /// A kiosk on a kernel that says it has no Landlock.
  static func withoutLandlock(_ settings: String, logging log: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      "/bin/sh",
      [
        "-c",
        #"exec "$0" -f -o /dev/null -e trace=landlock_create_ruleset"#
          + #" -e inject=landlock_create_ruleset:error=ENOSYS "$1" kiosk --config "$2" 2>"$3""#,
        strace, try Program.path(), try Kiosk.settings(settings), log,
      ])
  }
}
