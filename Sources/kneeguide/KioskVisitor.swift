import ArgumentParser
import CursesTerminal
import Glibc
import Kiosk
import Lockdown
import QuestionnaireModel
import RecommendationCore
import Screens
import TextUI
import WalkthroughCore

/// One visit to a kiosk: from the first screen until somebody has finished, stopped or gone.
///
/// Never started by hand: without a supervisor nobody would wipe the screen.
struct KioskVisitor: ParsableCommand {
  static let name = "kiosk-visitor"
  static let configuration = CommandConfiguration(
    commandName: Self.name, abstract: "One visit, started by kneeguide kiosk.",
    shouldDisplay: false)

  func run() throws { try reportingFailure { try visit() } }

  private func visit() throws {
    guard VisitorProcess.isSupervised else {
      throw Failure(
        "\(Self.name) is started by the kiosk alone; run kneeguide kiosk", status: Failure.usage)
    }
    let settings = try KioskConfig.orFailure(VisitorProcess.settings(), from: "the supervisor")
    let loaded = try settings.loadPack()
    let region = try loaded.region(named: settings.region)
    var state = Walkthrough.State(
      day: try Day.todayOrFailure(), region: region.id, units: region.units,
      kiosk: settings.policy, start: .attract)
    try enterSandbox(settings)
    let pointer: PointerUse = settings.isTouched ? .touch : .none
    var terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(
        theme: try Theme.orFailure(settings.theme), pointer: pointer != .none)
    } catch let fault as TerminalError {
      throw Failure("\(fault.what); \(fault.remedy)", status: Failure.badConfig)
    }
    VisitorProcess.ignoreKeyboard()
    // What was typed before there was anything to see is for nobody.
    tcflush(0, TCIFLUSH)
    let timer = VisitorTimer(
      settings.limits, now: monotonicMilliseconds, tell: VisitorProcess.beat,
      isOutdated: { Day.today() != $0.day })
    let ending = runLoop(
      &terminal, &state, pack: loaded.pack, effects: effects(of: loaded), pointer: pointer,
      timer: timer)
    // At once, and with the screen as it is: the supervisor wipes it, and this process's memory goes
    // with the process.
    switch ending {
    case .left: _exit(0)
    case .closed: _exit(128 + SIGHUP)
    case .signal(let number): _exit(128 + number)
    }
  }

  /// All files are read: from here on a visitor needs the description of its terminal, descriptors 0
  /// to 2 and `VisitorProcess.descriptor`, and no other file, no process and no network.
  private func enterSandbox(_ settings: KioskConfig) throws {
    do {
      try Sandbox.enter(
        reading: Sandbox.terminalPaths, keeping: [VisitorProcess.descriptor],
        demand: settings.sandbox)
    } catch {
      throw Failure("\(error.what); \(error.remedy)", status: VisitorProcess.hasNoSandbox)
    }
  }

  private func effects(of loaded: LoadedPack) -> WalkthroughEffects {
    var effects = WalkthroughEffects(
      save: { _, _ in .saveFailed("") }, pack: { loaded.inLanguage($0)?.pack })
    effects.ring = { _ = writeAll("\u{07}", to: 1) }
    return effects
  }
}
