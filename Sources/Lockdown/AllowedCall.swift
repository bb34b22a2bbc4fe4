private import Glibc

/// A system call that the process may make inside, by its name on any architecture.
///
/// The list is what a walk on a terminal was seen to make, on x86-64 by strace(1), with what the C
/// library may call in its place there and on ARM64, and what a process ends itself by.
struct AllowedCall {
  enum Condition {
    /// The argument of this number, all 64 bits of it.
    case equal(UInt32, UInt64)
    /// None of these bits is set in the argument of this number.
    case without(UInt32, UInt64)
  }

  let name: String
  var conditions: [Condition] = []

  static let always: [AllowedCall] =
    plain.map { AllowedCall(name: $0) } + terminal + descriptors + memory + ownSignals

  /// A bit of `O_TMPFILE`, which asks for writing too; Swift's Glibc has no name for it.
  private static let unnamedFile: UInt64 = 0o20_000_000
  private static let writing =
    UInt64(O_ACCMODE) | UInt64(O_CREAT) | UInt64(O_TRUNC) | UInt64(O_APPEND) | unnamedFile

  /// To open for reading; which files, Landlock decides.
  static let opening = [
    AllowedCall(name: "open", conditions: [.without(1, writing)]),
    AllowedCall(name: "openat", conditions: [.without(2, writing)]),
  ]

  private static let plain = [
    // The descriptors that are open, and whether a file is there (no content).
    "read", "readv", "pread64", "write", "writev", "lseek", "close", "fstat", "newfstatat",
    "access", "faccessat", "faccessat2", "pipe2",
    // Memory, and what Swift hashes with.
    "brk", "munmap", "mremap", "madvise", "futex", "getrandom",
    // Waiting and time, where the kernel's page of them cannot be read.
    "poll", "ppoll", "nanosleep", "clock_nanosleep", "clock_gettime", "gettimeofday",
    // Signals to itself, and the end.
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "exit", "exit_group",
    // Who it is: ncurses asks before it trusts TERMINFO.
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid",
  ]

  /// For a process that puts files into one folder: which, Landlock decides.
  static var ofWriter: [AllowedCall] {
    let writing = [
      "open", "openat", "fchmod", "fsync", "utimensat", "linkat", "renameat2", "unlinkat",
    ]
    return (plain + writing).map { AllowedCall(name: $0) } + descriptors + memory + ownSignals
  }

  /// What drawing and reading keys needs of a terminal.
  ///
  /// `TIOCSTI` and `TIOCLINUX`, which type or paste for another program, are denied like all else.
  /// All 64 bits are compared, of which the kernel reads 32, so that nothing passes by bits above.
  private static let terminal = [TCGETS, TCSETS, TCSETSW, TCSETSF, TCFLSH, TIOCGWINSZ].map {
    AllowedCall(name: "ioctl", conditions: [.equal(1, UInt64($0))])
  }

  /// Not `F_SETOWN` and `O_ASYNC`, which send signals to other processes.
  private static let descriptors =
    [F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC].map {
      AllowedCall(name: "fcntl", conditions: [.equal(1, UInt64($0))])
    } + [
      AllowedCall(
        name: "fcntl", conditions: [.equal(1, UInt64(F_SETFL)), .without(2, UInt64(O_ASYNC))])
    ]

  /// Memory is never made code.
  private static let memory = ["mmap", "mprotect"].map {
    AllowedCall(name: $0, conditions: [.without(2, UInt64(PROT_EXEC))])
  }

  /// How raise(3) and abort(3) end the process.
  private static var ownSignals: [AllowedCall] {
    [AllowedCall(name: "tgkill", conditions: [.equal(0, UInt64(getpid()))])]
  }
}
