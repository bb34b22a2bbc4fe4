internal import CKiosk
internal import Glibc
package import TextUI

/// The terminal that a kiosk stands on, from before anything is read of it.
///
/// Raw from the first moment, so that no key means anything but its byte.
package struct TerminalLine {
  /// Everything that a visitor may have left on: pointer reports, paste, the alternate screen, colors;
  /// then what stands on either screen and has been scrolled away.
  ///
  ///     modes off | blank the screen that is seen | back to the first | blank that | begin anew
  package static let wipingBytes: [UInt8] = Array(
    ("\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l"
      + "\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J\u{1B}[?1049l\u{1B}[H\u{1B}[2J\u{1B}[3J\u{1B}c").utf8)

  private let found: termios
  private let raw: termios

  /// Takes the terminal of standard input and output; `nil` where there is none.
  package static func take() -> TerminalLine? {
    kiosk_settle_signals()
    var found = termios()
    guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &found) == 0 else { return nil }
    var raw = found
    cfmakeraw(&raw)
    tcsetattr(0, TCSANOW, &raw)
    return TerminalLine(found: found, raw: raw)
  }

  /// Leaves nothing of a visit: neither on the screen, nor above it, nor of keys typed ahead.
  package func wipe() {
    var modes = raw
    // What the visitor could not write any more is not to come now.
    tcflush(1, TCOFLUSH)
    tcsetattr(0, TCSANOW, &modes)
    write(Self.wipingBytes)
    tcflush(0, TCIFLUSH)
  }

  /// Gives it back as it was found.
  package func giveBack() {
    var modes = found
    tcflush(0, TCIFLUSH)
    tcsetattr(0, TCSANOW, &modes)
  }

  /// Shows lines, each wrapped where it is too long.
  package func show(_ lines: [String]) {
    let width = max(20, min(72, (size?.width ?? 40) - 2))
    let text = lines.flatMap { wrap($0.shownWhole, width: width) }
      .map { " " + $0 + "\r\n" }.joined()
    write(Array(("\u{1B}[H\r\n" + text).utf8))
  }

  /// Shows a frame of the terminal's size.
  package func show(_ frame: Frame) {
    let lines = frame.ansi(.monochrome, .none).split(
      separator: "\n", omittingEmptySubsequences: false)
    write(Array(("\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")).utf8))
  }

  /// A touch comes as bytes from now on, until the next wipe.
  package func listenToTouch() { write(Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)) }

  /// Throws away what was typed, without a look at it.
  func forgetKeys() { tcflush(0, TCIFLUSH) }

  package var size: Size? { Self.size }

  /// That of the terminal of standard output; `nil` where it is none.
  package static var size: Size? {
    var window = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return nil
    }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// A terminal that takes nothing for a second is left alone: the watch must go on.
  private func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      var output = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
      guard poll(&output, 1, 1000) > 0 || errno == EINTR else { return }
      let count = bytes[start...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      start += max(0, count)
    }
  }
}

extension String {
  /// The same without what does not print.
  fileprivate var shownWhole: String {
    String(
      unicodeScalars.filter { $0.value >= 32 && !(127...159).contains($0.value) }
        .map(Character.init))
  }
}
