import Foundation
internal import Glibc
import Testing

/// Whoever runs the check may read everything, and the kiosk may not.
@Suite struct KioskRightsTests {
  private static let user: UInt32 = 64_321

  private func check(_ settings: String) throws -> Program.Run {
    try Program.run("kiosk", "--check", "--config", settings)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can look with the eyes of another"))
  func `the check looks with the eyes of the kiosk's user`() throws {
    let clinic = try Clinic()
    try clinic.sign(Clinic.pack())
    let state = clinic.path("state")
    mkdir(state, 0o700)
    chown(state, Self.user, Self.user)
    let fake = clinic.path("programs")
    mkdir(fake, 0o755)
    for name in ["ring", "say", "programs/lp", "programs/lpstat", "programs/cancel"] {
      try clinic.put(name, Array("#!/bin/sh\n".utf8))
      chmod(clinic.path(name), 0o755)
    }
    let settings = try clinic.settings(
      """
      state-folder = \(state)
      status-folder = \(state)
      notify = \(clinic.path("ring")) now
      speech = on
      speech-program = \(clinic.path("say"))
      hand-over = screen, print
      printer = desk
      printer-programs = \(fake)
      """)
    let all = try check(settings).output
    #expect(
      all.contains(
        "\nready: the kiosk's user \(Self.user) may read, write and run what it needs\n"),
      "\(all)")
    for (path, good, bad) in [
      (settings, 0o644, 0o600), (clinic.path("clinic.pub"), 0o644, 0o600),
      (clinic.path("knee.pack"), 0o644, 0o600), (clinic.path("knee.pack.sig"), 0o644, 0o600),
      (clinic.path("ring"), 0o755, 0o744), (clinic.path("say"), 0o755, 0o700),
      (fake + "/cancel", 0o755, 0o644), (state, 0o700, 0o500), (fake, 0o755, 0o700),
    ] as [(String, mode_t, mode_t)] {
      chmod(path, bad)
      let run = try check(settings)
      chmod(path, good)
      let lines = run.output.split(separator: "\n").filter { $0.contains("for the kiosk's user") }
      #expect(run.status != 0 && !lines.isEmpty, "\(path): \(run.output)")
      for line in lines {
        #expect(line.hasPrefix("not ready: ") && line.contains(" \(path)"), "\(line)")
        #expect(line.contains(", for the kiosk's user \(Self.user): Permission denied; "))
      }
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can look with the eyes of another"))
  func `a key that only root may read is not ready, and nothing else is wrong with it`() throws {
    let clinic = try Clinic()
    try clinic.sign(Clinic.pack())
    mkdir(clinic.path("state"), 0o700)
    chown(clinic.path("state"), Self.user, Self.user)
    chmod(clinic.path("clinic.pub"), 0o600)
    let run = try check(clinic.settings("state-folder = \(clinic.path("state"))"))
    #expect(run.status == 78)
    #expect(run.output.contains("\nready: the content is signed by the key"), "\(run.output)")
    #expect(run.output.contains("\nnot ready: the content's \(clinic.path("clinic.pub")), for "))
  }

  /// Root's own folder says nothing of who runs the service.
  @Test func `where nobody knows the user it is said`() throws {
    let users = try String(contentsOfFile: "/etc/passwd", encoding: .utf8)
    let run = try check(Kiosk.settings("state-folder = /"))
    let isKnown = users.split(separator: "\n").contains { $0.hasPrefix("kneeguide:") }
    #expect(
      isKnown
        || run.output.contains(
          "\nnot checked: what the kiosk's user may read, write and run: no user kneeguide"),
      "\(run.output)")
  }
}
