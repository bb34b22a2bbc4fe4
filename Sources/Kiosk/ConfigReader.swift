import QuestionnaireModel
import WalkthroughCore

extension KioskConfig {
  /// What the bytes of a config file say, or all that is wrong in them, line by line.
  ///
  ///     # a comment
  ///     key = value
  ///
  /// A line is one of these or blank; a key stands once. What is not said stays as it is by itself.
  package static func read(_ bytes: [UInt8]) -> Result<KioskConfig, ConfigFaults> {
    var reader = ConfigReader()
    reader.read(bytes)
    return reader.faults.isEmpty
      ? .success(reader.config)
      : .failure(ConfigFaults(list: reader.faults.sorted { $0.line < $1.line }))
  }

  /// The lines of a wrong file that count all the same: what the page that is out of order needs, each
  /// of them right by itself.
  ///
  /// Nothing that works on pages or people: what the clinic meant by the rest nobody knows.
  package static func linesOutOfOrder(of bytes: [UInt8]) -> [UInt8] {
    let needed: Set<ConfigKey> = [.stateFolder, .statusFolder, .retrySeconds, .touch, .sandbox]
    var kept: Set<ConfigKey> = []
    var lines: [UInt8] = []
    for line in bytes.split(separator: 0x0A) {
      guard let text = String(validating: line, as: UTF8.self),
        let name = text.split(separator: "=").first,
        let key = ConfigKey(rawValue: String(name).trimmed), needed.contains(key),
        case .success = read(Array(line)), kept.insert(key).inserted
      else { continue }
      lines += line + [0x0A]
    }
    return lines
  }
}

/// All faults of a file, in the order of its lines; at least one.
package struct ConfigFaults: Error, Equatable, Sendable {
  package let list: [ConfigFault]
}

private struct ConfigReader {
  var config = KioskConfig()
  var faults: [ConfigFault] = []
  private var lines: [ConfigKey: Int] = [:]
  private var capital: Double?
  private var distance: Double?

