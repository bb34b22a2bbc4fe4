import Foundation
internal import Glibc

/// A print service of our own: the real one, with settings, a socket and printers of this run alone.
///
/// Its printers are small programs, as those of CUPS are.
final class RealCups {
  static let program = "/usr/sbin/cupsd"

  /// Whether it is installed with all that talks to it, and may be started.
  static let isThere =
    geteuid() == 0
    && [program, "/usr/sbin/lpadmin", "/usr/bin/lp", "/usr/bin/lpstat", "/usr/bin/cancel"]
      .allSatisfy { (path: String) in access(path, X_OK) == 0 }

  struct Failed: Error {
    let what: String
  }

  let folder: String
  var socket: String { folder + "/cups.sock" }
  private var process: pid_t = 0

  /// The printers: what each does with a job.
  private static let printers = [
    "good":
      "if [ -n \"$6\" ]; then cat \"$6\"; else cat; fi > HERE/out/paper; sleep 1; echo 'INFO: Ready to print.' >&2",
    "empty": "echo 'STATE: +media-empty-error' >&2; echo 'INFO: Load paper' >&2; sleep 60",
    "broken": "echo 'ERROR: it broke' >&2; exit 1",
    "silent": "echo 'STATE: +connecting-to-device' >&2; sleep 60",
  ]

  init() throws {
    var template = Array("/tmp/kneeguide-cups-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failed(what: "no folder") }
    folder = String(cString: made)
    chmod(folder, 0o755)
    for name in [
      "root", "spool", "spool/tmp", "state", "cache", "log", "out", "bin", "bin/backend",
    ] {
      mkdir("\(folder)/\(name)", 0o755)
    }
    chmod(folder + "/out", 0o777)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/cups")) ?? []
    where name != "backend" { symlink("/usr/lib/cups/\(name)", "\(folder)/bin/\(name)") }
    symlink("/usr/lib/cups/backend/socket", folder + "/bin/backend/socket")
    for (name, work) in Self.printers {
      let text = "#!/bin/sh\n[ $# -eq 0 ] && exit 0\n\(work)\n"
      try write("bin/backend/\(name)", text.replacingOccurrences(of: "HERE", with: folder), 0o755)
    }
    try write(
      "files.conf",
      """
      ServerRoot \(folder)/root
      ServerBin \(folder)/bin
      DataDir /usr/share/cups
      RequestRoot \(folder)/spool
      TempDir \(folder)/spool/tmp
      StateDir \(folder)/state
      CacheDir \(folder)/cache
      AccessLog \(folder)/log/access
      ErrorLog \(folder)/log/error
      PageLog \(folder)/log/page
      User lp
      Group lp
      SystemGroup root
      Sandboxing relaxed

      """)
    try write(
      "cupsd.conf",
      """
      LogLevel warn
      Listen \(folder)/cups.sock
      Browsing No
      WebInterface No
      DefaultAuthType None
      IdleExitTimeout 0
      PreserveJobFiles No
      PreserveJobHistory No
      <Location />
        Order allow,deny
        Allow all
      </Location>
      <Policy default>
        <Limit All>
          Order deny,allow
        </Limit>
      </Policy>

      """)
    try start()
    for _ in 0..<100 where access(socket, F_OK) != 0 { usleep(100_000) }
    for name in Self.printers.keys.sorted() { try add(name, at: "\(name):/x") }
    try add("paused", at: "good:/x")
    try run("cupsdisable", "paused")
    try add("closed", at: "good:/x")
    try run("cupsreject", "closed")
    // Nobody listens there.
    try add("off", at: "socket://127.0.0.1:9")
    try run("lpadmin", "-p", "broken", "-o", "printer-error-policy=abort-job")
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func stop() {
    guard process > 0 else { return }
    var status: Int32 = 0
    kill(process, SIGTERM)
    for _ in 0..<50 {
      if waitpid(process, &status, WNOHANG) == process {
        process = 0
        return
      }
      usleep(100_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    process = 0
  }

  /// With signals as usual: those of a test are put off, and its printers would not hear them.
  private func start() throws {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    for descriptor in [Int32(0), 1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let words = [Self.program, "-f", "-c", folder + "/cupsd.conf", "-s", folder + "/files.conf"]
    let argv = words.map { strdup($0) } + [nil]
    let envp = [strdup("PATH=/usr/sbin:/usr/bin:/bin"), nil]
    defer { for pointer in argv + envp { free(pointer) } }
    let code = posix_spawn(&process, Self.program, &actions, &attributes, argv, envp)
    if code != 0 { throw Failed(what: "cupsd: \(String(cString: strerror(code)))") }
  }

  /// What lies in the spool; each job would have two files there.
  var spool: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/spool")) ?? []
    return names.filter { $0 != "tmp" }.sorted()
  }

  var paper: String {
    (try? String(contentsOfFile: folder + "/out/paper", encoding: .utf8)) ?? ""
  }

  private func add(_ name: String, at address: String) throws {
    try run("lpadmin", "-p", name, "-E", "-v", address)
  }

  private func run(_ program: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/sbin/\(program)")
    process.arguments = arguments
    process.environment = ["CUPS_SERVER": socket, "PATH": "/usr/sbin:/usr/bin:/bin"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failed(what: "\(program) \(arguments)") }
  }

  private func write(_ name: String, _ text: String, _ mode: mode_t = 0o644) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    chmod("\(folder)/\(name)", mode)
  }
}
