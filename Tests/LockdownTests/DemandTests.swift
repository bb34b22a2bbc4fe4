import Foundation
import Lockdown
import TerminalTestKit
import Testing

private let all = SandboxReport(files: .full, calls: .full)
private let debian12 = SandboxReport(files: .partial(2), calls: .full)
private let noFiles = SandboxReport(files: .absent, calls: .full)
private let noCalls = SandboxReport(files: .full, calls: .absent)
private let oldWithoutCalls = SandboxReport(files: .partial(5), calls: .absent)
private let nothing = SandboxReport(files: .absent, calls: .absent)

@Suite struct `What is demanded` {
  @Test(
    arguments: [
      (all, nil), (debian12, nil), (noFiles, .noFileRules), (noCalls, .noSystemCallFilter),
      (oldWithoutCalls, .noSystemCallFilter), (nothing, .noFileRules),
    ] as [(SandboxReport, SandboxError?)])
  func `must be there`(offered: SandboxReport, fault: SandboxError?) throws {
    var found: SandboxError?
    do throws(SandboxError) { try offered.require(.required) } catch { found = error }
    #expect(found == fault)
    try offered.require(.bestEffort)
  }

  @Test func `is a word of the configuration`() {
    #expect(Sandbox.Demand.allCases.map(\.rawValue) == ["required", "best-effort"])
  }

  @Test(arguments: [
    (1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (6, 0), (7, 0),
  ])
  func `an older Landlock lacks so much`(version: Int, count: Int) {
    #expect(SandboxReport.missing(inVersion: version).count == count)
  }

  @Test(arguments: [
    (all, [true, true], [true, true]), (debian12, [true, true], [true, true]),
    (noFiles, [false, true], [true, true]), (noCalls, [true, false], [true, true]),
    (oldWithoutCalls, [false, false], [true, true]), (nothing, [false, false], [true, true]),
  ])
  func `is what the check calls ready`(
    offered: SandboxReport, required: [Bool], bestEffort: [Bool]
  ) {
    #expect(offered.lines(demand: .required).map(\.isReady) == required)
    #expect(offered.lines(demand: .bestEffort).map(\.isReady) == bestEffort)
  }

  @Test func `the check names what Debian 12 lacks, and how to mend what is missing`() {
    #expect(
      debian12.lines(demand: .required)[0].text
        == "sandbox, files: the kernel has Landlock 2, which does not know: cutting files short, "
        + "TCP, ioctl on devices, signals and abstract sockets; the filter of system calls denies "
        + "these")
    for line in nothing.lines(demand: .required) {
      #expect(line.text.contains("sandbox = best-effort"))
      #expect(!line.text.contains("\n"))
    }
  }
}

/// A kernel that lacks a layer, played by strace(1).
@Suite(
  .enabled(if: Kernel.hasAll, "the kernel lacks Landlock or the filter of system calls"),
  .enabled(if: hasStrace, "strace is not installed"))
struct `A kernel that lacks a layer` {
  private func run(without call: String, _ error: String, _ arguments: [String]) throws
    -> (lines: [String], exit: PseudoTerminal.Exit?)
  {
    try Probe.run(
      arguments,
      through: [
        strace, "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):error=\(error)",
      ])
  }

  @Test(arguments: [
    ("landlock_create_ruleset", "ENOSYS", SandboxError.noFileRules),
    ("landlock_create_ruleset", "EOPNOTSUPP", .noFileRules),
    ("seccomp", "EINVAL", .noSystemCallFilter),
  ])
  func `is refused where it is required`(
    call: String, error: String, fault: SandboxError
  ) throws {
    let (lines, exit) = try run(without: call, error, ["all", "/etc/passwd", "poll"])
    #expect(exit == .code(70))
    #expect(lines == ["\(fault.what); \(fault.remedy)"])
  }

  @Test func `is made up for by the other layer where that is allowed`() throws {
    let names = ["write /tmp", "execve", "O_TMPFILE", "symlink"]
    let arguments = ["best-effort", "/etc/passwd"] + names
    let calls = try run(without: "landlock_create_ruleset", "ENOSYS", arguments)
    #expect(calls.lines == names.map { "\($0): 1" })
    let files = try run(without: "seccomp", "EINVAL", arguments)
    #expect(files.lines == names.map { "\($0): 13" })
  }

  /// R24: no core file, no look into the memory.
  @Test func `a process inside leaves no picture of its memory`() throws {
    let trace = FileManager.default.temporaryDirectory
      .appendingPathComponent("kneeguide-dumps-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: trace) }
    _ = try Probe.run(
      ["all", "/etc/passwd", "poll"],
      through: [strace, "-o", trace.path, "-e", "trace=prctl,prlimit64,setrlimit"])
    let calls = try String(contentsOf: trace, encoding: .utf8)
    #expect(calls.contains("PR_SET_DUMPABLE, SUID_DUMP_DISABLE) = 0"), "\(calls)")
    #expect(calls.contains("RLIMIT_CORE, {rlim_cur=0, rlim_max=0}"), "\(calls)")
    #expect(calls.contains("PR_SET_NO_NEW_PRIVS, 1"), "\(calls)")
  }
}

private let strace = "/usr/bin/strace"
private let hasStrace = FileManager.default.isExecutableFile(atPath: strace)
