import ArgumentParser
import ClinicTrust
import CursesTerminal
import Export
import Glibc
import Kiosk
import Lockdown
import Printing
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
    let day = try Day.todayOrFailure()
    let loaded = try KioskContent.usable(settings, on: day).loaded
    let region = try loaded.region(named: settings.region)
    var policy = settings.policy
    policy.offersSpeech = settings.speaks && VisitorVoice.channel.isThere
    let sealed = try? sealedLine(settings)
    if sealed == nil { policy.forms.removeAll { $0 == .sealed } }
    policy.hasStaffDoor = settings.hasStaffDoor
    if !VisitorPrinter.channel.isThere { policy.forms.removeAll { $0 == .print } }
    var state = Walkthrough.State(
      day: day, region: region.id, units: region.units,
      kiosk: policy, start: .attract)
    let prints = policy.forms.contains(.print)
    try enterSandbox(
      settings,
      keeping: (policy.offersSpeech ? [VisitorVoice.channel.descriptor] : [])
        + (prints ? [VisitorPrinter.channel.descriptor] : [])
        + (sealed == nil ? [] : [Self.keeper.descriptor]))
    let pointer: PointerUse = settings.isTouched ? .touch : .none
    let usual = try Theme.orFailure(settings.theme)
    var terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(
        theme: usual, pointer: pointer != .none)
    } catch {
      throw Failure("\(error.what); \(error.remedy)", status: Failure.badConfig)
    }
    VisitorProcess.ignoreKeyboard()
    // What was typed before there was anything to see is for nobody.
    tcflush(0, TCIFLUSH)
    let tally = settings.counts ? VisitTally(CountNames(loaded.pack)) : nil
    let now = monotonicMilliseconds
    let timer = VisitorTimer(
      settings.limits, doubleStrike: settings.doubleStrike, now: now,
      tell: {
        VisitorProcess.tell($0.message)
        tally?.note($0, in: loaded.pack, at: now())
      },
      isOutdated: { Day.today() != $0.day })
    let ending = runLoop(
      &terminal, &state, pack: loaded.pack,
      effects: effects(of: loaded, in: region, usual: usual, settings, sealed, prints: prints),
      pointer: pointer, timer: timer, voice: voice)
    if let count = tally?.count(at: now()) { VisitorProcess.tell(.counted(count.bytes)) }
    // At once, and with the screen as it is: the supervisor wipes it, and this process's memory goes
    // with the process.
    switch ending {
    case .left: _exit(state.asksForStaff ? VisitorProcess.wantsStaff : 0)
    case .closed: _exit(128 + SIGHUP)
    case .signal(let number): _exit(128 + number)
    }
  }

  /// All files are read: from here on a visitor needs the description of its terminal, descriptors 0
  /// to 2, `VisitorProcess.descriptor` and those of its brokers, and no other file, no process and no
  /// network.
  private func enterSandbox(_ settings: KioskConfig, keeping brokers: [Int32]) throws {
    do {
      try Sandbox.enter(
        reading: Sandbox.terminalPaths, keeping: [VisitorProcess.descriptor] + brokers,
        demand: settings.sandbox)
    } catch {
      throw Failure("\(error.what); \(error.remedy)", status: VisitorProcess.hasNoSandbox)
    }
  }

  private static let keeper = BrokerChannel(to: .keeper)

  /// The way to the process that keeps sealed pages; `nil` where the clinic wants none.
  ///
  /// Where its key cannot be read the visit goes on without: `--check` and the status say so.
  private func sealedLine(_ settings: KioskConfig) throws -> SealedLine? {
    guard settings.keepsPages, Self.keeper.isThere, let key = try settings.sealingKey() else {
      return nil
    }
    return SealedLine(
      key, send: { Self.keeper.send($0, waiting: 1000) }, receive: Self.keeper.receive,
      now: monotonicMilliseconds)
  }

  private var voice: Voice {
    Voice(
      isHeard: { VisitorVoice.channel.isHeard },
      send: { order in
        switch order {
        case .hush: VisitorVoice.send(.hush)
        case .say(let said):
          VisitorVoice.send(
            .say(said.text, language: said.language, isUrgent: said.isUrgent))
        }
      })
  }

  /// This process starts nothing: a broker prints.
  private var printDesk: PrintDesk {
    let printer = VisitorPrinter()
    return PrintDesk(
      begin: { printer.send($0) ? nil : .noClient }, look: { printer.outcome() })
  }

  private func effects(
    of loaded: LoadedPack, in region: Region, usual: Theme, _ settings: KioskConfig,
    _ sealed: SealedLine?, prints: Bool
  ) -> WalkthroughEffects {
    var effects = WalkthroughEffects(
      save: { _, _ in .saveFailed("") }, pack: { loaded.inLanguage($0)?.pack })
    let desk = prints ? printDesk : nil
    effects.handOut = { form, state in
      let read = state.language.flatMap(loaded.inLanguage) ?? loaded
      guard form == .sealed else {
        return read.handOut(form, state, in: region, printing: desk)
      }
      guard let sealed else { return .sealEnded(.failed) }
      return sealed.keep(read.summary(of: state, in: region).text, for: state.sealing.code)
    }
    effects.follow(desk) { VisitorProcess.tell(.printed($0.number)) }
    if let sealed { effects.follow(isBusy: { sealed.isBusy }, news: { _ in sealed.arrived() }) }
    effects.theme = { look in
      switch look {
      case .usual: usual
      case .highContrast: .highContrast
      case .light: .light
      }
    }
    effects.ring = {
      if settings.rings { _ = writeAll("\u{07}", to: 1) }
      // This process starts nothing: the supervisor does, and counts.
      VisitorProcess.tell(.emergency)
    }
    return effects
  }
}

extension Walkthrough.State {
  /// What the supervisor hears of a drawing.
  fileprivate var message: VisitorMessage {
    hasBegun ? isOnTheWalk ? .isWalking : .isVisited : .isAwaited
  }
}

extension KioskConfig {
  /// Whether there is a number to leave by.
  var hasStaffDoor: Bool {
    access(stateFolder + "/" + StaffPINFile.name, F_OK) == 0
  }
}
