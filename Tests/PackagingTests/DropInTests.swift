import Foundation
import Testing

private let sysctl = "Packaging/sysctl.d/80-kneeguide-kiosk.conf"
private let logind = "Packaging/logind.conf.d/kneeguide-kiosk.conf"
private let manager = "Packaging/system.conf.d/kneeguide-kiosk.conf"
private let sleeping = "Packaging/sleep.conf.d/kneeguide-kiosk.conf"
private let getty = "Packaging/getty@.service.d/kneeguide-kiosk.conf"
private let speech = "Packaging/kneeguide-kiosk.service.d/speech.conf"
private let print = "Packaging/kneeguide-kiosk.service.d/print.conf"
private let keep = "Packaging/kneeguide-kiosk.service.d/keep.conf"
private let user = "Packaging/sysusers.d/kneeguide-kiosk.conf"

/// What a kiosk's machine is set to, around the service.
@Suite struct `The kiosk's machine` {
  @Test(arguments: [
    (sysctl, "kernel.sysrq", "0"), (sysctl, "kernel.ctrl-alt-del", "0"),
    (sysctl, "dev.tty.legacy_tiocsti", "0"), (sysctl, "dev.tty.ldisc_autoload", "0"),
    (sysctl, "kernel.core_pattern", "|/bin/false"), (sysctl, "fs.suid_dumpable", "0"),
    (sysctl, "kernel.yama.ptrace_scope", "2"), (sysctl, "kernel.dmesg_restrict", "1"),
    (sysctl, "kernel.kptr_restrict", "2"), (sysctl, "kernel.printk", "1 4 1 3"),
    (sysctl, "kernel.unprivileged_bpf_disabled", "1"),
    (logind, "NAutoVTs", "0"), (logind, "ReserveVT", "0"), (logind, "HandleRebootKey", "ignore"),
    (logind, "HandleSuspendKey", "ignore"), (logind, "HandleHibernateKey", "ignore"),
    (logind, "HandleLidSwitch", "ignore"), (logind, "IdleAction", "ignore"),
    (manager, "CtrlAltDelBurstAction", "none"), (manager, "CrashShell", "no"),
    (sleeping, "AllowSuspend", "no"), (sleeping, "AllowHibernation", "no"),
    (sleeping, "AllowSuspendThenHibernate", "no"), (sleeping, "AllowHybridSleep", "no"),
    (getty, "ConditionPathExists", "!/etc/kneeguide/kiosk.conf"),
  ])
  func `is set to`(file: String, key: String, value: String) throws {
    #expect(try ConfigurationFile(file).values(of: key) == [value])
  }

  @Test(arguments: [
    sysctl, logind, manager, sleeping, getty, speech, print, keep, user,
    "Packaging/kneeguide-kiosk.service",
    "Packaging/kneeguide-kiosk-touch.service", "Packaging/kneeguide-touch-display.service",
  ])
  func `is told why, paragraph by paragraph`(file: String) throws {
    let entries = try ConfigurationFile(file).entries()
    #expect(!entries.isEmpty)
    // What a unit is called and when it is wanted needs no reason.
    let plain = ["Description", "Documentation", "WantedBy"]
    for entry in entries where !plain.contains(entry.key) {
      #expect(entry.isExplained, "\(file):\(entry.line): no comment says why \(entry.key)")
    }
  }

  @Test(arguments: [sysctl, logind, manager, sleeping, getty, speech, print, keep])
  func `is set once each`(file: String) throws {
    let keys = try ConfigurationFile(file).entries().map(\.key)
    #expect(Set(keys).count == keys.count, "\(keys)")
  }

  /// R45.
  @Test func `has a user who can log in nowhere`() throws {
    let line = try ConfigurationFile(user).text().split(separator: "\n").last
    #expect(line == #"u kneeguide - "KneeGuide kiosk" / /usr/sbin/nologin"#)
    #expect(
      try ConfigurationFile("Packaging/kneeguide-kiosk.service").values(of: "User")
        == ["kneeguide"])
  }
}
