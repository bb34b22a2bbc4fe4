import Foundation
import TerminalTestKit
import Testing

/// R76: whatever TERM holds, there is a screen, or lines and one line that says why.
struct TerminalTypeTests {
  /// Described by what every Debian has (ncurses-base).
  private static let described = [
    "xterm", "xterm-256color", "xterm-mono", "vt100", "vt102", "vt220", "linux", "screen",
    "screen-256color", "tmux", "tmux-256color", "rxvt", "ansi", "pcansi", "cygwin", "cons25",
  ]

  @Test(arguments: described)
  func `a type that is described gets the screen`(type: String) throws {
    let terminal = try Program.start(environment: ["TERM": type, "NO_COLOR": "1"])
    #expect(terminal.wait(for: "> [ Start ]"), "\(terminal.screenText)")
    terminal.send("\r")
    #expect(terminal.wait(for: "Do you have any of these signs now?"))
    terminal.send("q2")
    #expect(terminal.waitForExit() == .code(0))
    #expect(terminal.lineModes == terminal.lineModesBefore)
  }

  @Test(arguments: [
    "", "dumb", "unknown", "nobody-knows-this", "XTERM", "xterm ", " ", "xterm-", "xterm\n", ".",
    "..", "/", "../../../etc/passwd", "x/xterm", "/lib/terminfo/x/xterm", "%s%n%s", "xterm;ls",
    "\u{1B}[2J\u{1B}]0;x\u{7}", "é", "\u{9B}2J", String(repeating: "x", count: 5000),
  ])
  func `a type that is not gets lines, and one line says why`(type: String) throws {
    try expectLines(Program.start(environment: ["TERM": type]))
  }

  @Test func `a type that is set to nothing gets lines`() throws {
    try expectLines(
      PseudoTerminal(
        "/usr/bin/env", ["TERM=", Program.path()],
        environment: ["KNEEGUIDE_PACK": Program.pack()]))
  }

  /// What is no folder of descriptions does not hide those of the system.
  @Test(arguments: ["/nonexistent", "/dev/null", "/etc/passwd", "hex:zz", "b64:!!!", "\u{1B}[2J"])
  func `a folder of descriptions that is none`(place: String) throws {
    let terminal = try Program.start(environment: ["TERMINFO": place, "TERMINFO_DIRS": place])
    #expect(terminal.wait(for: "> [ Start ]"), "\(terminal.screenText)")
  }

  @Test(arguments: [
    [], [0x1A, 0x01], [0x1A, 0x01] + [UInt8](repeating: 0xFF, count: 4000),
    [UInt8](repeating: 0, count: 200), Array("not a description".utf8),
  ])
  func `a description that is damaged gets lines`(bytes: [UInt8]) throws {
    let folder = Program.newPath("terminfo")
    let place = URL(fileURLWithPath: folder).appendingPathComponent("b")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(bytes).write(to: place.appendingPathComponent("broken"))
    try expectLines(Program.start(environment: ["TERM": "broken", "TERMINFO": folder]))
  }

  private static let canHideFolders: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(.enabled(if: canHideFolders, "unshare(1) cannot hide folders here"))
  func `a machine without descriptions gets lines`() throws {
    let hide = """
      for d in /lib/terminfo /usr/lib/terminfo /usr/share/terminfo /etc/terminfo; do
        if [ -d $d ]; then mount -t tmpfs none $d || exit 9; fi
      done
      exec "$0"
      """
    try expectLines(
      PseudoTerminal(
        "/usr/bin/unshare",
        ["--mount", "--map-root-user", "/bin/sh", "-c", hide, Program.path()],
        environment: ["KNEEGUIDE_PACK": Program.pack()]))
  }

  private func expectLines(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      terminal.wait(for: "In an emergency call 111."), "\(terminal.screenText)",
      sourceLocation: sourceLocation)
    let text = String(decoding: terminal.output, as: UTF8.self)
    let first = text.split(separator: "\r\n").first ?? ""
    #expect(
      first.hasPrefix("kneeguide: ") && first.contains("TERM"), "\(first)",
      sourceLocation: sourceLocation)
    #expect(first.utf8.count < 200, sourceLocation: sourceLocation)
    terminal.send("q\n")
    #expect(terminal.waitForExit() == .code(0), sourceLocation: sourceLocation)
    let controls = terminal.output.filter { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D || $0 == 0x9B }
    #expect(controls.isEmpty, "\(controls)", sourceLocation: sourceLocation)
    #expect(terminal.lineModes == terminal.lineModesBefore, sourceLocation: sourceLocation)
  }
}
