import Foundation
internal import Glibc
import TerminalTestKit

/// A program in tmux, on a server of its own.
struct Tmux {
  static let path = "/usr/bin/tmux"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  private let name = "kneeguide-\(getpid())-\(UInt32.random(in: 0...999_999))"

  init(running command: [String]) throws {
    // Not as a Process of Foundation, which waits until the server that stays behind has ended too.
    let start = ["-u", "-L", name, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24"]
    _ = try PseudoTerminal(Self.path, start + ["--"] + command).waitForExit()
  }

  /// The process in the pane.
  var process: Int32? {
    Int32(run(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .newlines))
  }

  /// What is seen, what has scrolled away, and the other screen where there is one.
  var everything: String {
    run(["capture-pane", "-p", "-S", "-"]) + run(["capture-pane", "-p", "-q", "-a", "-S", "-"])
  }

  func type(_ keys: [String]) {
    run(["send-keys"] + keys)
    usleep(60_000)
  }

  func wait(for text: String, milliseconds: Int = 8000) -> Bool {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end {
      if run(["capture-pane", "-p"]).contains(text) { return true }
      usleep(50_000)
    }
    return false
  }

  func end() { run(["kill-server"]) }

  @discardableResult
  private func run(_ arguments: [String]) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = ["-u", "-L", name] + arguments
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
