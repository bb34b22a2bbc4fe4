internal import CPseudoTerminal
internal import CVTerm
internal import Glibc
package import TextUI

/// A program on a pty, and what a person would see of it.
///
/// For one thread.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Exit: Equatable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  /// What could not be done.
  package struct Failure: Error {
    package let call: String
    package let code: Int32
  }

  package private(set) var size: Size
  /// Every byte that the program has written.
  package private(set) var output: [UInt8] = []
  package private(set) var exit: Exit?
  /// The processor time that the program has used in its life; known when it has ended.
  package private(set) var microseconds: Int?
  package let process: Int32
  /// The modes of the terminal's line before the program began.
  package let lineModesBefore: [UInt32]

  private var master: Int32 = -1
  private var slave: Int32 = -1
  /// Keys since the last rest from typing.
  private var typed = 0
  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private let damage: Damage

  /// Starts the program with an environment of its own: `TERM` and `LANG`, and what is given.
  ///
  /// An empty value takes a variable away.
  package init(
    _ program: String, _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws(Failure) {
    guard let emulator = vterm_new(Int32(max(1, size.height)), Int32(max(2, size.width))),
      let screen = vterm_obtain_screen(emulator)
    else { throw Failure(call: "vterm_new", code: ENOMEM) }
    self.size = size
    self.emulator = emulator
    self.screen = screen
    damage = Damage(of: screen)
    vterm_set_utf8(emulator, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)

    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    // The program's coverage goes beside that of the tests.
    if let profile = getenv("LLVM_PROFILE_FILE").map({ String(cString: $0) }),
      let slash = profile.lastIndex(of: "/")
    {
      variables["LLVM_PROFILE_FILE"] = profile[..<slash] + "/child-%p.profraw"
    }
    for (name, value) in environment { variables[name] = value.isEmpty ? nil : value }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    guard
      pty_open(Int32(clamping: size.height), Int32(clamping: size.width), &master, &slave) == 0
    else { throw Failure(call: "pty_open", code: errno) }
    lineModesBefore = PseudoTerminal.lineModes(of: slave)
    process = pty_spawn(program, &argv, &envp, slave)
    if process < 0 { throw Failure(call: "pty_spawn", code: errno) }
  }

  deinit {
    if process > 0, exit == nil {
      kill(process, SIGKILL)
      reap(block: true)
    }
    if master >= 0 { close(master) }
    if slave >= 0 { close(slave) }
    vterm_free(emulator)
    damage.free()
  }

  // MARK: What the person does

  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count, master >= 0 {
      // Read meanwhile, or both sides may wait for each other.
      var events = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      let ready = poll(&events, 1, 5000)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return noteUnsent(bytes.count - sent) }
      if Int32(events.revents) & POLLIN != 0 { readOutput() }
      guard Int32(events.revents) & POLLOUT != 0 else {
        if Int32(events.revents) & POLLHUP != 0 { return }
        continue
      }
      let count = bytes[sent...].withUnsafeBytes {
        write(master, $0.baseAddress, min($0.count, 1024))
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return noteUnsent(bytes.count - sent) }
      sent += count
    }
  }

  /// Says why a screen may not be what the keys lead to; a program that has ended takes none.
  private func noteUnsent(_ count: Int) {
    let code = errno
    reap(block: false)
    guard exit == nil else { return }
    let text = Array("PseudoTerminal: \(count) bytes were not taken (\(code))\n".utf8)
    _ = write(2, text, text.count)
  }

  /// Types as a person does: no more keys at once than what is taken for one.
  ///
  /// Before more than 15 keys, of this text and those before it, the program has read what was
  /// typed, and 25 milliseconds more are over. However late it reads, no 20 milliseconds of it hold
  /// more than 30. Up to 15 keys of one text come at once.
  package func send(_ keys: Keys) {
    var rest = keys.keys[...]
    while !rest.isEmpty {
      let some = rest.prefix(15)
      if typed + some.count > 15 {
        waitUntilRead()
        wait(milliseconds: 25) { false }
        typed = 0
      }
      send(Keys(Array(some)).bytes)
      typed += some.count
      rest = rest.dropFirst(some.count)
    }
  }

  /// Types without reading what the program writes meanwhile.
  package func sendUnread(_ keys: Keys) {
    let bytes = keys.bytes
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until the program has read all that was typed.
  @discardableResult
  package func waitUntilRead(milliseconds: Int = 15_000) -> Bool {
    wait(milliseconds: milliseconds) {
      var count: Int32 = 0
      return self.slave < 0 || ioctl(self.slave, UInt(FIONREAD), &count) != 0 || count == 0
    }
  }

  package func resize(_ size: Size) {
    self.size = size
    // libvterm 0.1.4 dies of a wide character in a single column.
    vterm_set_size(emulator, Int32(max(1, size.height)), Int32(max(2, size.width)))
    _ = pty_resize(master, Int32(clamping: size.height), Int32(clamping: size.width))
  }

  /// Ends the terminal under the program, as a closed window or a lost line does.
  package func hangUp() {
    close(slave)
    close(master)
    slave = -1
    master = -1
  }

  package func signal(_ number: Int32) { kill(process, number) }

  // MARK: What the person sees

  package var screenText: String { (0..<size.height).map(line).joined(separator: "\n") }

  package func line(_ y: Int) -> String {
    var line = ""
    var x = 0
    while x < size.width {
      var cell = VTermScreenCell()
      let place = VTermPos(row: Int32(clamping: y), col: Int32(clamping: x))
      guard vterm_screen_get_cell(screen, place, &cell) != 0 else { break }
      let scalars = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
      let shown = scalars.prefix { $0 != 0 && $0 != .max }.compactMap(Unicode.Scalar.init)
      if shown.isEmpty { line += " " } else { line.unicodeScalars.append(contentsOf: shown) }
      x += max(1, Int(cell.width))
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  package var cursor: (place: Point, isVisible: Bool) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &place)
    return (Point(x: Int(place.col), y: Int(place.row)), mode(25) ?? true)
  }

  /// Whether the program has left a private mode of the terminal (DECSET) on; `nil` when it has
  /// never set it.
  ///
  /// 25 is the cursor, 1049 the alternate screen, 2004 bracketed paste, 1000 and 1006 pointer
  /// reports.
  package func mode(_ number: Int) -> Bool? {
    var last: Bool?
    for part in output.split(separator: 0x1B) where part.starts(with: "[?".utf8) {
      let numbers = part.dropFirst(2).prefix { (0x30...0x3B).contains($0) }
      let final = part.dropFirst(2 + numbers.count).first
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { continue }
      let named = numbers.split(separator: UInt8(ascii: ";")).compactMap {
        Int(String(decoding: $0, as: UTF8.self))
      }
      if named.contains(number) { last = final == UInt8(ascii: "h") }
    }
    return last
  }

  /// The modes of the terminal's line as numbers, to be compared; empty when it is gone.
  package var lineModes: [UInt32] { PseudoTerminal.lineModes(of: slave) }

  private static func lineModes(of line: Int32) -> [UInt32] {
    var modes = termios()
    guard line >= 0, tcgetattr(line, &modes) == 0 else { return [] }
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + characters
  }

  /// The rows in which the program has written since this was asked last, alike or not.
  package func takeRowsWritten() -> Set<Int> { damage.take() }

  // MARK: Waiting

  /// Waits until the text stands on the screen.
  ///
  /// `false` when the time is up.
  @discardableResult
  package func wait(for text: String, milliseconds: Int = 15_000) -> Bool {
    wait(milliseconds: milliseconds) { self.screenText.contains(text) }
  }

  /// Takes in output until the condition holds.
  ///
  /// `false` when the time is up, or the program has ended without it.
  @discardableResult
  package func wait(milliseconds: Int = 15_000, until isDone: () -> Bool) -> Bool {
    let deadline = now() + milliseconds
    while true {
      if isDone() { return true }
      let left = deadline - now()
      if left <= 0 { return false }
      if exit == nil { reap(block: false) }
      guard master >= 0 else {
        if exit != nil { return isDone() }
        usleep(2000)
        continue
      }
      var events = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      // Short: the end of the process does not show on a pty whose other side the test holds open.
      let count = poll(&events, 1, Int32(min(left, 5)))
      if count > 0 {
        readOutput()
      } else if exit != nil {
        return isDone()
      }
    }
  }

  /// `nil` when the program has not ended in time.
  package func waitForExit(milliseconds: Int = 15_000) -> Exit? {
    wait(milliseconds: milliseconds) { self.exit != nil }
    takeIn()
    return exit
  }

  /// Brings the screen to what the program has written until now.
  ///
  /// Whoever saw by another way that the program went on must not judge an older screen.
  package func takeIn() {
    while master >= 0, hasOutput { readOutput() }
  }

  private var hasOutput: Bool {
    var events = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&events, 1, 0) > 0 && Int32(events.revents) & POLLIN != 0
  }

  private func readOutput() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return }
    output += buffer[..<count]
    buffer.withUnsafeBytes {
      _ = vterm_input_write(emulator, $0.bindMemory(to: CChar.self).baseAddress, count)
    }
    vterm_screen_flush_damage(screen)
    var answer = [CChar](repeating: 0, count: 4096)
    let length = vterm_output_read(emulator, &answer, answer.count)
    if length > 0 { _ = write(master, answer, length) }
  }

  private func reap(block: Bool) {
    var status: Int32 = 0
    var cpu = 0
    guard pty_reap(process, block ? 1 : 0, &status, &cpu) == 1 else { return }
    microseconds = cpu
    let signal = status & 0x7F
    exit = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
  }

  private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
