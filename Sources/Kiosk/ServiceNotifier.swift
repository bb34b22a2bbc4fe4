internal import CKiosk

/// Tells whoever started the kiosk that it is up and lives, as sd_notify(3) has it.
struct ServiceNotifier {
  private let path: String?
  private var isReady = false
  private var last: Int?

  /// - Parameter path: `NOTIFY_SOCKET`; `nil`: nobody listens.
  init(_ path: String?) { self.path = path }

  /// A visitor has drawn: ready at the first, alive at each, once a second at most.
  mutating func noteBeat(at now: Int) {
    if let last, now - last < 1000 { return }
    last = now
    tell(isReady ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1")
    isReady = true
  }

  func noteEnd() { tell("STOPPING=1") }

  private func tell(_ message: String) {
    if let path { _ = kiosk_notify(path, message) }
  }
}
