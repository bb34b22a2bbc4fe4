internal import CKiosk
internal import Glibc
package import WalkthroughCore

/// Keeps the sealed pages of one visit, each as it comes over its channel.
///
/// It sees what is sealed already, the visit's code, and nothing else. It ends with the channel, when
/// it has come to the end of what it has begun.
package struct KeepBroker {
  private var reader = KeepReader()

  /// Settles the signals of this process; a sandbox may come after that.
  package init() {
    kiosk_settle_signals()
    // A limit on the size of files is then an error like others.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Runs until the channel on standard input and output ends.
  ///
  /// - Returns: the exit status: 1 where what came was no page.
  package mutating func run(
    keeping keep: (KeepRequest) -> Walkthrough.SealOutcome
  ) -> Int32 {
    while true {
      var watched = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, -1) >= 0 || errno == EINTR else { return 1 }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(0, &bytes, bytes.count)
      if count == 0 { return 0 }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { continue }
        return 1
      }
      guard let requests = reader.requests(in: bytes[..<count]) else { return 1 }
      for request in requests {
        let answer = KeepAnswer(number: request.number, outcome: keep(request)).bytes
        guard write(1, answer, answer.count) == answer.count else { return 1 }
      }
    }
  }
}
