internal import CTerminal
package import TextUI

/// The terminal of standard input and output, for as long as the value lives.
///
/// ncurses draws, with as few bytes as it can; keys are read and decoded here, so that no sequence
/// of the terminal gets lost or into an answer. To let go of the value gives the terminal back as
/// it was; so do a crash and a stop.
package struct CursesTerminal: Terminal, ~Copyable {
  /// What a role looks like from the next `present` on.
  ///
  /// `NO_COLOR` and a terminal without colour win.
  package var theme: Theme {
    didSet {
      applyTheme()
      shown = nil
    }
  }
  package let isUTF8: Bool
  package var letsBurstsThrough = true

  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var nextKey = 0
  private var burst = KeyBurst()
  private var isBurst = false
  private var shown: Frame?
  private var isGone = false
  private let escapeDelay: Int
  private var bytes = [UInt8](repeating: 0, count: 4096)

  /// Takes the terminal; there is one, so a second value at the same time is an error.
  ///
  /// - Parameters:
  ///   - theme: the colours of each role.
  ///   - pointer: whether clicks and the wheel come as keys. The terminal then no longer selects
  ///     text by itself.
  ///   - ascii: whether to draw in ASCII even where the locale is UTF-8.
  /// - Throws: why there is no screen to be had; the terminal is then as it was.
  package init(
    theme: Theme = .default, pointer: Bool = false, ascii: Bool = false
  ) throws(TerminalError) {
    let result = terminal_open(pointer, ascii)
    guard result == TERMINAL_OK else { throw TerminalError(result) }
    self.theme = theme
    isUTF8 = terminal_is_utf8()
    escapeDelay = Int(terminal_escape_delay(50))
    applyTheme()
  }

  deinit { terminal_close() }

  package var size: Size {
    Size(width: Int(terminal_width()), height: Int(terminal_height()))
  }

  package var glyphs: Glyphs { isUTF8 ? .unicode : .ascii }

  /// Gives the terminal back.
  ///
  /// Everything after that does nothing, and waiting says `closed`.
  package mutating func close() {
    terminal_close()
    isGone = true
  }

  package mutating func present(_ frame: Frame) {
    guard !isGone else { return }
    let frame = isUTF8 ? frame : frame.inASCII
    let cursor = frame.cursor ?? Point(x: 0, y: 0)
    let x = Int32(clamping: cursor.x)
    let y = Int32(clamping: cursor.y)
    let isShown = frame.withTerminalFrame { next in
      guard let shown else { return terminal_present(&next, nil, x, y) }
      return shown.withTerminalFrame { last in terminal_present(&next, &last, x, y) }
    }
    if !isShown { isGone = true }
    shown = frame
  }

  package mutating func wait(milliseconds: Int?) -> TerminalEvent {
    let deadline = milliseconds.map { terminal_milliseconds() + Int64(clamping: max(0, $0)) }
    while true {
      if let key = takeKey() { return .key(key) }
      if isGone { return .closed }
      let patience = decoder.pending.map { escapeDelay * $0.patience }
      let left = deadline.map { max(0, Int(clamping: $0 - terminal_milliseconds())) }
      let happened = Int(terminal_wait(timeout(patience, left)))
      if happened & TERMINAL_SIGNALLED != 0, let event = handleSignals() {
        return event
      }
      if happened & TERMINAL_GONE != 0 {
        isGone = true
      } else if happened & TERMINAL_READABLE != 0 {
        read()
      } else if happened == 0 {
        // Either nothing follows an ESC any more, or the time is up.
        if let patience, patience <= left ?? .max {
          add(decoder.flush())
        } else {
          return .idle
        }
      }
    }
  }

  package mutating func suspend() { terminal_suspend() }

  package mutating func wear(_ theme: Theme) { self.theme = theme }

  private func timeout(_ patience: Int?, _ left: Int?) -> Int32 {
    guard patience != nil || left != nil else { return -1 }
    return Int32(clamping: min(patience ?? .max, left ?? .max))
  }

  private mutating func takeKey() -> Key? {
    // Looked at for each key: what was typed into a text may go on after its end.
    if isBurst && !letsBurstsThrough { nextKey = keys.count }
    guard nextKey < keys.count else {
      keys.removeAll(keepingCapacity: true)
      nextKey = 0
      return nil
    }
    let key = keys[nextKey]
    nextKey += 1
    return key
  }

  private mutating func add(_ more: [Key]) {
    if more.isEmpty { return }
    keys += more
    isBurst = burst.take(more.count, at: terminal_milliseconds())
  }

  private mutating func read() {
    let count = bytes.withUnsafeMutableBufferPointer {
      terminal_read($0.baseAddress, $0.count)
    }
    if count < 0 {
      isGone = true
    } else if count > 0 {
      add(decoder.decode(bytes[..<count]))
    }
  }

  private mutating func handleSignals() -> TerminalEvent? {
    var fatal: Int32 = 0
    let became = Int(terminal_handle_signals(&fatal))
    if fatal != 0 { return .signal(fatal) }
    guard became & TERMINAL_REPAINT != 0 else { return nil }
    let lost = shown
    shown = nil
    if became & TERMINAL_RESIZED != 0 { return .resized(size) }
    if let lost { present(lost) }
    return nil
  }

  private func applyTheme() {
    let depth = ColorDepth(
      colors: Int(terminal_color_count()), isLinuxConsole: terminal_is_linux_console())
    func code(_ color: Color?) -> Int32 {
      guard let color else { return -1 }
      guard depth == .direct, let rgb = color.rgb else { return Int32(color.number) }
      return Int32(rgb)
    }
    var ink = [Int32](repeating: -1, count: TERMINAL_ROLES)
    var paper = ink
    for role in Palette.allCases where Int(role.rawValue) < ink.count {
      let paint = theme[role, depth]
      ink[Int(role.rawValue)] = code(paint.foreground)
      paper[Int(role.rawValue)] = code(paint.background)
    }
    terminal_set_colors(ink, paper)
  }
}

extension KeyDecoder.Pending {
  /// How many times the escape delay may pass before what has begun counts as ended.
  fileprivate var patience: Int {
    switch self {
    case .escape: 1
    case .sequence: 10
    case .paste: 40
    }
  }
}

extension TerminalError {
  fileprivate init(_ result: terminal_result) {
    let code = terminal_error_code()
    // It is shown on the terminal, and may hold anything.
    let named = terminal_type().map { String(cString: $0) } ?? ""
    let plain = named.utf8.filter { 0x20 < $0 && $0 < 0x7F }
    let type = String(decoding: plain.prefix(40), as: UTF8.self)
    switch result {
    case TERMINAL_NONE: self = .notATerminal
    case TERMINAL_UNKNOWN_TYPE: self = .unknownType(type)
    case TERMINAL_NO_ADDRESSING: self = .cannotMoveCursor(type)
    default:
      self = .unavailable(call: String(cString: terminal_failed_call()), code: code)
    }
  }
}

extension Frame {
  fileprivate func withTerminalFrame<Result>(_ body: (inout terminal_frame) -> Result) -> Result {
    scalars.withUnsafeBufferPointer { scalars in
      styles.withUnsafeBufferPointer { styles in
        clusters.withUnsafeBufferPointer { clusters in
          var frame = terminal_frame(
            width: Int32(size.width), height: Int32(size.height), scalars: scalars.baseAddress,
            styles: styles.baseAddress, clusters: clusters.baseAddress,
            cluster_count: clusters.count)
          return body(&frame)
        }
      }
    }
  }
}
