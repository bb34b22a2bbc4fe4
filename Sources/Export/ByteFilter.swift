import Glibc

/// A program of the system that makes bytes of other bytes: by its pipes alone, with fixed
/// arguments, without a shell, and never longer than it is given.
struct ByteFilter {
  let path: String
  let arguments: [String]
  let milliseconds: Int

  enum Fault: Error, Equatable {
    case cannotStart(Int32)
    /// It ended with a status other than 0, or by a signal.
    case failed
    case tookTooLong
  }

  /// Where a program of this name lies in the folders of `PATH`; `nil`: nowhere.
  static func find(_ name: String, in path: String?) -> String? {
    let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  func run(_ input: [UInt8]) -> Result<[UInt8], Fault> {
    var pipes: [Int32] = []
    defer { for end in pipes { close(end) } }
    for _ in 0..<2 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return .failure(.cannotStart(errno)) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes += ends
    }
    let started = start(reading: pipes[0], writing: pipes[3])
    guard case .success(let child) = started else {
      return .failure(.cannotStart(started.failure ?? 0))
    }
    close(pipes[0])
    close(pipes[3])
    let (toChild, fromChild) = (pipes[1], pipes[2])
    pipes = [fromChild]
    let output = exchange(input, to: toChild, from: fromChild)
    if output == nil { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard let output else { return .failure(.tookTooLong) }
    return status == 0 ? .success(output) : .failure(.failed)
  }

  /// In a group of its own, so that all that it starts can be ended; with a few words of the
  /// environment and what it says thrown away.
  private func start(reading input: Int32, writing output: Int32) -> Started {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))
    let home = getenv("HOME").map { ["HOME=" + String(cString: $0)] } ?? []
    let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"] + home
    var child: pid_t = 0
    let code = withCStrings([path] + arguments) { words in
      withCStrings(environment) { settings in
        posix_spawn(&child, path, &actions, &attributes, words, settings)
      }
    }
    return code == 0 ? .success(child) : .failure(code)
  }

  private enum Started {
    case success(pid_t)
    case failure(Int32)
    var failure: Int32? { if case .failure(let code) = self { code } else { nil } }
  }

  /// Gives the input and takes the output, both as far as the pipes let it; `nil` when the time is
  /// over.
  private func exchange(_ input: [UInt8], to toChild: Int32, from fromChild: Int32) -> [UInt8]? {
    // Writing to a program that has ended is a failure, not the end of this one.
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, handler) }
    for end in [toChild, fromChild] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let deadline = Self.now() + milliseconds
    var rest = input[...]
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var isOpen = true
    func finishInput() {
      if isOpen { close(toChild) }
      isOpen = false
    }
    defer { finishInput() }
    while true {
      if rest.isEmpty { finishInput() }
      let left = deadline - Self.now()
      if left <= 0 { return nil }
      var polled = [pollfd(fd: fromChild, events: Int16(POLLIN), revents: 0)]
      if isOpen { polled.append(pollfd(fd: toChild, events: Int16(POLLOUT), revents: 0)) }
      _ = poll(&polled, nfds_t(polled.count), Int32(min(left, 1000)))
      if isOpen, polled.count > 1, polled[1].revents != 0 {
        let count = rest.withUnsafeBytes { write(toChild, $0.baseAddress, $0.count) }
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EAGAIN && errno != EINTR {
          rest = []
        }
      }
      if polled[0].revents != 0 {
        let count = read(fromChild, &chunk, chunk.count)
        if count == 0 { return output }
        if count > 0 { output += chunk[..<count] }
        if count < 0 && errno != EAGAIN && errno != EINTR { return output }
      }
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// The words as C takes them: an array of strings with a null at its end.
private func withCStrings<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = words.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
