import Foundation
import Kiosk
import Lockdown
import Testing
import WalkthroughCore

@Suite struct `The settings` {
  private static let whole = """
    # A comment, then every key.
    pack = /usr/share/knee.pack
    region = uk
    languages = en, de
    clinic =  North Street = Clinic
    desk-words = Ring the bell – window 2.
    bell = yes
    idle-seconds = 90
    idle-result-seconds = 240
    idle-warning-seconds = 20
    thanks-seconds = 5
    theme = high-contrast
    capital-height-mm = 6.5
    viewing-distance-mm = 500
    touch = yes
    keypad = yes
    double-strike-ms = 500
    speech = on
    speech-program = /opt/say
    speech-speed = 120
    hand-over = screen, print, qr, file
    printer = front-desk
    printer-programs = /opt/cups
    keep-folder = /srv/visits/
    keep-mount = yes
    keep-key = /etc/clinic.pub
    keep-days = 3
    sandbox = best-effort
    retry-seconds = 30
    pack-key = /etc/kneeguide/pack.pub
    notify = /usr/local/bin/ring  --line 3
    counts = yes
    state-folder = /srv/state
    status-folder = /srv/status
    """

  private static func read(_ text: String) -> Result<KioskConfig, ConfigFaults> {
    KioskConfig.read(Array(text.utf8))
  }

  private static func faults(_ text: String) -> [String] {
    switch read(text) {
    case .success: []
    case .failure(let faults): faults.list.map(\.description)
    }
  }

  @Test func `are all read`() throws {
    let config = try Self.read(Self.whole).get()
    var expected = KioskConfig()
    expected.pack = "/usr/share/knee.pack"
    expected.region = "uk"
    expected.languages = ["en", "de"]
    expected.clinic = "North Street = Clinic"
    expected.deskWords = "Ring the bell – window 2."
    expected.rings = true
    expected.limits.idle = 90
    expected.limits.reading = 240
    expected.limits.warning = 20
    expected.limits.thanks = 5
    expected.theme = "high-contrast"
    expected.type = TypeSize(capital: 6.5, distance: 500)
    expected.isTouched = true
    expected.hasKeypadAlone = true
    expected.doubleStrike = 500
    expected.speaks = true
    expected.speech.program = "/opt/say"
    expected.speech.speed = 120
    expected.handOver = ["screen", "print", "qr", "file"]
    expected.printer = "front-desk"
    expected.printerPrograms = "/opt/cups"
    expected.keepFolder = "/srv/visits"
    expected.keepMount = true
    expected.keepKey = "/etc/clinic.pub"
    expected.keepDays = 3
    expected.sandbox = .bestEffort
    expected.retrySeconds = 30
    expected.packKey = "/etc/kneeguide/pack.pub"
    expected.counts = true
    expected.notify = ["/usr/local/bin/ring", "--line", "3"]
    expected.stateFolder = "/srv/state"
    expected.statusFolder = "/srv/status"
    #expect(config == expected)
    #expect(config.policy.deskWords == expected.deskWords)
    #expect(config.policy.clinic == expected.clinic)
    #expect(config.policy.languages == expected.languages)
    #expect(config.policy.forms == [.screen, .print, .qr, .sealed])
    #expect(config.policy.keepDays == 3 && config.policy.limits == expected.limits)
  }

  @Test(arguments: ["", "\n", "# nothing\r\n\t \r\n", "   # indented"])
  func `may say nothing`(text: String) throws {
    #expect(try Self.read(text).get() == KioskConfig())
  }

  /// R10: the values without a word.
  @Test func `have usual times`() throws {
    let limits = try Self.read("").get().limits
    #expect(limits.idle == 120 && limits.reading == 300 && limits.warning == 60)
  }

