internal import CPrinting
internal import CProcess
internal import Glibc

/// One run of a program of the print client, which nobody has to wait for.
///
/// It is killed when nobody has it any more.
final class ClientRun {
  enum End: Equatable {
    /// It ended by itself, and has said these lines.
    case ended(status: Int32, lines: [String])
    case cannotStart
    /// It was killed, since its time was over.
    case tookTooLong
    case died
  }

  /// So much of what one says is read.
  private static let longest = 1 << 18

  private var process: Int32 = -1
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var rest: ArraySlice<UInt8>
  private var said: [UInt8] = []
  private let deadline: Int
  private var isDone = false

  init(
    _ program: String, _ arguments: [String], of client: PrintClient, reading text: [UInt8] = [],
    until deadline: Int
  ) {
    self.deadline = deadline
    rest = text[...]
    let path = client.folder + "/" + program
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = client.environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var ends: [Int32] = [-1, -1]
    process = printing_start(path, &argv, &envp, &ends)
    (input, output) = (ends[0], ends[1])
  }

  deinit { stop() }

  /// Kills it, unless it has ended.
  func stop() {
    close(&input)
    close(&output)
    guard process > 0 else { return }
    var code: Int32 = 0
    kill(process, SIGKILL)
    _ = process_reap(process, 1, &code)
    process = -1
  }

  /// How it ended; `nil`: it has not.
  func step(at now: Int) -> End? {
    guard process > 0 else { return .cannotStart }
    give()
    take()
    var code: Int32 = 0
    switch process_reap(process, 0, &code) {
    case 0:
      guard now >= deadline else { return nil }
      stop()
      return .tookTooLong
    case 1:
      process = -1
      take()
      stop()
      // The program is not there, or the child could not become it.
      if code == 126 || code == 127 { return .cannotStart }
      let lines = String(decoding: said, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: true)
      return .ended(status: code, lines: lines.map { String($0) })
    default:
      process = -1
      stop()
      return .died
    }
  }

  /// How it ended, which is waited for.
  func runToEnd() -> End {
    while true {
      if let end = step(at: monotonicMilliseconds()) { return end }
      poll(nil, 0, 10)
    }
  }

  private func give() {
    while input >= 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { printing_write(input, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN || errno == EINTR {
        return
      } else {
        rest = []
      }
    }
    close(&input)
  }

  private func take() {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while output >= 0 {
      let count = read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      if said.count < Self.longest { said += chunk[..<count] }
    }
  }

  private func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = -1
  }
}

/// Milliseconds of a clock that never jumps.
func monotonicMilliseconds() -> Int {
  process_milliseconds()
}
