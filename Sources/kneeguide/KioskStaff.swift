import ArgumentParser
import ClinicTrust
import Export
import Glibc
import Kiosk
import Lockdown
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI

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

  /// The kiosk is out of order: what says so stays on the screen.
  @Flag var outOfOrder = false

  func run() throws { try reportingFailure { try ask() } }

  private func ask() throws {
    guard VisitorProcess.isSupervised, let line = TerminalLine.take() else {
      throw Failure(
        "\(Self.name) is started by the kiosk alone; run kneeguide kiosk", status: Failure.usage)
    }
    let settings = try KioskConfig.orFailure(VisitorProcess.settings(), from: "the supervisor")
    let words = words(settings)
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
    if settings.isTouched { line.listenToTouch() }
    var presses = StaffPresses(isTouched: settings.isTouched)
    let above =
      (outOfOrder ? words.outOfOrder + [""] : []) + [words.heading, ""]
      + (words.review.map { [$0, ""] } ?? [])
    if wait > 0 {
      line.show(above + [words.wait(minutes: (wait + 59) / 60)])
      _ = presses.next()
      _exit(0)
    }
    read(digits, with: words, below: above, on: line, &presses)
    VisitorProcess.tell(.pinTried)
    _exit(pin.matches(digits) ? StaffProcess.right : StaffProcess.wrong)
  }

  /// Those of the content, whether patients may see it or not.
  private func words(_ settings: KioskConfig) -> StaffWords {
    guard let day = Day.today(), let content = try? KioskContent.read(settings, on: day) else {
      return StaffWords()
    }
    return StaffWords(
      content.loaded.pack.wording, in: try? content.loaded.region(named: settings.region),
      review: content.review)
  }

  /// The digits up to Enter; whoever goes back or away ends the process.
  private func read(
    _ digits: PINDigits, with words: StaffWords, below above: [String], on line: TerminalLine,
    _ presses: inout StaffPresses
  ) {
    var pointing = Pointing()
    while true {
      let typed = String(repeating: "* ", count: digits.count)
      let open = String(repeating: "_ ", count: PINDigits.most - digits.count)
      let about =
        presses.isTouched
        ? wrong ? words.touchWrong : words.touch : wrong ? words.wrong : words.about
      let lines = above + [about, "", typed + open]
      let pad =
        presses.isTouched
        ? line.size.flatMap { StaffPad(lines, words.pad, size: $0) } : nil
      if let pad { line.show(pad.frame) } else { line.show(lines) }
      var press = presses.next()
      if case .pointer(let pointer) = press {
        press = .other
        switch pointing.take(pointer, over: pad?.targets ?? []) {
        case .held(let target):
          if let pad { line.show(pad.frame.pressing(target)) }
          press = presses.next(after: target, &pointing, pad?.targets ?? [])
        default: break
        }
      }
      switch press {
      case .digit(let digit): _ = digits.append(digit)
      case .erase: digits.removeLast()
      case .done: return
      case nil, .back: _exit(0)
      case .pointer, .other: break
      }
    }
  }
}

/// The door that the number opens, as its supervisor keeps it: it outlives every process that asks.
final class StaffDoor {
  private let environment: [String: String]
  private var attempts = PINAttempts()

  init(environment: [String: String]) { self.environment = environment }

  /// The process that asks next.
  func start(_ isAgain: Bool, _ isOut: Bool) -> VisitorStart {
    let wait = (attempts.wait(at: monotonicMilliseconds()) + 999) / 1000
    return VisitorStart(
      arguments: [KioskStaff.name, "--wait", "\(wait)"] + (isAgain ? ["--wrong"] : [])
        + (isOut ? ["--out-of-order"] : []),
      environment: environment)
  }

  func noteTry() { _ = attempts.begin(at: monotonicMilliseconds()) }
}
