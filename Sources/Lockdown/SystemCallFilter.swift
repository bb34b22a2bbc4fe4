private import CSeccomp
private import Glibc

/// The layer by which system call is made: an allow-list.
///
/// A call that is not on it fails with `EPERM`; a program of another architecture is ended.
package enum SystemCallFilter {
  /// Holds from now on for this thread and every one that it starts.
  ///
  /// Also sets `no_new_privs`.
  ///
  /// - Parameter opening: whether files may be opened for reading; else none is opened at all.
  /// - Throws: the call that failed; nothing holds then.
  package static func enforce(opening: Bool) throws(SandboxError) {
    try enforce(AllowedCall.always + (opening ? AllowedCall.opening : []))
  }

  static func enforce(_ calls: [AllowedCall]) throws(SandboxError) {
    guard let filter = seccomp_init(seccomp_action_errno(UInt16(EPERM))) else {
      throw .failed(call: "seccomp_init", code: ENOMEM)
    }
    defer { seccomp_release(filter) }
    try check(
      seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS), "seccomp_attr_set")
    for call in calls {
      // A name that this architecture has not is one call less to allow.
      let number = seccomp_syscall_resolve_name(call.name)
      guard number != __NR_SCMP_ERROR else { continue }
      let conditions = call.conditions.map(\.comparison)
      try check(
        seccomp_rule_add_array(
          filter, SCMP_ACT_ALLOW, number, UInt32(conditions.count), conditions),
        "seccomp_rule_add(\(call.name))")
    }
    try check(seccomp_load(filter), "seccomp_load")
  }
}

extension SystemCallFilter {
  /// What no program needs that shows, speaks or prints something: to look into other processes, to
  /// change the machine, and every socket but those of this machine.
  static let forbidden = [
    "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "mount", "umount2",
    "move_mount", "open_tree", "fsopen", "fsmount", "pivot_root", "chroot", "unshare", "setns",
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter",
    "io_uring_register", "add_key", "request_key", "keyctl", "init_module", "finit_module",
    "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff", "acct",
    "quotactl", "syslog", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime",
    "sethostname", "setdomainname", "open_by_handle_at", "name_to_handle_at", "personality",
    "iopl", "ioperm",
  ]

  /// Holds from now on for this process and every one that it starts: all but these.
  static func forbidWhatNoProgramNeeds() throws(SandboxError) {
    guard let filter = seccomp_init(SCMP_ACT_ALLOW) else {
      throw .failed(call: "seccomp_init", code: ENOMEM)
    }
    defer { seccomp_release(filter) }
    try check(
      seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS), "seccomp_attr_set")
    let denial = seccomp_action_errno(UInt16(EPERM))
    for name in forbidden {
      let number = seccomp_syscall_resolve_name(name)
      guard number != __NR_SCMP_ERROR else { continue }
      try check(seccomp_rule_add_array(filter, denial, number, 0, nil), "seccomp_rule_add(\(name))")
    }
    let other = scmp_arg_cmp(arg: 0, op: SCMP_CMP_NE, datum_a: UInt64(AF_UNIX), datum_b: 0)
    let socket = seccomp_syscall_resolve_name("socket")
    try check(
      seccomp_rule_add_array(filter, denial, socket, 1, [other]), "seccomp_rule_add(socket)")
    try check(seccomp_load(filter), "seccomp_load")
  }
}

extension AllowedCall.Condition {
  fileprivate var comparison: scmp_arg_cmp {
    switch self {
    case .equal(let argument, let value):
      scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    case .without(let argument, let bits):
      scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: bits, datum_b: 0)
    }
  }
}
