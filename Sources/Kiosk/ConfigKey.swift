/// A key of the config file.
package enum ConfigKey: String, CaseIterable, Sendable {
  case pack
  case region
  case languages
  case clinic
  case deskWords = "desk-words"
  case bell
  case idleSeconds = "idle-seconds"
  case idleResultSeconds = "idle-result-seconds"
  case idleWarningSeconds = "idle-warning-seconds"
  case thanksSeconds = "thanks-seconds"
  case theme
  case capitalHeight = "capital-height-mm"
  case viewingDistance = "viewing-distance-mm"
  case touch
  case keypad
  case doubleStrike = "double-strike-ms"
  case speech
  case speechProgram = "speech-program"
  case speechSpeed = "speech-speed"
  case handOver = "hand-over"
  case printer
  case printerPrograms = "printer-programs"
  case keepFolder = "keep-folder"
  case keepMount = "keep-mount"
  case keepKey = "keep-key"
  case keepDays = "keep-days"
  case sandbox
  case retrySeconds = "retry-seconds"
  case packKey = "pack-key"
  case packs
  case notify
  case counts
  case stateFolder = "state-folder"
  case statusFolder = "status-folder"
}

/// Something in the config file that cannot be as it is.
package struct ConfigFault: Error, Equatable, Sendable {
  /// From 1.
  package let line: Int
  package let what: String
  package let remedy: String

  package var description: String { "line \(line): \(what); \(remedy)" }
}

/// Why a value is none, before it is known on which line it stands.
struct ValueFault: Error {
  let what: String
  let remedy: String

  init(_ what: String, _ remedy: String) {
    self.what = what
    self.remedy = remedy
  }
}
