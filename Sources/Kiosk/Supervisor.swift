internal import CKiosk
internal import CProcess
internal import Glibc

/// Starts a fresh process for each visitor, and wipes the terminal in between.
///
/// It holds no answer and reads no key; out of order it sees that there is one, and throws it away.
///
///     wipe ▶ start a visitor ▶ its beats ... ▶ it ends ▶ wipe ▶ start the next
///                                   └ none for 15 s ▶ kill      └ 5 crashes in a minute ▶ out of order ▶ wait ▶ start
///                                                                                     key ▶ the staff's number ▶ back
package struct Supervisor {
  /// So many milliseconds without a beat, and a visitor hangs.
  package static let patience = 15_000
  /// The exit status when the staff has ended it by their number.
  package static let leftByStaff: Int32 = 20
  /// So many milliseconds lie between two words to the watchdog while it is out of order.
  private static let outOfOrderBeat = 4000

  private let line: TerminalLine
  private let visitor: VisitorStart
  private let settings: () -> VisitSettings
  private let hooks: SupervisorHooks
  private let retry: () -> Int
  private let log: (String) -> Void
  private var notifier: ServiceNotifier
  private var crashes = CrashCount()
  private var whyOut = ""
  /// When a visitor is tried again; the staff's screen in between does not put that off.
  private var retryAt: Int?
  /// Its process has failed while this was out of order: it is not started until that is over.
  private var isDoorBroken = false
  /// Whether somebody has begun in the visit that is, or was last; and when they began the walk.
  private var wasVisited = false
  private var walkBegan: Int?
  /// Whether a number of the staff was tried in it.
  private var wasTried = false
  /// Whether it has told of an emergency.
  private var wasUrgent = false

  /// A supervisor that has not begun yet.
  ///
  /// - Parameters:
  ///   - line: the terminal, taken.
  ///   - visitor: how each of them is started.
  ///   - settings: asked before each visit for its settings.
  ///   - hooks: what it asks and tells beside.
  ///   - retry: asked when it gets out of order: after so many milliseconds a visitor is tried again.
  ///   - path: `NOTIFY_SOCKET`.
  ///   - log: takes a line for whoever keeps the kiosk; nothing in it is of a visitor.
  package init(
    on line: TerminalLine, starting visitor: VisitorStart,
    with settings: @escaping () -> VisitSettings, asking hooks: SupervisorHooks,
    retryingAfter retry: @escaping () -> Int,
    notifying path: String?, log: @escaping (String) -> Void
  ) {
    self.line = line
    self.visitor = visitor
    self.settings = settings
    self.retry = retry
    self.hooks = hooks
    self.log = log
    notifier = ServiceNotifier(path)
  }

  /// What a visitor ends with that has found its content or its machine wanting; sysexits(3).
  private static let refusals: ClosedRange<Int32> = 64...78

  private enum Asking { case nobody, staff, staffAgain }

  private enum Happening {
    case ended
    case crashed(String)
    /// It could not begin, and the next would do no better.
    case refused(String)
    /// Somebody wants to leave by the number of the staff.
    case staffAsked
    case pinWrong
    case pinRight
    /// Out of order for long enough.
    case retry
    /// A request to end.
    case signal(Int32)
    case terminalGone
  }

  /// Runs until it is told to end, or the terminal is gone.
  ///
  /// - Returns: the exit status.
  package mutating func run() -> Int32 {
    let signals = kiosk_open_signals()
    guard signals >= 0 else {
      log("cannot wait for signals: \(String(cString: strerror(errno)))")
      return 71
    }
    defer { close(signals) }
    var isOut = false
    var asking = Asking.nobody
    while true {
      line.wipe()
      if asking == .nobody, hooks.isReplaced() {
        log("another program was installed: this one ends")
        return end(with: 0)
      }
      if !isOut, let why = hooks.obstacle() {
        isOut = true
        whyOut = why
      }
      let happening =
        isOut && asking == .nobody
        ? standOutOfOrder(signals) : visit(signals, asking: asking, isOut: isOut)
      let asked = asking
      asking = .nobody
      switch happening {
      case .ended: if wasVisited, asked == .nobody { hooks.note(.visitEnded) }
      case .staffAsked: asking = .staff
      case .pinWrong:
        log("a wrong number of the staff")
        asking = .staffAgain
      case .pinRight:
        log("the staff has ended it")
        return end(with: Self.leftByStaff)
      case .crashed(let how) where isOut, .refused(let how) where isOut:
        log("the screen for the staff's number \(how)")
        isDoorBroken = true
      case .crashed(let how):
        hooks.note(.crashed(walkMinutes: walkBegan.map { (now() - $0) / 60_000 }))
        log("a visitor \(how); the next is started")
        isOut = crashes.note(at: now())
        if isOut {
          whyOut = "\(CrashCount.most) visitors died within a minute"
          log("\(whyOut): out of order")
        }
      case .refused(let why):
        log("a visitor \(why): out of order; 'kneeguide kiosk --check' says what is missing")
        isOut = true
        whyOut = "a visitor \(why)"
      case .retry:
        isOut = false
        crashes = CrashCount()
      case .signal(let number): return end(with: 128 + number)
      case .terminalGone:
        hooks.note(.ended)
        return 128 + SIGHUP
      }
    }
  }

  private mutating func end(with status: Int32) -> Int32 {
    notifier.noteEnd()
    hooks.note(.ended)
    line.wipe()
    line.giveBack()
    return status
  }

  private mutating func standOutOfOrder(_ signals: Int32) -> Happening {
    line.show(hooks.outOfOrder())
    hooks.note(.outOfOrder(whyOut))
    let door = isDoorBroken ? nil : hooks.door()
    if door == .touch { line.listenToTouch() }
    let deadline = retryAt ?? now() + retry()
    retryAt = deadline
    while true {
      let left = deadline - now()
      if left <= 0 || hooks.isMended() {
        (retryAt, isDoorBroken) = (nil, false)
        return .retry
      }
      notifier.noteOutOfOrder(whyOut, at: now())
      let came = wait(
        signals, beat: -1, milliseconds: min(left, Self.outOfOrderBeat), forKeys: door != nil)
      if let end = ending(came, signals) { return end }
      if came.key {
        line.forgetKeys()
        return .staffAsked
      }
    }
  }

  private mutating func visit(_ signals: Int32, asking: Asking, isOut: Bool) -> Happening {
    let isStaff = asking != .nobody
    let next = isStaff ? hooks.staff(asking == .staffAgain, isOut) : visitor
    guard let started = next.start(isStaff ? settings().withoutBrokers : settings()) else {
      return .crashed("could not be started")
    }
    let process = started.process
    var beat = started.beat
    defer { RunningBroker.end(started.brokers, wipe: line.wipe) }
    defer { if beat >= 0 { close(beat) } }
    var deadline = now() + Self.patience
    var hasDrawn = false
    var reader = VisitorReader()
    wasVisited = false
    (wasTried, wasUrgent) = (false, false)
    walkBegan = nil
    while true {
      let came = wait(signals, beat: beat, milliseconds: max(0, deadline - now()))
      if came.beat {
        switch drain(beat) {
        case .said(let bytes):
          deadline = now() + Self.patience
          if !hasDrawn, !isOut { hooks.note(.serving) }
          hasDrawn = true
          if isOut {
            notifier.noteOutOfOrder(whyOut, at: now())
          } else {
            notifier.noteBeat(at: now())
          }
          if let happening = take(reader.read(bytes)) {
            var code: Int32 = 0
            kill(process, SIGKILL)
            _ = process_reap(process, 1, &code)
            return happening
          }
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
        _ = process_reap(process, 1, &code)
        return end
      }
      var code: Int32 = 0
      let end = process_reap(process, 0, &code)
      // What it has said last.
      if end != 0, beat >= 0, case .said(let bytes) = drain(beat) { _ = take(reader.read(bytes)) }
      switch end {
      case 1 where code == VisitorProcess.wantsStaff && hasDrawn && asking == .nobody:
        return .staffAsked
      case 1 where code == StaffProcess.right && asking != .nobody && wasTried: return .pinRight
      case 1 where code == StaffProcess.wrong && asking != .nobody && wasTried: return .pinWrong
      case 1 where code == 0 && hasDrawn: return .ended
      case 1 where code == 0: return .crashed("ended before it had drawn anything")
      case 1 where code == VisitorProcess.hasNoSandbox: return .refused("cannot enter its sandbox")
      case 1 where Self.refusals.contains(code) && !hasDrawn:
        return .refused("cannot begin (status \(code))")
      case 1: return .crashed("ended with status \(code)")
      case 2: return .crashed("died of signal \(code)")
      default: break
      }
      if now() >= deadline {
        kill(process, SIGKILL)
        _ = process_reap(process, 1, &code)
        return .crashed("hung")
      }
    }
  }

  /// What follows from what a visitor has said, if its visit is to end for it.
  private mutating func take(_ messages: [VisitorMessage]?) -> Happening? {
    guard let messages else { return .crashed("said what no visitor says") }
    for message in messages {
      switch message {
      case .isAwaited: break
      case .isVisited: wasVisited = true
      case .isWalking:
        wasVisited = true
        if walkBegan == nil { walkBegan = now() }
      case .counted(let count): hooks.note(.counted(count))
      case .printed(let outcome): hooks.note(.printed(outcome))
      case .pinTried:
        wasTried = true
        hooks.note(.pinTried)
      case .emergency:
        if !wasUrgent { hooks.note(.emergency) }
        wasUrgent = true
      }
    }
    guard messages.last == .isAwaited else { return nil }
    return hooks.isOutdated() || hooks.isReplaced() ? .ended : nil
  }

  private struct Came {
    var signal = false
    var beat = false
    var key = false
    var isGone = false
  }

  private func wait(
    _ signals: Int32, beat: Int32, milliseconds: Int, forKeys: Bool = false
  ) -> Came {
    var watched = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: beat, events: Int16(POLLIN), revents: 0),
      // No events: only that it is gone.
      pollfd(fd: 0, events: forKeys ? Int16(POLLIN) : 0, revents: 0),
    ]
    let count = poll(&watched, 3, Int32(clamping: milliseconds))
    hooks.note(.looked)
    guard count > 0 else { return Came() }
    return Came(
      signal: watched[0].revents != 0, beat: watched[1].revents != 0,
      key: Int32(watched[2].revents) == POLLIN,
      isGone: Int32(watched[2].revents) & ~POLLIN != 0)
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

  private enum Drained {
    case said([UInt8])
    case end, nothing
  }

  private func drain(_ beat: Int32) -> Drained {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(beat, &bytes, bytes.count)
    if count > 0 { return .said(Array(bytes[..<count])) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
  }

  private func now() -> Int { monotonicMilliseconds() }
}

/// Milliseconds of a clock that never jumps.
package func monotonicMilliseconds() -> Int {
  process_milliseconds()
}
