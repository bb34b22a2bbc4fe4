import Foundation
import Testing

/// R24, R40, R42, R43, R45: the service that holds the kiosk.
@Suite struct `The kiosk's service` {
  static let unit = ConfigurationFile("Packaging/kneeguide-kiosk.service")

  @Test(arguments: [
    ("Type", "notify"),
    ("ExecStart", "/usr/bin/kneeguide kiosk --config /etc/kneeguide/kiosk.conf"),
    ("Restart", "always"), ("RestartSec", "1"), ("RestartPreventExitStatus", "20"),
    ("SuccessExitStatus", "20 143"), ("StartLimitIntervalSec", "0"),
    ("WatchdogSec", "15"), ("User", "kneeguide"), ("StandardInput", "tty-force"),
    ("StandardOutput", "tty"), ("StandardError", "journal"), ("TTYPath", "/dev/tty1"),
    ("TTYReset", "yes"), ("TTYVHangup", "yes"), ("TTYVTDisallocate", "yes"),
    ("Conflicts", "getty@tty1.service"), ("LimitCORE", "0"), ("MemorySwapMax", "0"),
    ("MemoryMax", "192M"), ("UMask", "0077"), ("RuntimeDirectory", "kneeguide"),
    ("StateDirectory", "kneeguide"), ("StateDirectoryMode", "0750"),
    ("Environment", "TERM=linux LANG=C.UTF-8 SWIFT_BACKTRACE=enable=no"),
  ])
  func `says so`(key: String, value: String) throws {
    #expect(try Self.unit.values(of: key) == [value])
  }

  /// Without these the visitor's sandbox would fail in its own service: systemd 252 has them in no
  /// group.
  @Test(arguments: [
    "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "seccomp",
  ])
  func `lets the sandbox be entered`(call: String) throws {
    let filters = try Self.unit.values(of: "SystemCallFilter")
    let allowed = filters.filter { !$0.hasPrefix("~") }.flatMap { $0.split(separator: " ") }
    #expect(allowed.contains { $0 == call })
  }

  /// xterm sets its user to the one that it is already, and ends where that is refused.
  @Test func `lets xterm begin, with rights of root for nobody`() throws {
    let unit = ConfigurationFile("Packaging/kneeguide-kiosk-touch.service")
    let allowed = try unit.values(of: "SystemCallFilter").last?.split(separator: " ") ?? []
    #expect(allowed.contains("setuid") && allowed.contains("setuid32"))
    #expect(try unit.values(of: "CapabilityBoundingSet") == [""])
    #expect(try unit.values(of: "NoNewPrivileges") == ["yes"])
    #expect(try unit.values(of: "PrivateUsers") == ["yes"])
    #expect(try !Self.unit.values(of: "SystemCallFilter").contains { $0.contains("setuid") })
  }

