internal import CProcess
internal import Glibc

/// A program of the clinic's with fixed arguments, which the supervisor starts when it is told to.
///
/// It gets neither the terminal nor any byte of a visit.
package struct FixedProgram {
  /// So many milliseconds it may take; then it is killed, which counts as failed.
  package static let patience = 20_000

  package enum End: Equatable, Sendable {
    case succeeded
    case failed(String)
  }

  private static let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"]

  private let words: [String]
  private var process: Int32?
  private var deadline = 0

  /// - Parameter words: the path, and its arguments; not empty.
  package init(_ words: [String]) { self.words = words }

  package var isRunning: Bool { process != nil }

  /// Starts it, unless it still runs.
  ///
  /// - Returns: why not, if it cannot be started.
  package mutating func start() -> End? {
    if isRunning { return nil }
    guard let path = words.first else { return .failed("there is none") }
    var argv = words.map { strdup($0) } + [nil]
    var envp = Self.environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { if nothing >= 0 { close(nothing) } }
    let started = nothing < 0 ? -1 : process_start(path, &argv, &envp, nothing, nothing)
    guard started > 0 else {
      return .failed("cannot be started: \(String(cString: strerror(errno)))")
    }
    process = started
    deadline = monotonicMilliseconds() + Self.patience
    return nil
  }

  /// How it has ended, once; `nil`: it has not, or was not started.
  package mutating func end() -> End? {
    guard let running = process else { return nil }
    var code: Int32 = 0
    switch process_reap(running, 0, &code) {
    case 0:
      guard monotonicMilliseconds() >= deadline else { return nil }
      kill(running, SIGKILL)
      _ = process_reap(running, 1, &code)
      process = nil
      return .failed("took more than \(Self.patience / 1000) seconds")
    case 1:
      process = nil
      switch code {
      case 0: return .succeeded
      case 127: return .failed("is not there, or cannot be run")
      default: return .failed("ended with status \(code)")
      }
    default:
      process = nil
      return .failed("died of signal \(code)")
    }
  }

  /// Starts it and waits for its end.
  package mutating func runToEnd() -> End {
    if let fault = start() { return fault }
    while true {
      if let end = end() { return end }
      poll(nil, 0, 50)
    }
  }
}
