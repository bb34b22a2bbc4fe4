import CAttempts
import CSeccomp
import Glibc
import Lockdown

// Enters the sandbox, tries what it is told to, and says what became of it, a line each:
//
//   lockdown-probe all|best-effort|calls|files FILE ATTEMPT...   in these layers; FILE is open before; 0 or the error number
//   lockdown-probe writer FOLDER ATTEMPT...   in the sandbox of a process that writes in that folder
//   lockdown-probe voice FILE ATTEMPT...   the same in the sandbox of what reads aloud, which may run FILE
//   lockdown-probe sweep CALL...      every system call but these: the names of those not answered with EPERM
//   lockdown-probe raise|abort|trap|thread   what its name says, inside
//   lockdown-probe offered            what the kernel has

let arguments = Array(CommandLine.arguments.dropFirst())
guard let mode = arguments.first else { exit(64) }

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

func enter(_ mode: String, reading paths: [String], keeping descriptors: [Int32] = [])
  throws(SandboxError)
{
  switch mode {
  case "calls": try SystemCallFilter.enforce(opening: !paths.isEmpty)
  case "files": try FileRules.enforce(reading: paths)
  case "voice": try Sandbox.enter(touching: .speaking(by: "/bin/true"), demand: .required)
  case "best-effort": try Sandbox.enter(reading: paths, keeping: descriptors, demand: .bestEffort)
  default: try Sandbox.enter(reading: paths, keeping: descriptors, demand: .required)
  }
}

func run() throws(SandboxError) {
  switch mode {
  case "offered": say("\(Sandbox.offered())")
  case "raise":
    try enter("all", reading: [])
    raise(SIGTERM)
  case "abort":
    try enter("all", reading: [])
    abort()
  case "trap":
    try enter("all", reading: [])
    let none = [Int](repeating: 0, count: arguments.count - 1)
    say("\(none[arguments.count])")
  case "thread":
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in while true { pause() } }, nil)
    try enter("all", reading: [])
  case "writer":
    try Sandbox.enter(writingIn: arguments[1], demand: .required)
    for name in arguments.dropFirst(2) { say("\(name): \(attempt(name, arguments[1], -1, -1))") }
  case "sweep":
    let allowed = Set(arguments.dropFirst())
    var names: [(Int32, String)] = []
    for number in Int32(0)..<600 {
      guard let name = seccomp_syscall_resolve_num_arch(seccomp_arch_native(), number) else {
        names.append((number, "\(number)"))
        continue
      }
      names.append((number, String(cString: name)))
    }
    try enter("calls", reading: ["/"])
    for (number, name) in names where !allowed.contains(name) {
      let code = attempt_number(number)
      if code != EPERM { say("\(name) \(code)") }
    }
    say("swept")
  default:
    let path = arguments[1]
    let kept = open(path, O_RDONLY)
    let dropped = open(path, O_RDONLY)
    try enter(mode, reading: path.isEmpty ? [] : ["/usr/lib/locale"], keeping: [kept])
    for name in arguments.dropFirst(2) { say("\(name): \(attempt(name, path, kept, dropped))") }
  }
}

do {
  try run()
} catch {
  say("\(error.what); \(error.remedy)")
  exit(70)
}
// As a visitor ends: nothing is flushed, nothing runs.
_exit(0)