  /// The display drives the graphics card, so it is not among these.
  @Test(
    .enabled(if: SystemdAnalyze.isThere, "systemd-analyze is not installed"),
    arguments: ["kneeguide-kiosk", "kneeguide-kiosk-touch"])
  func `is exposed by at most 1.5`(name: String) throws {
    let unit = ConfigurationFile("Packaging/\(name).service")
    let report = try SystemdAnalyze.run("security", "--offline=yes", "--no-pager", unit.path)
    let level = try #require(
      report.firstMatch(of: /Overall exposure level for [^:]*: ([0-9.]+)/).flatMap { Double($0.1) },
      "\(report)")
    #expect(level <= 1.5, "\(report)")
  }

  /// The voice's drop-in is not there unless a clinic puts it there.
  @Test(
    .enabled(if: SystemdAnalyze.isThere, "systemd-analyze is not installed"),
    arguments: ["kneeguide-kiosk", "kneeguide-kiosk-touch"])
  func `takes a voice`(name: String) throws {
    let folder = try Self.withoutProgram()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "\(name).service.d")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try ConfigurationFile("Packaging/kneeguide-kiosk.service.d/speech.conf").text()
      .write(to: place.appending(path: "speech.conf"), atomically: true, encoding: .utf8)
    let unit = folder.appending(path: "\(name).service").path
    #expect(try SystemdAnalyze.run("verify", unit) == "")
    let report = try SystemdAnalyze.run("security", "--offline=yes", "--no-pager", unit)
    #expect(report.contains("char-alsa:rw"), "\(report)")
    for key in ["DeviceAllow", "SupplementaryGroups", "ExecPaths"] {
      let own = try Self.unit.values(of: key)
      #expect(!own.contains { $0.contains(/alsa|audio|espeak/) }, "\(key)")
    }
  }

  /// Xorg makes its lock and its socket in `/tmp`, and cannot start without; the kiosk looks for the
  /// socket there.
  @Test func `has a display that can start, and is reached`() throws {
    let display = ConfigurationFile("Packaging/kneeguide-touch-display.service")
    let kiosk = ConfigurationFile("Packaging/kneeguide-kiosk-touch.service")
    #expect(try display.values(of: "ReadWritePaths") == ["/tmp -/var/lib/xkb"])
    for unit in [display, kiosk] {
      #expect(try unit.values(of: "PrivateTmp").isEmpty)
    }
    #expect(try display.values(of: "PrivateNetwork").isEmpty)
    #expect(try display.values(of: "RestrictAddressFamilies") == ["AF_UNIX AF_NETLINK"])
    #expect(try kiosk.values(of: "StandardOutput") == ["null"])
    #expect(try kiosk.values(of: "StandardError") == ["journal"])
  }

  @Test(
    .enabled(if: SystemdAnalyze.isThere, "systemd-analyze is not installed"),
    arguments: ["kneeguide-kiosk", "kneeguide-kiosk-touch"])
  func `takes a printer, and stays without a network`(name: String) throws {
    let folder = try Self.withoutProgram()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "\(name).service.d")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let dropIn = ConfigurationFile("Packaging/kneeguide-kiosk.service.d/print.conf")
    try dropIn.text()
      .write(to: place.appending(path: "print.conf"), atomically: true, encoding: .utf8)
    let unit = folder.appending(path: "\(name).service").path
    #expect(try SystemdAnalyze.run("verify", unit) == "")
    #expect(try dropIn.entries().map(\.key) == ["ExecPaths"])
    #expect(
      try dropIn.values(of: "ExecPaths") == ["-/usr/bin/lp -/usr/bin/lpstat -/usr/bin/cancel"])
  }

  /// The folder for sealed pages is the one that the example of the settings names.
  @Test(
    .enabled(if: SystemdAnalyze.isThere, "systemd-analyze is not installed"),
    arguments: ["kneeguide-kiosk", "kneeguide-kiosk-touch"])
  func `is let to a folder of the clinic's by a drop-in alone`(name: String) throws {
    let folder = try Self.withoutProgram()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "\(name).service.d")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let dropIn = ConfigurationFile("Packaging/kneeguide-kiosk.service.d/keep.conf")
    try dropIn.text()
      .write(to: place.appending(path: "keep.conf"), atomically: true, encoding: .utf8)
    #expect(
      try SystemdAnalyze.run("verify", folder.appending(path: "\(name).service").path) == "")
    let example = try ConfigurationFile("Packaging/kiosk.conf").text()
    let path = try #require(dropIn.values(of: "ReadWritePaths").first?.dropFirst())
    #expect(example.contains("\n# keep-folder = \(path)\n"))
    #expect(try Self.unit.values(of: "ReadWritePaths").isEmpty)
  }

  @Test(.enabled(if: SystemdAnalyze.isThere, "systemd-analyze is not installed"))
  func `holds no word that systemd does not know`() throws {
    let folder = try Self.withoutProgram()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in Self.names {
      let copy = folder.appending(path: "\(name).service").path
      #expect(try SystemdAnalyze.run("verify", copy) == "", "\(copy)")
    }
  }

  private static let names = [
    "kneeguide-kiosk", "kneeguide-kiosk-touch", "kneeguide-touch-display",
  ]

  /// A folder with the services, which name each other, and a program that is there in place of
  /// ours, which is not installed where it is tested.
  private static func withoutProgram() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "unit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names {
      try ConfigurationFile("Packaging/\(name).service").text()
        .replacing(/Exec(Start|StartPre)=(-\+)?\S+/) { "Exec\($0.1)=/bin/true" }
        .write(
          to: folder.appending(path: "\(name).service"), atomically: true, encoding: .utf8)
    }
    return folder
  }
}

/// What systemd says of a file.
enum SystemdAnalyze {
  static let path = "/usr/bin/systemd-analyze"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  /// Standard output and standard error, one after the other.
  static func run(_ arguments: String...) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
