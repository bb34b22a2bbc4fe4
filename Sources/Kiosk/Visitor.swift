internal import CKiosk
internal import Glibc

/// What the process of a visitor has to do with its supervisor.
package enum VisitorProcess {
  /// Whether a supervisor has started this process.
  package static var isSupervised: Bool {
    var status = stat()
    return fstat(beatDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Ignores again what a keyboard can send: to take the terminal has put handlers there.
  package static func ignoreKeyboard() { kiosk_ignore_keyboard() }

  /// Tells the supervisor.
  ///
  /// Without one nobody would wipe the screen, so the process ends.
  package static func tell(_ message: VisitorMessage) {
    let bytes = message.bytes
    if Glibc.write(beatDescriptor, bytes, bytes.count) < 0, errno != EAGAIN, errno != EINTR {
      _exit(1)
    }
  }

  /// The bytes of the settings, as the supervisor has read and checked them.
  package static func settings() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = pread(Int32(KIOSK_SETTINGS), &chunk, chunk.count, bytes.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The exit status of one that cannot enter its sandbox.
  package static let hasNoSandbox: Int32 = 77

  /// The exit status of one in which somebody asks for the way out of the staff.
  package static let wantsStaff: Int32 = 10

  /// The descriptor that a visitor needs beside those of its terminal.
  package static let descriptor = beatDescriptor
}

private let beatDescriptor = Int32(KIOSK_BEAT)

/// What the settings are for one visit.
package struct VisitSettings {
  /// What `VisitorProcess.settings()` gives the visitor.
  let bytes: [UInt8]
  /// What works for the visitor; one for each work at most.
  let brokers: [VisitBroker]

  package init(bytes: [UInt8], brokers: [VisitBroker]) {
    self.bytes = bytes
    self.brokers = brokers
  }

  var withoutBrokers: VisitSettings { VisitSettings(bytes: bytes, brokers: []) }
}

/// How a visitor is started.
package struct VisitorStart {
  /// After the program's name.
  package let arguments: [String]
  /// The whole environment: nothing of that of the supervisor goes along.
  package let environment: [String: String]

  package init(arguments: [String], environment: [String: String]) {
    self.arguments = arguments
    self.environment = environment
  }

  /// A small environment that is the same for every visitor; of what was found only the type of the
  /// terminal counts, if it is the name of one.
  package static func environment(terminal: String?) -> [String: String] {
    let isName = { (byte: UInt8) in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || [0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    let type = terminal.flatMap {
      $0.utf8.allSatisfy(isName) && (1...40).contains($0.utf8.count) && $0.first != "." ? $0 : nil
    }
    return [
      "TERM": type ?? "linux", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  struct Started {
    let process: Int32
    /// The reading end.
    let beat: Int32
    var brokers: [RunningBroker] = []
  }

  /// Starts a new process on this terminal, and the brokers that work for it.
  ///
  /// The visit goes on without a broker that cannot be started: the visitor finds nobody at the
  /// other end.
  ///
  /// - Returns: all of them, and the reading end of the visitor's beat; `nil` when there is none.
  func start(_ settings: VisitSettings) -> Started? {
    let held = kiosk_hold(settings.bytes, settings.bytes.count)
    guard held >= 0 else { return nil }
    defer { close(held) }
    var beat: [Int32] = [-1, -1]
    guard kiosk_open_beat(&beat) == 0 else { return nil }
    defer { close(beat[1]) }
    let channels = settings.brokers.compactMap { BrokerChannel.Ends(for: $0) }
    defer { for channel in channels { channel.close() } }
    var places = [Int32](repeating: -1, count: Int(KIOSK_BROKERS))
    for ends in channels { places[ends.broker.work.place] = ends.visitor }
    let process = spawn(arguments) { kiosk_spawn($0, $1, $2, beat[1], held, places) }
    guard process > 0 else {
      close(beat[0])
      return nil
    }
    var started = Started(process: process, beat: beat[0])
    for ends in channels {
      let work = ends.broker.work
      let process = spawn(ends.broker.arguments) {
        kiosk_spawn_broker($0, $1, $2, ends.other, work.answers ? 1 : 0)
      }
      if process > 0 { started.brokers.append(RunningBroker(work: work, process: process)) }
    }
    return started
  }

  private typealias Strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  private func spawn(
    _ arguments: [String], by call: (UnsafePointer<CChar>, Strings, Strings) -> Int32
  ) -> Int32 {
    var argv = (["kneeguide"] + arguments).map { strdup($0) } + [nil]
    var envp =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    return argv.withUnsafeMutableBufferPointer { argv in
      envp.withUnsafeMutableBufferPointer { envp in
        guard let argv = argv.baseAddress, let envp = envp.baseAddress else { return -1 }
        return call("/proc/self/exe", argv, envp)
      }
    }
  }
}