  mutating func read(_ bytes: [UInt8]) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard let text = String(validating: line, as: UTF8.self) else {
        note(index + 1, "is not UTF-8", "write the file anew in UTF-8")
        continue
      }
      read(text.trimmed, at: index + 1)
    }
    readTogether()
  }

  private mutating func note(_ line: Int, _ what: String, _ remedy: String) {
    faults.append(ConfigFault(line: line, what: what, remedy: remedy))
  }

  private mutating func read(_ text: String, at line: Int) {
    if text.isEmpty || text.hasPrefix("#") { return }
    guard let equals = text.firstIndex(of: "=") else {
      return note(line, "'\(text.shown)' has no '='", "write 'key = value', or # before a comment")
    }
    let name = String(text[..<equals]).trimmed
    let value = String(text[text.index(after: equals)...]).trimmed
    guard let key = ConfigKey(rawValue: name) else {
      let known = ConfigKey.allCases.map(\.rawValue)
      let near = nearestName(to: name, among: known)
      return note(
        line, "there is no key '\(name.shown)'",
        near.map { "did you mean '\($0)'?" } ?? "the keys are " + known.joined(separator: ", "))
    }
    if let first = lines[key] {
      return note(line, "'\(name)' stands on line \(first) already", "take one of the two away")
    }
    lines[key] = line
    if value.isEmpty {
      return note(line, "'\(name)' has no value", "write one after the '=', or # before the line")
    }
    do throws(ValueFault) {
      try take(value, for: key)
    } catch {
      note(line, "'\(name)' \(error.what)", error.remedy)
    }
  }

  private mutating func take(_ value: String, for key: ConfigKey) throws(ValueFault) {
    switch key {
    case .pack: config.pack = try path(value)
    case .region: config.region = try word(value)
    case .languages: config.languages = try list(value)
    case .clinic: config.clinic = try words(value, atMost: 40)
    case .deskWords: config.deskWords = try words(value, atMost: 120)
    case .bell: config.rings = try choice(value)
    case .idleSeconds: config.limits.idle = try number(value, 5...3600)
    case .idleResultSeconds: config.limits.reading = try number(value, 5...3600)
    case .idleWarningSeconds: config.limits.warning = try number(value, 20...600)
    case .thanksSeconds: config.limits.thanks = try number(value, 2...60)
    case .theme: config.theme = try theme(value)
    case .capitalHeight: capital = try length(value, 0.5...100)
    case .viewingDistance: distance = try length(value, 100...5000)
    case .touch: config.isTouched = try choice(value)
    case .keypad: config.hasKeypadAlone = try choice(value)
    case .doubleStrike: config.doubleStrike = try number(value, 0...1000)
    case .speech: config.speaks = try onOff(value)
    case .speechProgram: config.speech.program = try path(value)
    case .speechSpeed: config.speech.speed = try number(value, 80...450)
    case .handOver: config.handOver = try handOver(value)
    case .printer: config.printer = try printer(value)
    case .printerPrograms: config.printerPrograms = try path(value)
    case .keepFolder: config.keepFolder = try folder(value)
    case .keepMount: config.keepMount = try choice(value)
    case .keepKey: config.keepKey = try path(value)
    case .keepDays: config.keepDays = try number(value, 1...90)
    case .sandbox: config.sandbox = try demand(value)
    case .retrySeconds: config.retrySeconds = try number(value, 1...3600)
    case .packKey: config.packKey = try path(value)
    case .packs: config.packs = try path(value)
    case .notify: config.notify = try program(value)
    case .counts: config.counts = try choice(value)
    case .stateFolder: config.stateFolder = try path(value)
    case .statusFolder: config.statusFolder = try path(value)
    }
  }

  private mutating func readPrinter() {
    let (ways, name) = (lines[.handOver], lines[.printer])
    // What is wrong with one of the two has been said.
    if faults.contains(where: { $0.line == ways || $0.line == name }) { return }
    let prints = config.handOver.contains(Walkthrough.Form.print.rawValue)
    if prints, name == nil, let ways {
      note(
        ways, "'hand-over' names print without 'printer'",
        "say which, such as printer = desk; 'lpstat -e' lists them")
    }
    if !prints, let name {
      note(name, "'printer' stands without print", "write hand-over = screen, print")
    }
  }

  /// What no line says by itself.
  private mutating func readTogether() {
    if config.keepsPages, let line = lines[.handOver] {
      if config.keepFolder == nil {
        note(line, "'hand-over' has 'file' without 'keep-folder'", "say where the files go")
      }
      if config.keepKey == nil {
        note(
          line, "'hand-over' has 'file' without 'keep-key'",
          "make a key with 'kneeguide kiosk --make-keep-key', and name the half with .pub")
      }
    }
    if config.keepMount, config.keepFolder == nil, let line = lines[.keepMount] {
      note(line, "'keep-mount' stands without 'keep-folder'", "say where the drive is mounted")
    }
    if let line = lines[.packs] {
      if lines[.pack] != nil {
        note(line, "'packs' stands beside 'pack'", "take one of the two away")
      }
      if lines[.packKey] == nil {
        note(line, "'packs' stands without 'pack-key'", "say whose signature they have to have")
      }
    }
    readPrinter()
    if config.limits.reading < config.limits.idle,
      let line = lines[.idleResultSeconds] ?? lines[.idleSeconds]
    {
      note(
        line, "'idle-result-seconds' is \(config.limits.reading), less than 'idle-seconds'",
        "make it \(config.limits.idle) at least: a result takes longer to read than a question")
    }
    switch (lines[.capitalHeight], lines[.viewingDistance]) {
    case (let line?, nil):
      note(line, "'capital-height-mm' stands alone", "say 'viewing-distance-mm' too")
    case (nil, let line?):
      note(line, "'viewing-distance-mm' stands alone", "say 'capital-height-mm' too")
    default:
      if let capital, let distance { config.type = TypeSize(capital: capital, distance: distance) }
    }
  }
}
