import ClinicTrust
import Foundation
internal import Glibc
import TerminalTestKit
import Testing

/// What a clinic does with keys and sealed pages, and what a kiosk says of its folder.
struct SealingCommandTests {
  private let clinic: SealedClinic

  init() throws { clinic = try SealedClinic() }

  private func plant(_ name: String, _ bytes: [UInt8] = []) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(clinic.folder)/\(name)"))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func `a pair of keys is made, the secret half for its owner alone`() throws {
    let path = Program.newPath("clinic")
    let run = try Program.run("kiosk", "--make-keep-key", path)
    #expect(run.status == 0 && run.output.contains("keep it off the kiosk"), "\(run.error)")
    #expect(mode(path) == 0o600 && mode(path + ".pub") == 0o644)
    let secret = try String(contentsOfFile: path, encoding: .utf8)
    #expect(secret.hasPrefix("kneeguide-opening-key 1 ") && !run.output.contains(secret.suffix(20)))
    // Nothing is written over, not even a half.
    try Program.run("kiosk", "--make-keep-key", path).expectOneLine(status: 73, "name another file")
    unlink(path)
    try Program.run("kiosk", "--make-keep-key", path).expectOneLine(status: 73, path + ".pub")
    #expect(mode(path) == 0)
    try Program.run("kiosk", "--make-keep-key", "/nonexistent/key")
      .expectOneLine(status: 73, "/nonexistent/key")
  }

  @Test func `each fault of a sealed page is one line`() throws {
    try plant("letter.sealed", Array("My knee hurts".utf8))
    try clinic.open("letter.sealed").expectOneLine(status: 65, "no sealed page")
    try clinic.open("none.sealed").expectOneLine(status: 65, "cannot read", "check the name")
    let page = "\(clinic.folder)/letter.sealed"
    try Program.run("open-sealed", page, "--key", clinic.publicKey)
      .expectOneLine(status: 65, "half that seals")
    chmod(clinic.secretKey, 0o644)
    try clinic.open("letter.sealed").expectOneLine(status: 65, "chmod 600")
  }

  @Test func `who keeps pages is never started by hand, and takes nothing but pages`() throws {
    #expect(try !Program.run("--help").output.contains("kiosk-keeper"))
    let run = try Program.run(
      "kiosk-keeper", "--folder", clinic.folder, "--sandbox", "best-effort",
      input: "keep 1 4711 5\nHello")
    #expect(run.output == "failed 1\n" && clinic.names.isEmpty, "\(run.error)")
    let other = try Program.run(
      "kiosk-keeper", "--folder", clinic.folder, "--sandbox", "best-effort", input: "what\n")
    #expect(other.status == 1 && clinic.names.isEmpty)
  }

  /// R93: killed at any of its calls, it leaves a whole page or none.
  @Test(
    .enabled(if: KioskTrace.works, KioskTrace.why),
    arguments: ["openat", "fchmod", "write", "utimensat", "fsync", "linkat"])
  func `who keeps pages leaves no half of one`(call: String) throws {
    let key = try SealingKey(file: [UInt8](Data(contentsOf: URL(filePath: clinic.publicKey))))
    let code = try #require(VisitCode("4711"))
    let page = try #require(SealedPage.seal("My knee hurts", for: code, with: key))
    let input = try Program.file(
      "request", Array("keep 1 4711 \(page.count)\n".utf8) + page)
    for count in 1...200 {
      let process = Process()
      process.executableURL = URL(filePath: KioskTrace.strace)
      process.arguments =
        [
          "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(count)",
        ]
        + [try Program.path()]
        + ["kiosk-keeper", "--folder", clinic.folder, "--sandbox", "best-effort"]
      process.standardInput = FileHandle(forReadingAtPath: input)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      for name in clinic.names {
        #expect(FileManager.default.contents(atPath: "\(clinic.folder)/\(name)") == Data(page))
      }
      if process.terminationReason == .exit {
        #expect(count > 1 && process.terminationStatus == 0 && !clinic.names.isEmpty)
        return
      }
    }
    Issue.record("200 calls are not enough")
  }

  private func check(_ more: String = "") throws -> [String] {
    try Program.run("kiosk", "--check", "--config", Kiosk.settings(clinic.settings + "\n" + more))
      .output.split(separator: "\n").map(String.init)
  }

  @Test func `the check says what is ready`() throws {
    let state = Program.newPath("state")
    mkdir(state, 0o700)
    let lines = try check("state-folder = \(state)")
    #expect(lines.contains { $0.hasPrefix("ready: pages are sealed with the key ") }, "\(lines)")
    #expect(lines.contains("ready: the folder of sealed pages \(clinic.folder)"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("ready: room for sealed pages: ") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("not checked: whether the service may write") })
    #expect(!lines.contains { $0.contains("secret key") })
  }

  @Test func `the check names each fault, and how to mend it`() throws {
    func fault(_ more: String = "") throws -> String {
      try check(more).first { $0.hasPrefix("not ready:") && $0.contains("sealed") } ?? "none"
    }
    #expect(try fault("keep-mount = yes").contains("no drive is mounted there"))
    chmod(clinic.folder, 0o755)
    #expect(try fault().contains("its mode is 755; run 'chmod 700'"))
    chmod(clinic.folder, 0o700)
    let digits = String(repeating: "0", count: 64)
    try plant("old-key", Array("kneeguide-opening-key 1 \(digits)\n".utf8))
    #expect(try fault().contains("old-key holds one; take it off this machine"))
    unlink("\(clinic.folder)/old-key")
    try Data(contentsOf: URL(fileURLWithPath: clinic.secretKey))
      .write(to: URL(fileURLWithPath: clinic.publicKey))
    #expect(try fault().contains("this is the secret half"))
    rmdir(clinic.folder)
    #expect(try check().contains { $0.contains("No such file or directory; make it") })
    symlink("/tmp", clinic.folder)
    #expect(try check().contains { $0.contains("it is a link") })
    unlink(clinic.folder)
  }

  @Test func `old pages are removed at the start, and the status counts the others`() throws {
    let (old, new) = (try Clinic.day(in: -7), try Clinic.day(in: -6))
    for name in ["KG-4711-\(old)-1.sealed", "KG-4711-\(new)-1.sealed", "letter-\(old).sealed"] {
      try plant(name)
    }
    let letter = try Program.file("letter", "x")
    symlink(letter, "\(clinic.folder)/KG-1234-\(old)-1.sealed")
    let status = Program.newPath("status")
    mkdir(status, 0o700)
    let settings = try Kiosk.settings(clinic.settings + "\nstatus-folder = \(status)")
    let kiosk = try Kiosk.started(with: settings)
    let left = [
      "KG-1234-\(old)-1.sealed", "KG-4711-\(new)-1.sealed", "letter-\(old).sealed",
    ]
    #expect(kiosk.terminal.wait(milliseconds: 5000) { clinic.names == left }, "\(clinic.names)")
    #expect(FileManager.default.fileExists(atPath: letter))
    #expect(
      kiosk.terminal.wait(milliseconds: 5000) {
        let text = (try? String(contentsOfFile: status + "/status", encoding: .utf8)) ?? ""
        return text.contains("\nkeeper=ready\nsealed-pages=1\n")
      })
    let run = try Program.run("kiosk", "--status", "--config", settings)
    #expect(run.output.contains("sealed-pages=1") && !run.output.contains("4711"))
    kiosk.expectToEnd()
  }
}
