internal import CKiosk
internal import CProcess
internal import Glibc

/// A process that does for one visit what the visitor's own may not.
///
/// It is started with the visitor, knows of it what comes over its channel and nothing else, and has
/// the channel as its standard input. It ends with the channel, that is with the visitor, and with
/// its supervisor.
package struct VisitBroker: Equatable, Sendable {
  package enum Work: Int32, CaseIterable, Sendable {
    case voice, printer, keeper

    /// Whether the channel goes both ways: what the broker writes to its standard output the visitor
    /// reads.
    package var answers: Bool { self != .voice }

    /// The descriptor of the visitor's process that leads to the broker.
    package var descriptor: Int32 { Int32(KIOSK_CHANNELS) + rawValue }

    var place: Int { Int(rawValue) }
  }

  /// So many milliseconds after the visit one that answers may still take to put in order what it
  /// has begun; then it is killed.
  package static let grace = 3000

  let work: Work
  /// What it is started with, after the program's name.
  let arguments: [String]

  package init(_ work: Work, arguments: [String]) {
    self.work = work
    self.arguments = arguments
  }
}

/// A broker that was started.
struct RunningBroker {
  let work: VisitBroker.Work
  let process: Int32

  /// Whether it has ended.
  func hasEnded() -> Bool {
    var code: Int32 = 0
    return process_reap(process, 0, &code) != 0
  }

  func kill() {
    var code: Int32 = 0
    _ = Glibc.kill(process, SIGKILL)
    _ = process_reap(process, 1, &code)
  }

  /// Ends all of them when their visit has: at once those that answer nobody, the others when they
  /// are ready or their time is over.
  ///
  /// What wipes the screen is called before it waits.
  static func end(_ brokers: [RunningBroker], wipe: () -> Void) {
    for broker in brokers where !broker.work.answers { broker.kill() }
    var left = brokers.filter { $0.work.answers && !$0.hasEnded() }
    if left.isEmpty { return }
    wipe()
    let deadline = monotonicMilliseconds() + VisitBroker.grace
    while !left.isEmpty, monotonicMilliseconds() < deadline {
      poll(nil, 0, 10)
      left.removeAll { $0.hasEnded() }
    }
    for broker in left { broker.kill() }
  }
}

/// The end of a visitor's process of the way to a broker.
package struct BrokerChannel {
  private let work: VisitBroker.Work

  package init(to work: VisitBroker.Work) { self.work = work }

  /// What a visitor's sandbox has to keep.
  package var descriptor: Int32 { work.descriptor }

  /// Whether there is such a way.
  package var isThere: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0
      && status.st_mode & S_IFMT == (work.answers ? S_IFSOCK : S_IFIFO)
  }

  /// Whether somebody is still at its other end.
  package var isHeard: Bool {
    var watched = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&watched, 1, 0) == 0
  }

  /// Sends all of this; false when nobody takes it.
  ///
  /// It waits for room so many milliseconds at most. What went half of the way garbles all that
  /// follows, so nothing is to be sent after that.
  package func send(_ bytes: [UInt8], waiting patience: Int = 0) -> Bool {
    let deadline = monotonicMilliseconds() + patience
    var rest = bytes[...]
    while true {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count == rest.count { return true }
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0, errno != EAGAIN, errno != EINTR { return false }
      let left = deadline - monotonicMilliseconds()
      if left <= 0 { return false }
      var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&watched, 1, Int32(clamping: left))
    }
  }

  package enum Received: Equatable, Sendable {
    case bytes([UInt8])
    case nothing
    /// Nobody is there any more.
    case end
  }

  /// What has come from a broker that answers; it never waits.
  package func receive() -> Received {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 { return .bytes(Array(bytes[..<count])) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
  }

  /// Both ends, as a supervisor has them before it hands them over.
  struct Ends {
    let broker: VisitBroker
    let visitor: Int32
    let other: Int32

    /// `nil` when the machine has no more to give.
    init?(for broker: VisitBroker) {
      var ends: [Int32] = [-1, -1]
      let isMade =
        broker.work.answers ? kiosk_open_channel(&ends) == 0 : kiosk_open_beat(&ends) == 0
      guard isMade else { return nil }
      self.broker = broker
      (other, visitor) = (ends[0], ends[1])
    }

    func close() {
      _ = Glibc.close(visitor)
      _ = Glibc.close(other)
    }
  }
}
