internal import Glibc
import Lockdown
import TerminalTestKit
import Testing

/// What cannot be done from inside, each by the bare system call.
@Suite(.enabled(if: Kernel.hasAll, "the kernel lacks Landlock or the filter of system calls"))
struct `Inside the sandbox` {
  /// R41, and the escape table: the filter answers before the kernel looks at anything.
  static let denied = [
    "open the terminal to write", "write /tmp", "append", "truncate by opening",
    "create for reading", "O_TMPFILE", "memfd_create", "symlink", "mkdir", "truncate", "mount",
    "socket AF_INET", "socket AF_UNIX", "socketpair", "connect", "execve", "execveat", "fork",
    "clone3", "thread", "ptrace parent", "read parent's memory", "kill parent", "tgkill parent",
    "pidfd_open parent", "F_SETOWN", "O_ASYNC", "TIOCSTI", "TIOCSTI with bits above", "TIOCLINUX",
    "TIOCSCTTY", "code from nothing", "code from data", "raise a limit", "dumpable again", "chdir",
    "unshare", "io_uring", "bpf",
  ]

  @Test func `no call does what the list does not name`() throws {
    let codes = try Probe.attempts(Self.denied, inside: "all")
    for name in Self.denied { #expect(codes[name] == EPERM, "\(name)") }
  }

  @Test func `no file can be read but what was named`() throws {
    let files = ["open /etc/passwd", "open /proc/self/mem", "open /proc/self/maps", "open /etc"]
    let codes = try Probe.attempts(files + ["open the terminal anew"], inside: "all")
    for name in files + ["open the terminal anew"] { #expect(codes[name] == EACCES, "\(name)") }
  }

  @Test func `no file can be opened at all where none was named`() throws {
    let names = ["open /etc/passwd", "read locales"]
    let codes = try Probe.attempts(names, inside: "all", with: "")
    for name in names { #expect(codes[name] == EPERM, "\(name)") }
  }

  /// All that a walk on a terminal needs.
  @Test func `a walk can go on`() throws {
    let names = [
      "read what is kept", "write the terminal", "poll", "window size", "terminal's modes",
      "terminal's modes at once", "terminal's modes, flushed", "drop typed keys", "clock", "memory",
      "catch a signal", "signal to itself", "read locales",
    ]
    let codes = try Probe.attempts(names, inside: "all")
    for name in names { #expect(codes[name] == 0, "\(name)") }
  }

  @Test func `a descriptor that is not kept is closed`() throws {
    let codes = try Probe.attempts(["read what is dropped"], inside: "all")
    #expect(codes["read what is dropped"] == EBADF)
  }

  /// R71: handlers and the shell that waits see the same signal as outside.
  @Test(arguments: [("raise", [SIGTERM]), ("abort", [SIGABRT]), ("trap", [SIGILL, SIGTRAP])])
  func `a process can end itself by a signal`(mode: String, numbers: [Int32]) throws {
    let (lines, exit) = try Probe.run(mode)
    #expect(numbers.contains { exit == .signal($0) }, "\(String(describing: exit)) \(lines)")
  }

  @Test func `is no place for a second thread`() throws {
    let (lines, exit) = try Probe.run("thread")
    #expect(exit == .code(70))
    #expect(
      lines == [
        "the sandbox is for one thread, and 2 are running; enter it before a thread is started"
      ])
  }
}

/// What reads aloud, which runs another program.
@Suite(.enabled(if: Kernel.hasAll, "the kernel lacks Landlock or the filter of system calls"))
struct `Inside the sandbox of the voice` {
  @Test func `nothing is written, and nothing of the machine is read or reached`() throws {
    let byFiles = [
      "open the terminal to write", "write /tmp", "create for reading", "O_TMPFILE", "mkdir",
      "truncate", "open /etc/passwd",
      "open the terminal anew", "open /etc",
    ]
    let byCalls = [
      "socket AF_INET", "ptrace parent", "read parent's memory", "mount", "unshare", "io_uring",
      "bpf", "kill parent",
    ]
    let codes = try Probe.attempts(byFiles + byCalls, inside: "voice")
    for name in byFiles { #expect(codes[name] == EACCES, "\(name)") }
    for name in byCalls { #expect(codes[name] == EPERM, "\(name)") }
  }

  @Test func `a program of the system can be run, and a sound server reached`() throws {
    let names = ["fork", "socket AF_UNIX", "clock", "memory"]
    let codes = try Probe.attempts(names, inside: "voice")
    for name in names { #expect(codes[name] == 0, "\(name)") }
  }
}

/// The list itself, kept here a second time: what may be called whatever its arguments are.
@Suite(.enabled(if: Kernel.hasFilter, "the kernel cannot filter system calls"))
struct `The filter of system calls` {
  static let free = [
    "read", "readv", "pread64", "write", "writev", "lseek", "close", "fstat", "newfstatat",
    "access", "faccessat", "faccessat2", "pipe2", "brk", "munmap", "mremap", "madvise", "futex",
    "getrandom", "poll", "ppoll", "nanosleep", "clock_nanosleep", "clock_gettime", "gettimeofday",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall", "exit",
    "exit_group", "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid",
  ]

  /// What the kernel asks no filter about.
  ///
  /// Its own probes make these calls; from elsewhere they only end the process. By number where the
  /// library is too old for the names.
  static let unfiltered = ["uretprobe", "uprobe", "335", "336"]

  /// Each number, with arguments that no call accepts: a hole answers with another error.
  @Test func `denies every number but those on the list`() throws {
    let (lines, exit) = try Probe.run(["sweep"] + Self.free + Self.unfiltered)
    #expect(exit == .code(0))
    #expect(lines == ["swept"])
  }

  /// Without Landlock beside it.
  @Test func `denies by itself what an older Landlock does not know`() throws {
    let names = [
      "write /tmp", "truncate", "connect TCP", "socket AF_UNIX", "kill parent", "tgkill parent",
      "TIOCSTI", "symlink", "open the terminal to write",
    ]
    let codes = try Probe.attempts(names, inside: "calls")
    for name in names { #expect(codes[name] == EPERM, "\(name)") }
  }
}

/// Without the filter beside it.
@Suite(.enabled(if: Kernel.landlock >= 1, "the kernel has no Landlock"))
struct `Landlock alone` {
  private func expect(_ names: [String], _ code: Int32) throws {
    let codes = try Probe.attempts(names, inside: "files")
    for name in names { #expect(codes[name] == code, "\(name)") }
  }

  @Test func `denies files`() throws {
    try expect(
      [
        "open /etc/passwd", "open /etc", "write /tmp", "O_TMPFILE", "symlink", "mkdir", "execve",
        "open /proc/self/mem", "open the terminal to write",
      ], EACCES)
    try expect(["read locales", "read what is kept"], 0)
  }

  @Test(.enabled(if: Kernel.landlock >= 3, "the kernel has Landlock below 3"))
  func `denies cutting short`() throws { try expect(["truncate"], EACCES) }

  @Test(.enabled(if: Kernel.landlock >= 4, "the kernel has Landlock below 4"))
  func `denies TCP`() throws { try expect(["connect TCP"], EACCES) }

  @Test(.enabled(if: Kernel.landlock >= 6, "the kernel has Landlock below 6"))
  func `denies signals to processes outside`() throws { try expect(["kill parent"], EPERM) }
}
