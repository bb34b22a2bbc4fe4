import ClinicTrust
import Export
import Glibc
import Kiosk

/// Sets the number of the staff: asked twice on a terminal without showing it, else read from a line.
struct StaffPINSetting {
  let folder: String

  func run() throws {
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        "cannot write into \(folder): \(String(cString: strerror(errno))); be root, and start the"
          + " kiosk once, whose service makes the folder", status: Failure.cannotWrite)
    }
    let pin = try hidden { isShown in
      let digits = try read(isShown ? "New number of the staff: " : "")
      let pin = try StaffPIN(digits)
      if isShown, !pin.matches(try read("The same again: ")) {
        throw Failure("the two are not the same; nothing was changed", status: Failure.badInput)
      }
      return pin
    }
    var calls = SystemStore()
    try StaffPINFile.write(pin, in: folder, calls: &calls)
    try StandardOutput.write("it counts from the next visit on\n")
  }

  /// Runs what reads, with the echo of a terminal off; tells whether there is one.
  private func hidden(_ body: (Bool) throws -> StaffPIN) throws -> StaffPIN {
    var found = termios()
    let isTerminal = tcgetattr(0, &found) == 0
    if isTerminal {
      var quiet = found
      quiet.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(0, TCSAFLUSH, &quiet)
    }
    defer { if isTerminal { tcsetattr(0, TCSAFLUSH, &found) } }
    do {
      return try body(isTerminal)
    } catch let fault as PINFault {
      throw Failure("\(fault)", status: Failure.badInput)
    }
  }

  private func read(_ prompt: String) throws -> PINDigits {
    if !prompt.isEmpty { StandardError.write(prompt) }
    defer { if !prompt.isEmpty { StandardError.write("\n") } }
    guard let digits = PINDigits() else { throw PINFault.noMemory }
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(0, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      if count < 1 || byte == 0x0A { return digits }
      if !digits.append(byte) {
        throw Failure(
          "take \(PINDigits.least) to \(PINDigits.most) digits, and nothing else",
          status: Failure.badInput)
      }
    }
  }
}
