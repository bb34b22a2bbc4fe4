import ArgumentParser
import Glibc
import Kiosk
import Lockdown
import RecommendationCore
import Screens
import TextUI

/// A screen for strangers, one after the other.
struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk",
    abstract: "Stand in a waiting room: a fresh walkthrough for each visitor, and nothing is kept.",
    discussion:
      "It ends by SIGTERM, or by the number of the staff, with status 20; no other key leaves it.")

  static let usualConfig = "/etc/kneeguide/kiosk.conf"

  @Option(help: "The clinic's settings.")
  var config = Self.usualConfig

  @Flag(help: "Say what is ready and what is not, and start nothing.")
  var check = false

  @OptionGroup(title: "Keeping it") var keeping: KioskKeeping

  func run() throws {
    try reportingFailure {
      if try keeping.run(config) { return }
      if check { throw ExitCode(try KioskCheck(config: config).run()) }
      // Before anything is read: until then a key could mean what it means to a shell.
      guard let line = TerminalLine.take() else {
        throw Failure(
          "the kiosk needs a terminal; start it on one, such as tty1", status: Failure.badConfig)
      }
      Glibc.exit(try supervise(line))
    }
  }

  private func supervise(_ line: TerminalLine) throws -> Int32 {
    let file = SettingsFile(config)
    // Who has started it by hand reads why; in a service nobody is there, and a screen that stays
    // black would tell the staff nothing.
    if let fault = file.fault, isByHand {
      line.giveBack()
      throw fault
    }
    let content = ContentWatch({ file.settings }, log: log)
    let record = KioskRecord(file, content: content, log: log)
    let environment = VisitorStart.environment(
      terminal: getenv("TERM").map { String(cString: $0) })
    let visitor = VisitorStart(arguments: [KioskVisitor.name], environment: environment)
    let door = StaffDoor(environment: environment)
    let notified = getenv("NOTIFY_SOCKET").map { String(cString: $0) }
    // By hand nobody would start it anew.
    let isService = notified != nil
    var supervisor = Supervisor(
      on: line, starting: visitor, with: { file.ofVisit },
      asking: SupervisorHooks(
        obstacle: {
          file.readAgain(log)
          return file.obstacle ?? content.obstacle()
        }, isOutdated: content.hasChanged, isMended: { file.isWorthATry },
        isReplaced: { isService && isReplaced() },
        outOfOrder: { content.outOfOrder },
        note: { event in
          if event == .pinTried { door.noteTry() }
          record.note(event)
        }, staff: door.start, door: { file.settings.doorKind }),
      retryingAfter: { 1000 * file.settings.retrySeconds },
      notifying: notified, log: log)
    return supervisor.run()
  }

  /// Whether somebody at this terminal reads what the program has to say.
  ///
  /// A service has `NOTIFY_SOCKET`, or its errors go elsewhere.
  private var isByHand: Bool { getenv("NOTIFY_SOCKET") == nil && isatty(2) == 1 }
}

/// Whether the file that this program was started from is gone: an upgrade has put another in its place.
///
/// That one may read content that this one does not know. Debian's `dpkg` keeps a link to the old file
/// until all of a package's files are new.
private func isReplaced() -> Bool {
  var found = stat()
  return stat("/proc/self/exe", &found) == 0 && found.st_nlink == 0
}

/// A line for whoever keeps the kiosk; none on the screen that patients see.
private func log(_ text: String) {
  if isatty(2) == 0 { StandardError.write("\(Program.name): \(text)\n") }
}

extension KioskConfig {
  /// What works for each visitor.
  var brokers: [VisitBroker] {
    var brokers: [VisitBroker] = []
    if speaks { brokers.append(VisitBroker(.voice, arguments: speakerArguments)) }
    if let printer {
      brokers.append(
        VisitBroker(
          .printer,
          arguments: [KioskPrinter.name, "--printer", printer, "--programs", printerPrograms]))
    }
    if let keeper { brokers.append(VisitBroker(.keeper, arguments: keeper)) }
    return brokers
  }
}

extension KioskConfig {
  /// What the process that keeps sealed pages is started with; `nil`: none is kept.
  private var keeper: [String]? {
    guard keepsPages, let keepFolder else { return nil }
    return [KioskKeeper.name, "--folder", keepFolder, "--sandbox", sandbox.rawValue]
      + (keepMount ? ["--mount"] : [])
  }
}

extension KioskConfig {
  /// What the staff's number is typed on, where there is one.
  fileprivate var doorKind: StaffDoorKind? { hasStaffDoor ? isTouched ? .touch : .keys : nil }
}

extension KioskConfig {
  fileprivate var speakerArguments: [String] {
    [
      KioskSpeaker.name, "--program", speech.program, "--speed", String(speech.speed), "--sandbox",
      sandbox.rawValue,
    ]
  }
}

extension KioskConfig {
  /// The settings in a file; a failure names all that is wrong with them.
  static func load(_ path: String) throws -> KioskConfig {
    try orFailure(bytes(of: path), from: path)
  }

  static func bytes(of path: String) throws -> [UInt8] {
    switch InputFile.read(path) {
    case .failure(let fault):
      throw Failure(
        "cannot read the kiosk's settings \(path): \(fault.description); copy the example"
          + " Packaging/kiosk.conf there, or name another file with --config",
        status: Failure.badConfig)
    case .success(let bytes): return bytes
    }
  }

  static func orFailure(_ bytes: [UInt8], from path: String) throws -> KioskConfig {
    switch read(bytes) {
    case .success(let config): return config
    case .failure(let faults):
      let lines = faults.list.map { "\(path): \($0.description)" }
      throw Failure(
        lines.joined(separator: "\n\(Program.name): "), status: Failure.badConfig)
    }
  }
}
