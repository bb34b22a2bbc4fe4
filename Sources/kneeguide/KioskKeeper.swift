import ArgumentParser
import ClinicTrust
import Export
import Glibc
import Kiosk
import Lockdown
import QuestionnaireModel
import WalkthroughCore

/// Puts the sealed pages of one visit into the clinic's folder.
///
/// A process of its own: it is the only one of a visit that may write, there alone, and what it gets
/// to write it cannot read.
struct KioskKeeper: ParsableCommand {
  static let name = "kiosk-keeper"
  static let configuration = CommandConfiguration(
    commandName: Self.name,
    abstract: "Keeps the sealed pages of one visit, started by kneeguide kiosk.",
    shouldDisplay: false)

  @Option var folder: String
  @Flag var mount = false
  @Option var sandbox: String

  func run() throws { try reportingFailure { try keep() } }

  private func keep() throws {
    let place = SealedFolder(folder, needsMount: mount)
    var broker = KeepBroker()
    // The time zone is a file too.
    _ = Day.today()
    do {
      try Sandbox.enter(writingIn: folder, demand: Sandbox.Demand(rawValue: sandbox) ?? .required)
    } catch {
      throw Failure("\(error.what); \(error.remedy)", status: VisitorProcess.hasNoSandbox)
    }
    let status = broker.run { request in
      guard let day = Day.today(), let code = VisitCode(request.code) else { return .failed }
      var calls = SystemCalls()
      return place.keep(request.page, for: code, on: day, calls: &calls).told
    }
    Glibc.exit(status)
  }
}

extension SealedFolder.Outcome {
  /// As the visitor hears it.
  fileprivate var told: Walkthrough.SealOutcome {
    switch self {
    case .kept: .kept
    case .unsure: .unsure
    case .full: .full
    case .gone: .gone
    case .failed: .failed
    }
  }
}

extension KioskConfig {
  /// The clinic's folder for sealed pages; `nil`: it has none.
  var sealedFolder: SealedFolder? { keepFolder.map { SealedFolder($0, needsMount: keepMount) } }

  /// The key that pages are sealed with.
  func sealingKey() throws -> SealingKey? {
    guard let path = keepKey else { return nil }
    do {
      return try SealingKey(file: try SystemStore().read(path))
    } catch let fault as SealingKeyFault {
      throw Failure("the key \(path): \(fault)", status: Failure.badConfig)
    } catch let error as SystemError {
      throw Failure(
        "cannot read the key \(path): \(error.reason); put the half with .pub there",
        status: Failure.badConfig)
    }
  }
}
