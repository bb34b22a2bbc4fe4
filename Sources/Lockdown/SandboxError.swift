/// Why a process is not in its sandbox.
///
/// It must not go on: it may be inside in part.
package enum SandboxError: Error, Equatable, Sendable {
  /// The kernel has no Landlock, and it is demanded.
  case noFileRules
  /// The kernel cannot filter system calls, and it is demanded.
  case noSystemCallFilter
  /// More than one thread is running.
  case hasThreads(Int)
  /// A call failed with this `errno`.
  case failed(call: String, code: Int32)

  package var what: String {
    switch self {
    case .noFileRules: "the sandbox is required, and the kernel has no Landlock"
    case .noSystemCallFilter:
      "the sandbox is required, and the kernel cannot filter system calls (seccomp)"
    case .hasThreads(let count): "the sandbox is for one thread, and \(count) are running"
    case .failed(let call, let code): "the sandbox cannot be entered: \(call) failed (\(code))"
    }
  }

  package var remedy: String {
    switch self {
    case .noFileRules:
      "start a kernel of 5.13 or newer with 'landlock' in its list lsm=, let the service's "
        + "SystemCallFilter allow it, or set sandbox = best-effort"
    case .noSystemCallFilter:
      "start a kernel with CONFIG_SECCOMP_FILTER, let the service's SystemCallFilter allow "
        + "seccomp, or set sandbox = best-effort"
    case .hasThreads: "enter it before a thread is started"
    case .failed: "look whether the service forbids that call"
    }
  }
}
