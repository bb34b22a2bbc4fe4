import ClinicTrust
import Export
import Glibc
import Kiosk
import Printing
import QuestionnaireModel

/// What a supervisor writes down: its status for a monitor, and sums where the clinic wants them.
///
/// Nothing of it is of one visitor: what a visit alone gave cause for the log gets when the day is
/// over (`DayLog`), and the status at once.
final class KioskRecord {
  private let file: SettingsFile
  private let content: ContentWatch
  private let log: (String) -> Void
  private let days: DayLog
  private var status = KioskStatus(version: Program.version)
  private var written = ""
  private var pool = CountPool()
  private var desk: FixedProgram?
  private var deskWords: [String] = []
  /// Whether the clinic's program could not be run when it was last looked at.
  private var isDeskMissing = false
  private var lastFault = ""
  private lazy var sealed = SealedHousekeeping(
    { [file] in file.settings }, say: { [weak self] in self?.say($0) })

  init(_ file: SettingsFile, content: ContentWatch, log: @escaping (String) -> Void) {
    self.file = file
    self.content = content
    self.log = log
    days = DayLog(on: Day.today, log: log)
  }

  private var settings: KioskConfig { file.settings }

  func note(_ event: SupervisorEvent) {
    switch event {
    case .serving: status.outOfOrder = nil
    case .outOfOrder(let why): status.outOfOrder = why
    case .visitEnded: status.lastVisitFinished = KioskStatus.Hour.now()
    case .crashed(let minutes):
      status.crashes += 1
      if let minutes { countCrash(after: minutes) }
    case .counted(let bytes): count(bytes)
    case .pinTried: return
    case .emergency: tellDesk()
    case .printed(let number):
      guard let outcome = PrintOutcome(number: number) else { return }
      notePrinting(outcome)
    case .looked:
      let isNewDay = days.turn()
      if isNewDay { lookAtDesk() }
      let isTidied = sealed.tidy()
      let end = desk?.end()
      if let end { noteDesk(end) }
      // Before the first visitor there is none.
      guard isTidied || end != nil || isNewDay && !written.isEmpty else { return }
    case .ended:
      days.end()
      unlink(settings.statusFolder + "/" + KioskStatusFile.name)
      return
    }
    let words = settings.notify
    if words.isEmpty { status.notifier = .off }
    if !words.isEmpty, status.notifier == .off { status.notifier = .unknown }
    if settings.printer == nil { (status.printer, status.printerFault) = (.off, nil) }
    if settings.printer != nil, status.printer == .off { status.printer = .unknown }
    (status.keeper, status.sealedPages) = sealed.look()
    status.settingsFault = file.faultLine
    status.pack = content.pack
    status.review = content.review
    writeStatus()
  }

  /// Counts it, and starts the clinic's program if there is one; while one runs for an emergency, a
  /// second needs none of its own.
  ///
  /// It is no line of the log, which has the second of each: that would be of one visitor.
  private func tellDesk() {
    let words = settings.notify
    status.emergencies += 1
    guard !words.isEmpty else { return }
    if desk == nil || (words != deskWords && desk?.isRunning == false) {
      desk = FixedProgram(words)
      deskWords = words
    }
    if let fault = desk?.start() { noteDesk(fault) }
  }

  private func noteDesk(_ end: FixedProgram.End) {
    switch end {
    case .succeeded: status.notifier = .ready
    case .failed(let how):
      status.notifier = .failed
      days.hold("the notifier \(how); 'kneeguide kiosk --test-notify' tries it")
    }
  }

  /// Whether the clinic's program can be run at all: at the start and once a day, when that tells of
  /// nobody, and before anybody needs it.
  private func lookAtDesk() {
    guard let path = settings.notify.first else { return }
    if access(path, X_OK) == 0 {
      if isDeskMissing, status.notifier == .failed { status.notifier = .unknown }
      isDeskMissing = false
      return
    }
    let reason = String(cString: strerror(errno))
    (isDeskMissing, status.notifier) = (true, .failed)
    log(
      "the notifier \(path) cannot be run: \(reason); put a program there, and let the service run"
        + " it")
  }

  private func notePrinting(_ outcome: PrintOutcome) {
    status.printer = outcome == .printed ? .ready : .failed
    status.printerFault = outcome == .printed ? nil : outcome.rawValue
    if outcome != .printed {
      days.hold("the printer: \(outcome.rawValue); 'kneeguide kiosk --check' says what it lacks")
    }
  }

  private func writeStatus() {
    let (text, folder) = (status.text, settings.statusFolder)
    // By hand, without a service that makes it, there is none.
    guard text != written, access(folder, F_OK) == 0 else { return }
    var calls = SystemStore()
    do throws(SystemError) {
      try KioskStatusFile.write(status, in: folder, calls: &calls)
      written = text
    } catch {
      let fault = "the status cannot be written into \(folder): \(error.reason)"
      if written.isEmpty { say(fault) } else { days.hold(fault) }
    }
  }

  private func count(_ bytes: [UInt8]) {
    guard settings.counts, let names = content.names,
      let visit = VisitCount(bytes: bytes, names: names)
    else { return }
    add(visit, names)
  }

  /// Nobody could say how far that walk had come.
  private func countCrash(after minutes: Int) {
    guard settings.counts, let names = content.names else { return }
    add(
      VisitCount(
        end: .left(section: nil), level: nil, language: nil, length: VisitLength(minutes: minutes)),
      names)
  }

  private func add(_ visit: VisitCount, _ names: CountNames) {
    pool.add(visit, names: names)
    guard pool.isLargeEnough, let day = Day.today() else { return }
    let place = settings.stateFolder
    var folder = CountsFolder(place, calls: SystemStore())
    do throws(SystemError) {
      if case .besideDamaged(let aside) = try folder.write(&pool, on: day) {
        days.hold("the counts of the day were damaged, and are now \(place)/\(aside)")
      }
    } catch {
      days.hold("the counts cannot be written into \(place): \(error.reason)")
    }
  }

  /// Once, until it is something else.
  private func say(_ fault: String) {
    if fault != lastFault { log(fault) }
    lastFault = fault
  }
}
