internal import CKiosk
internal import Glibc

/// Starts a fresh process for each visitor, and wipes the terminal in between.
///
/// It holds no answer and reads no key.
///
///     wipe ▶ start a visitor ▶ its beats ... ▶ it ends ▶ wipe ▶ start the next
///                                   └ none for 15 s ▶ kill      └ 5 crashes in a minute ▶ out of order
package struct Supervisor {
  /// So many milliseconds without a beat, and a visitor hangs.
  package static let patience = 15_000

  private let line: TerminalLine
  private let visitor: VisitorStart
  private let outOfOrder: [String]
  private let log: (String) -> Void
  private var notifier: ServiceNotifier
  private var crashes = CrashCount()

  /// A supervisor that has not begun yet.
  ///
  /// - Parameters:
  ///   - line: the terminal, taken.
  ///   - visitor: how each of them is started.
  ///   - outOfOrder: the lines that stand on the screen when no visitor can be started.
  ///   - path: `NOTIFY_SOCKET`.
  ///   - log: takes a line for whoever keeps the kiosk; nothing in it is of a visitor.
  package init(
    on line: TerminalLine, starting visitor: VisitorStart, outOfOrder: [String],
    notifying path: String?, log: @escaping (String) -> Void
  ) {
    self.line = line
    self.visitor = visitor
    self.outOfOrder = outOfOrder
    self.log = log
    notifier = ServiceNotifier(path)
  }

  private enum Happening {
    case ended
    case crashed(String)
    /// A request to end.
    case signal(Int32)
    case terminalGone
  }

  /// Runs until it is told to end, or the terminal is gone.
  ///
  /// - Parameter isBroken: there is nothing to start: the out-of-order page at once.
  /// - Returns: the exit status.
  package mutating func run(isBroken: Bool = false) -> Int32 {
    let signals = kiosk_open_signals()
    guard signals >= 0 else {
      log("cannot wait for signals: \(String(cString: strerror(errno)))")
      return 71
    }
    defer { close(signals) }
    var isOut = isBroken
    while true {
      line.wipe()
      let happening = isOut ? standOutOfOrder(signals) : visit(signals)
      switch happening {
      case .ended: break
      case .crashed(let how):
        log("a visitor \(how); the next is started")
        isOut = crashes.note(at: now())
        if isOut { log("\(CrashCount.most) of them within a minute: out of order") }
      case .signal(let number):
        notifier.noteEnd()
        line.wipe()
        line.giveBack()
        return 128 + number
      case .terminalGone: return 128 + SIGHUP
      }
    }
  }

  private func standOutOfOrder(_ signals: Int32) -> Happening {
    line.show(outOfOrder)
    while true {
      if let end = ending(wait(signals, beat: -1, milliseconds: -1), signals) { return end }
    }
  }

  private mutating func visit(_ signals: Int32) -> Happening {
    guard let (process, pipe) = visitor.start() else { return .crashed("could not be started") }
    var beat = pipe
    defer { if beat >= 0 { close(beat) } }
    var deadline = now() + Self.patience
    var hasDrawn = false
    while true {
      let came = wait(signals, beat: beat, milliseconds: max(0, deadline - now()))
      if came.beat {
        switch drain(beat) {
        case .beats:
          deadline = now() + Self.patience
          hasDrawn = true
          notifier.noteBeat(at: now())
        case .end:
          // Closed, so there is nothing more to be heard; how it ended a signal tells.
          close(beat)
          beat = -1
        case .nothing: break
        }
      }
      if let end = ending(came, signals) {
        kill(process, SIGKILL)
        var code: Int32 = 0
        _ = kiosk_reap(process, 1, &code)
        return end
      }
      var code: Int32 = 0
      switch kiosk_reap(process, 0, &code) {
      case 1 where code == 0 && hasDrawn: return .ended
      case 1 where code == 0: return .crashed("ended before it had drawn anything")
      case 1: return .crashed("ended with status \(code)")
      case 2: return .crashed("died of signal \(code)")
      default: break
      }
      if now() >= deadline {
        kill(process, SIGKILL)
        _ = kiosk_reap(process, 1, &code)
        return .crashed("hung")
      }
    }
  }

  private struct Came {
    var signal = false
    var beat = false
    var isGone = false
  }

  private func wait(_ signals: Int32, beat: Int32, milliseconds: Int) -> Came {
    var watched = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: beat, events: Int16(POLLIN), revents: 0),
      // No events: only that it is gone.
      pollfd(fd: 0, events: 0, revents: 0),
    ]
    guard poll(&watched, 3, Int32(clamping: milliseconds)) > 0 else { return Came() }
    return Came(
      signal: watched[0].revents != 0, beat: watched[1].revents != 0,
      isGone: watched[2].revents != 0)
  }

  /// Why all has to end, if it has.
  private func ending(_ came: Came, _ signals: Int32) -> Happening? {
    while came.signal {
      switch kiosk_next_signal(signals) {
      case 0: return came.isGone ? .terminalGone : nil
      case SIGTERM: return .signal(SIGTERM)
      case SIGHUP: return .terminalGone
      default: break
      }
    }
    return came.isGone ? .terminalGone : nil
  }

  private enum Drained { case beats, end, nothing }

  private func drain(_ beat: Int32) -> Drained {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(beat, &bytes, bytes.count)
    if count > 0 { return .beats }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
  }

  private func now() -> Int { monotonicMilliseconds() }
}

/// Milliseconds of a clock that never jumps.
package func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
