import Kiosk

/// The settings as they count: those of the file that were right the last time.
///
/// The supervisor alone reads the file, so that no visitor stumbles over one that is being written.
/// Before it was right once only the few lines count that the page that is out of order needs.
final class SettingsFile {
  private(set) var settings = KioskConfig()
  /// What is wrong with the file as it was read last; `nil`: nothing.
  private(set) var fault: Failure?
  private let path: String
  private var bytes: [UInt8] = []
  private var wasRight = false
  private var stamp: FileStamp?
  private var logged: String?

  init(_ path: String) {
    self.path = path
    read()
  }

  /// Reads it again; what is wrong with it is said once.
  func readAgain(_ log: (String) -> Void) {
    read()
    if let line = faultLine, line != logged {
      log(line + (wasRight ? "; the settings before still count" : ": out of order"))
    }
    logged = faultLine
  }

  private func read() {
    // Before the bytes, so that a change in between is seen as one.
    stamp = FileStamp(path)
    var found: [UInt8] = []
    do {
      found = try KioskConfig.bytes(of: path)
      if !wasRight || found != bytes { settings = try KioskConfig.orFailure(found, from: path) }
      (bytes, wasRight, fault) = (found, true, nil)
    } catch {
      fault = error as? Failure ?? Failure("\(error)", status: Failure.badConfig)
      if wasRight { return }
      bytes = KioskConfig.linesOutOfOrder(of: found)
      if case .success(let few) = KioskConfig.read(bytes) { settings = few }
    }
  }

  /// Why nobody may be served; `nil`: as far as the settings go, somebody may.
  var obstacle: String? { wasRight ? nil : faultLine }

  /// Whether the file, which was never right, is another now.
  var isWorthATry: Bool { !wasRight && FileStamp(path) != stamp }

  /// The first of what is wrong, and how much more there is.
  var faultLine: String? {
    guard let lines = fault?.message.split(separator: "\n"), let first = lines.first else {
      return nil
    }
    let more = "; and \(lines.count - 1) more, which 'kneeguide kiosk --check' names"
    return first + (lines.count > 1 ? more : "")
  }

  /// What a visitor is started with.
  var ofVisit: VisitSettings { VisitSettings(bytes: bytes, brokers: settings.brokers) }
}
