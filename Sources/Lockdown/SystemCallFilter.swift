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
