import ArgumentParser
import Glibc

/// Why the program cannot go on: one line for standard error, and the exit status.
struct Failure: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32) {
    self.message = message
    self.status = status
  }

  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let unavailable: Int32 = 69
  static let cannotWrite: Int32 = 73
  static let tryLater: Int32 = 75
  static let badConfig: Int32 = 78
}

/// Runs a command's work; a failure becomes its line on standard error and its exit status.
func reportingFailure(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as Failure {
    StandardError.write("\(Program.name): \(failure.message)\n")
    throw ExitCode(failure.status)
  }
}

enum StandardError {
  static func write(_ text: String) { _ = writeAll(text, to: 2) }
}

enum StandardOutput {
  /// Writes the whole text; a closed pipe is a failure.
  static func write(_ text: String) throws {
    guard writeAll(text, to: 1) else {
      throw Failure(
        "cannot write to standard output: \(String(cString: strerror(errno))); check where it leads",
        status: Failure.cannotWrite)
    }
  }
}

/// False when not everything could be written.
func writeAll(_ text: String, to descriptor: Int32) -> Bool {
  let bytes = Array(text.utf8)
  var start = 0
  while start < bytes.count {
    let written = bytes[start...].withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if written < 0 {
      if errno == EINTR { continue }
      return false
    }
    start += written
  }
  return true
}
