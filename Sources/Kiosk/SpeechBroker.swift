internal import CKiosk
internal import CProcess
internal import Glibc

/// Reads aloud what comes over a pipe, by a program with fixed arguments.
///
/// It is the one process of a visit that may start another, and sees the texts of screens and
/// nothing else. It ends with the pipe, that is with the visitor, and with its supervisor.
///
///     visitor ── pipe ──▶ broker ── its standard input ──▶ espeak-ng -v en -s 160 --stdin
package struct SpeechBroker {
  private let speech: Speech
  private var reader = SpeechReader()
  private var speaking: Int32?
  /// Before that the program cannot have said all of it.
  private var earliestEnd = 0
  private var isUrgent = false
  private var waiting: SpeechMessage?

  package init(_ speech: Speech) { self.speech = speech }

  /// Runs until the pipe on standard input ends.
  ///
  /// - Returns: the exit status: 1 when nothing can be read aloud any more.
  package mutating func run() -> Int32 {
    kiosk_settle_signals()
    let signals = kiosk_open_signals()
    guard signals >= 0 else { return 1 }
    defer { silence() }
    while true {
      var watched = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, 2, -1) >= 0 || errno == EINTR else { return 1 }
      if watched[1].revents != 0 {
        while true {
          let number = kiosk_next_signal(signals)
          if number == 0 { break }
          if number != SIGCHLD { return 0 }
        }
        guard noteEnd() else { return 1 }
      }
      if watched[0].revents != 0 {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(0, &bytes, bytes.count)
        if count == 0 { return 0 }
        if count < 0 {
          if errno == EAGAIN || errno == EINTR { continue }
          return 1
        }
        guard let messages = reader.read(bytes[..<count]) else { return 1 }
        for message in messages { guard take(message) else { return 1 } }
      }
    }
  }

  private mutating func take(_ message: SpeechMessage) -> Bool {
    if isUrgent, speaking != nil {
      waiting = message
      return true
    }
    silence()
    guard case .say(let text, let language, let isUrgent) = message else { return true }
    return say(text, language, isUrgent)
  }

  private mutating func silence() {
    guard let process = speaking else { return }
    kill(process, SIGKILL)
    var code: Int32 = 0
    _ = process_reap(process, 1, &code)
    speaking = nil
    isUrgent = false
  }

  /// When the program has come to the end of a text by itself: false where it could not read it.
  private mutating func noteEnd() -> Bool {
    guard let process = speaking else { return true }
    var code: Int32 = 0
    switch process_reap(process, 0, &code) {
    case 0: return true
    case 1 where code == 0 && monotonicMilliseconds() >= earliestEnd: break
    default:
      speaking = nil
      return false
    }
    speaking = nil
    isUrgent = false
    guard let next = waiting else { return true }
    waiting = nil
    return take(next)
  }

  private mutating func say(_ text: String, _ language: String, _ isUrgent: Bool) -> Bool {
    let arguments = [speech.program, "-v", language, "-s", String(speech.speed), "--stdin"]
    var argv = arguments.map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    let bytes = Array(text.utf8)
    let process = kiosk_speak(speech.program, &argv, bytes, bytes.count)
    guard process > 0 else { return false }
    speaking = process
    earliestEnd = monotonicMilliseconds() + speech.leastMilliseconds(for: text)
    self.isUrgent = isUrgent
    return true
  }
}

extension Speech {
  /// Whoever has finished a text sooner has said nothing: `espeak-ng` ends at once and well where
  /// there is no sound device.
  ///
  /// An eighth of the time that it takes, by six letters to a word. So little is left of a short
  /// text that it always counts as said.
  package func leastMilliseconds(for text: String) -> Int {
    text.unicodeScalars.count * 60_000 / (6 * max(1, speed)) / 8
  }
}