  /// One row a fault: what is written, and what the line about it says.
  @Test(arguments: [
    ("idle-seconds", "has no '='"),
    ("idle-second = 9", "did you mean 'idle-seconds'?"),
    ("zzzzzzzz = 9", "the keys are pack, region,"),
    ("bell =", "'bell' has no value"),
    ("bell = maybe", "write yes or no"),
    ("bell = yes\nbell = no", "line 2: 'bell' stands on line 1 already"),
    ("pack = knee.pack", "begin it with /"),
    ("region = United Kingdom", "is no name"),
    ("languages = en,,de", "is no name"),
    ("languages = en, en", "has 'en' twice"),
    ("clinic = \(String(repeating: "x", count: 41))", "is 41 columns wide"),
    ("desk-words = \(String(repeating: "x", count: 121))", "at most 120"),
    ("desk-words = a\u{1B}[2Jb", "does not print (U+1B)"),
    ("clinic = a\u{202E}b", "does not print (U+202E)"),
    ("idle-seconds = soon", "is 'soon', no number"),
    ("idle-seconds = 4", "from 5 to 3600"),
    ("idle-result-seconds = 3601", "from 5 to 3600"),
    ("idle-result-seconds = 60", "is 60, less than 'idle-seconds'"),
    ("idle-warning-seconds = 19", "from 20 to 600"),
    ("thanks-seconds = 1", "from 2 to 60"),
    ("theme = defualt", "did you mean 'default'?"),
    ("theme = zzzzzzzz", "take one of default, high-contrast"),
    ("capital-height-mm = 6,5\nviewing-distance-mm = 500", "such as 6.5"),
    ("capital-height-mm = 6.5", "say 'viewing-distance-mm' too"),
    ("viewing-distance-mm = 500", "say 'capital-height-mm' too"),
    ("touch = 1", "write yes or no"),
    ("hand-over = screen, fax", "names 'fax', which there is not"),
    ("hand-over = print\nprinter = desk", "leaves the screen out; write screen, print"),
    ("hand-over = screen, print", "names print without 'printer'"),
    ("printer = desk", "stands without print; write hand-over = screen, print"),
    ("hand-over = screen, print\nprinter = -d", "is no name of a printer"),
    ("printer-programs = cups", "begin it with /"),
    ("hand-over = screen, file\nkeep-key = /k", "'file' without 'keep-folder'"),
    ("hand-over = screen, file\nkeep-folder = /f", "'file' without 'keep-key'"),
    ("keep-folder = visits", "begin it with /"),
    ("keep-folder = //", "name a folder for nothing else"),
    ("keep-mount = yes", "stands without 'keep-folder'"),
    ("keep-days = 0", "from 1 to 90"),
    ("sandbox = no", "is 'no'; write required or best-effort"),
    ("retry-seconds = 0", "from 1 to 3600"),
    ("notify = ring-desk", "begin it with /"),
    ("packs = /p", "stands without 'pack-key'"),
    ("pack = /a\npack-key = /k\npacks = /p", "line 3: 'packs' stands beside 'pack'"),
  ])
  func `name each fault`(text: String, words: String) {
    let faults = Self.faults(text)
    #expect(faults.count == 1 && faults[0].contains(words), "\(faults)")
    #expect(faults.allSatisfy { $0.hasPrefix("line ") && $0.contains("; ") })
  }

  @Test func `name all faults at once, in their order`() {
    let faults = Self.faults("bell = 1\n\n# x\ntouch = 2\nnothing\nidle-result-seconds = 30")
    #expect(faults.map { $0.prefix(7) } == ["line 1:", "line 4:", "line 5:", "line 6:"])
  }

  /// What removes pages, or starts something, has to wait until the clinic's word is clear.
  @Test(arguments: [
    ("bell = maybe\nretry-seconds = 5\ntouch = yes", "retry-seconds = 5\ntouch = yes\n"),
    ("touch = maybe\nretry-seconds = 0\n state-folder=/s", " state-folder=/s\n"),
    ("keep-folder = /k\nkeep-days = 1\nnotify = /n\nbell = 1", ""),
    ("# touch = yes\ntouch = no\ntouch = yes", "touch = no\n"), ("\u{0}=\n=\n", ""),
    ("status-folder = /s\nsandbox = best-effort\nx", "status-folder = /s\nsandbox = best-effort\n"),
  ])
  func `count in part where the page that is out of order needs them`(text: String, kept: String) {
    let lines = KioskConfig.linesOutOfOrder(of: Array(text.utf8))
    #expect(String(decoding: lines, as: UTF8.self) == kept)
  }

  @Test func `are refused where they are no text`() {
    let read = KioskConfig.read(Array("bell = yes\n".utf8) + [0xFF, 0x0A])
    #expect(throws: ConfigFaults.self) { try read.get() }
  }

  @Test(arguments: UInt64(1)...200)
  func `never trap, whatever is in the file`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var bytes = Array(Self.whole.utf8)
    for _ in 0...(next() % 12) { bytes[next() % bytes.count] = UInt8(next() % 256) }
    _ = KioskConfig.read(bytes)
    #expect(throws: Never.self) {
      try KioskConfig.read(KioskConfig.linesOutOfOrder(of: bytes)).get()
    }
  }
}

@Suite struct `The example of the settings` {
  private func lines() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Packaging/kiosk.conf"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  /// The lines that would set a key without their "# ".
  private func settings() throws -> [String] {
    try lines().map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : $0 }
      .filter { $0.prefixMatch(of: #/[a-z-]+ = /#) != nil }
  }

  @Test func `has every key, in the order of the program, and no other`() throws {
    let keys = try settings().compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(keys == ConfigKey.allCases.map(\.rawValue))
  }

  @Test func `can be taken as it is, and with everything in it`() throws {
    #expect(
      try KioskConfig.read(Array(lines().joined(separator: "\n").utf8)).get() == KioskConfig())
    // Either of the two.
    let some = try settings().filter { !$0.hasPrefix("pack = ") }
      .map { $0.hasPrefix("hand-over = ") ? "hand-over = screen, print" : $0 }
    let all = try KioskConfig.read(Array(some.joined(separator: "\n").utf8)).get()
    #expect(all.type?.isLargeEnough == true)
  }

  @Test func `shows the value that counts where a key is left out`() throws {
    let told = try settings().filter { line in
      [
        "bell", "idle-", "thanks-", "theme", "touch", "hand-over", "sandbox", "retry", "counts",
        "state-folder", "status-folder", "keep-mount", "keep-days",
      ].contains {
        line.hasPrefix($0)
      }
    }
    #expect(told.count == 15)
    #expect(try KioskConfig.read(Array(told.joined(separator: "\n").utf8)).get() == KioskConfig())
  }
}
