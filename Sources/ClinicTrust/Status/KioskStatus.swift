package import QuestionnaireModel

/// How a kiosk does, for `--status` and for a monitor; nothing in it is of a visitor.
package struct KioskStatus: Equatable, Sendable {
  /// Whether something that the kiosk uses works.
  package enum Part: String, Sendable {
    case off
    case ready
    case failed
    /// Not tried since the start.
    case unknown
  }

  /// The hour at most: a time to the minute would tell who it was.
  package struct Hour: Equatable, Sendable, CustomStringConvertible {
    package let day: Day
    package let hour: Int

    package init?(day: Day, hour: Int) {
      guard (0...23).contains(hour) else { return nil }
      self.day = day
      self.hour = hour
    }

    package var description: String { "\(day) \(hour < 10 ? "0" : "")\(hour)h" }
  }

  package var version: String
  package var pack: Pack?
  /// Why patients see the out-of-order page; `nil`: they do not.
  package var outOfOrder: String?
  /// What is wrong with the settings; `nil`: nothing.
  package var settingsFault: String?
  package var lastVisitFinished: Hour?
  /// Visits that ended by a crash since the start.
  package var crashes = 0
  /// Visits with an emergency since the start.
  package var emergencies = 0
  package var printer = Part.off
  /// Why the last pages were not printed.
  package var printerFault: String?
  package var notifier = Part.off
  /// Whether sealed pages can be kept, and how many lie in the clinic's folder.
  package var keeper = Part.off
  package var sealedPages: Int?
  package var review: ReviewState?

  package struct Pack: Equatable, Sendable {
    package let id: String
    package let version: String
    package let hash: String
    /// Whether a clinician has signed off its content.
    package let isSignedOff: Bool

    package init(id: String, version: String, hash: String, isSignedOff: Bool) {
      self.id = id
      self.version = version
      self.hash = hash
      self.isSignedOff = isSignedOff
    }
  }

  package init(version: String) { self.version = version }

  /// What the text of a kiosk begins with that serves.
  package static let serving = "state=serving\n"

  /// One `key=value` a line, always the same keys in the same order; `-` for what there is not.
  package var text: String {
    let lines: [(String, String?)] = [
      ("state", outOfOrder == nil ? "serving" : "out-of-order"),
      ("reason", outOfOrder),
      ("version", version),
      ("settings", settingsFault ?? "ok"),
      ("pack", pack?.id),
      ("pack-version", pack?.version),
      ("pack-hash", pack?.hash),
      ("signed-off", pack.map { $0.isSignedOff ? "yes" : "no" }),
      ("last-visit-finished", lastVisitFinished?.description),
      ("crashes", "\(crashes)"),
      ("emergencies", "\(emergencies)"),
      ("printer", printer.rawValue),
      ("printer-fault", printerFault),
      ("notifier", notifier.rawValue),
      ("keeper", keeper.rawValue),
      ("sealed-pages", sealedPages.map { "\($0)" }),
      ("days-to-review", review?.daysToReview.map { "\($0)" }),
      ("review", review?.message),
    ]
    return lines.map { "\($0)=\(Self.oneLine($1 ?? "-"))\n" }.joined()
  }

  /// What a monitor reads must not be able to begin a line of its own.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.isPrintableInAnswers ? $0 : "?" }))
  }
}
