internal import CKiosk

/// Tells whoever started the kiosk that it is up and lives, as sd_notify(3) has it.
struct ServiceNotifier {
  private let path: String?
  private var isReady = false
  private var isOut = false
  private var last: Int?

  /// - Parameter path: `NOTIFY_SOCKET`; `nil`: nobody listens.
  init(_ path: String?) { self.path = path }

  /// A visitor has drawn: ready at the first, alive at each, once a second at most.
  mutating func noteBeat(at now: Int) {
    if let last, now - last < 1000 { return }
    last = now
    tell((isReady ? "" : "READY=1\n") + (isOut ? "STATUS=in order\n" : "") + "WATCHDOG=1")
    isReady = true
    isOut = false
  }

  /// The page that is out of order stands, and the loop behind it lives: ready at the first, for
  /// there is no more to wait for, and alive.
  ///
  /// systemd would end what is not ready in time, and the page with it.
  mutating func noteOutOfOrder(_ why: String, at now: Int) {
    tell((isReady ? "" : "READY=1\n") + "STATUS=out of order: \(why)\nWATCHDOG=1")
    last = now
    isReady = true
    isOut = true
  }

  func noteEnd() { tell("STOPPING=1") }

  private func tell(_ message: String) {
    if let path { _ = kiosk_notify(path, message) }
  }
}
