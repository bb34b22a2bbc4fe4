import ArgumentParser
import ClinicTrust
import Export
import Glibc
import Kiosk
import Lockdown
import QuestionnaireModel
import RecommendationCore

/// Asks for the number of the staff, once.
///
/// A process of its own: it has seen no answer of a visit, and the memory that the check takes goes
/// with it. How often may be tried the supervisor knows.
struct KioskStaff: ParsableCommand {
  static let name = "kiosk-staff"
  static let configuration = CommandConfiguration(
    commandName: Self.name, abstract: "The way out for staff, started by kneeguide kiosk.",
    shouldDisplay: false)

  /// Seconds until a number may be tried.
  @Option var wait = 0
  /// The number before was wrong.
  @Flag var wrong = false

  /// Seconds without a key until the next visitor.
  private static let patience = 30

  func run() throws { try reportingFailure { try ask() } }

  private func ask() throws {
    guard VisitorProcess.isSupervised, let line = TerminalLine.take() else {
      throw Failure(
        "\(Self.name) is started by the kiosk alone; run kneeguide kiosk", status: Failure.usage)
    }
    let settings = try KioskConfig.orFailure(VisitorProcess.settings(), from: "the supervisor")
    let words = try KioskContent.usable(settings, on: try Day.todayOrFailure()).loaded.pack.wording
    var calls = SystemStore()
    guard let pin = try StaffPINFile.read(in: settings.stateFolder, calls: &calls),
      let digits = PINDigits()
    else { _exit(0) }
    do {
      try Sandbox.enter(
        reading: [], keeping: [VisitorProcess.descriptor], demand: settings.sandbox)
    } catch {
      throw Failure("\(error.what); \(error.remedy)", status: VisitorProcess.hasNoSandbox)
    }
    VisitorProcess.ignoreKeyboard()
    tcflush(0, TCIFLUSH)
    if wait > 0 {
      let minutes = String((wait + 59) / 60)
      line.show([words[.staffHeading], "", words(.staffWait, ["minutes": minutes])])
      _ = nextByte()
      _exit(0)
    }
    read(digits, with: words, on: line)
    VisitorProcess.tell(.pinTried)
    _exit(pin.matches(digits) ? StaffProcess.right : StaffProcess.wrong)
  }

  /// The digits up to Enter; whoever goes back or away ends the process.
  private func read(_ digits: PINDigits, with words: Wording, on line: TerminalLine) {
    while true {
      let typed = String(repeating: "* ", count: digits.count)
      let open = String(repeating: "_ ", count: PINDigits.most - digits.count)
      line.show(
        [
          words[.staffHeading], "", wrong ? words[.staffWrong] : words[.staffAbout], "",
          typed + open,
        ]
      )
      switch nextByte() {
      case .some(let digit) where (0x30...0x39).contains(digit): _ = digits.append(digit)
      case 0x08, 0x2E, 0x7F: digits.removeLast()
      case 0x0A, 0x0D: return
      // Escape and what begins with it, the keypad's key for back, Ctrl-C, Q.
      case nil, 0x1B, 0x2A, 0x03, 0x51, 0x71: _exit(0)
      default: break
      }
    }
  }

  /// `nil` when there is none for long, or there will be none any more.
  private func nextByte() -> UInt8? {
    let end = monotonicMilliseconds() + 1000 * Self.patience
    while monotonicMilliseconds() < end {
      VisitorProcess.tell(.isVisited)
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&input, 1, 2000) > 0 else { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(0, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return nil }
    }
    return nil
  }
}

/// The door that the number opens, as its supervisor keeps it: it outlives every process that asks.
final class StaffDoor {
  private let environment: [String: String]
  private var attempts = PINAttempts()

  init(environment: [String: String]) { self.environment = environment }

  /// The process that asks next.
  func start(_ isAgain: Bool) -> VisitorStart {
    let wait = (attempts.wait(at: monotonicMilliseconds()) + 999) / 1000
    return VisitorStart(
      arguments: [KioskStaff.name, "--wait", "\(wait)"] + (isAgain ? ["--wrong"] : []),
      environment: environment)
  }

  func noteTry() { _ = attempts.begin(at: monotonicMilliseconds()) }
}
