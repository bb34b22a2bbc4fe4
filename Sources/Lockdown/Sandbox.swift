private import CLockdown

/// What a process takes from itself before it serves a stranger.
///
/// Two layers of the kernel's forbid nearly the same, each by its own means: Landlock by what is
/// touched, the filter by which system call is made. What one does not know, or what somebody finds
/// a way around, the other still denies. Neither can be undone, not by this process either.
package enum Sandbox {
  /// What to do where the kernel lacks a layer.
  package enum Demand: String, CaseIterable, Sendable {
    /// Do not go on.
    case required
    /// Go on with what there is.
    case bestEffort = "best-effort"
  }

  /// Where the descriptions of terminals and the locales stand.
  ///
  /// For a terminal that is opened inside. A place that does not exist is no fault.
  package static let terminalPaths = [
    "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo",
    "/usr/lib/locale",
  ]

  /// Enters the sandbox, for ever.
  ///
  /// Afterwards the process can read the files at and below `paths`, use the descriptors 0 to 2 and
  /// those that are kept, and draw on a terminal; it can open nothing else and write no file, start
  /// no process and no thread, reach no network and no other process. Without paths it can open
  /// nothing at all. A system call that is not allowed fails with `EPERM`, a file with `EACCES`.
  ///
  /// Call it when all that has to be opened is open, before the terminal is: its descriptors would
  /// be closed. The process must have one thread, since Landlock holds for the calling thread alone.
  ///
  /// - Throws: what is missing, where that is demanded; what failed, always. The process must then
  ///   end: it may be inside one layer and outside the other.
  /// - Returns: what now holds.
  @discardableResult
  package static func enter(
    reading paths: [String], keeping descriptors: [Int32], demand: Demand
  ) throws(SandboxError) -> SandboxReport {
    let report = try prepare(keeping: descriptors, demand: demand)
    if report.files != .absent { try FileRules.enforce(reading: paths) }
    if report.calls != .absent { try SystemCallFilter.enforce(opening: !paths.isEmpty) }
    return report
  }

  /// Enters another one, for ever: that of a process which puts files into one folder.
  ///
  /// Afterwards it can make, write and remove files in that folder and below, and list it, but read
  /// none; and use the descriptors 0 to 2. All else is as in the first. Where the folder is not
  /// there it can open nothing, also when the folder comes later.
  @discardableResult
  package static func enter(
    writingIn folder: String, demand: Demand
  ) throws(SandboxError) -> SandboxReport {
    let report = try prepare(keeping: [], demand: demand)
    if report.files != .absent { try FileRules.enforce(writingIn: folder) }
    if report.calls != .absent { try SystemCallFilter.enforce(AllowedCall.ofWriter) }
    return report
  }

  /// What all of them have in common.
  fileprivate static func prepare(
    keeping descriptors: [Int32], demand: Demand
  ) throws(SandboxError) -> SandboxReport {
    let threads = try check(lockdown_thread_count(), "stat(/proc/self/task)")
    guard threads == 1 else { throw .hasThreads(Int(threads)) }
    let report = offered()
    try report.require(demand)
    try check(lockdown_forbid_dumps(), "prctl(PR_SET_DUMPABLE)")
    try check(lockdown_forbid_privileges(), "prctl(PR_SET_NO_NEW_PRIVS)")
    let kept = descriptors.sorted()
    try check(lockdown_close_descriptors(kept, kept.count), "close_range")
    return report
  }

  /// What the running kernel has.
  ///
  /// Changes nothing. A layer that the service denies counts as absent.
  package static func offered() -> SandboxReport {
    let version = Int(lockdown_landlock_version())
    return SandboxReport(
      files: version < 1 ? .absent : version < FileRules.fullVersion ? .partial(version) : .full,
      calls: lockdown_filter_is_there() == 0 ? .full : .absent)
  }
}

/// What a process may touch that runs one program of the system on what it is told.
///
/// Places that do not exist are no fault.
package struct ProgramPlaces: Sendable {
  /// To read and run, with what is below: the program and what it is made of.
  package var running: [String]
  package var reading: [String]
  /// Devices, to read and write.
  package var using: [String]

  package init(running: [String], reading: [String], using: [String]) {
    self.running = running
    self.reading = reading
    self.using = using
  }

  /// One that speaks: the libraries, what ALSA and the voices are set up by, and the sound devices.
  package static func speaking(by program: String) -> ProgramPlaces {
    ProgramPlaces(
      running: [program, "/usr", "/bin", "/lib", "/lib64"],
      reading: [
        "/etc/ld.so.cache", "/etc/alsa", "/etc/asound.conf", "/etc/pulse", "/proc/asound",
        "/dev/urandom",
      ], using: ["/dev/snd", "/dev/null"])
  }
}

extension Sandbox {
  /// Enters the sandbox of a process that starts programs, for ever, and for those too.
  ///
  /// Afterwards no file can be written but devices that are named, none read but what is named, and
  /// no network reached; a socket of this machine can be. The same calls for what misses as `enter`.
  @discardableResult
  package static func enter(
    touching places: ProgramPlaces, demand: Demand
  ) throws(SandboxError) -> SandboxReport {
    let report = try prepare(keeping: [], demand: demand)
    if report.files != .absent { try FileRules.enforce(places) }
    if report.calls != .absent { try SystemCallFilter.forbidWhatNoProgramNeeds() }
    return report
  }
}

/// The layer by what is touched: Landlock.
package enum FileRules {
  /// The version from which on the kernel knows all that is asked of it.
  package static let fullVersion = 6

  /// Holds from now on for this thread, on a kernel that has it.
  ///
  /// Also sets `no_new_privs`.
  package static func enforce(reading paths: [String]) throws(SandboxError) {
    try check(lockdown_forbid_privileges(), "prctl(PR_SET_NO_NEW_PRIVS)")
    let version = try check(lockdown_landlock_version(), "landlock_create_ruleset")
    let done = withCStrings(paths[...], []) { lockdown_restrict_files($0, $0.count, version) }
    try check(done, "landlock_restrict_self")
  }

  /// The same, for a process that writes in a folder and reads nowhere.
  static func enforce(writingIn folder: String) throws(SandboxError) {
    let version = try check(lockdown_landlock_version(), "landlock_create_ruleset")
    try check(
      folder.withCString { lockdown_restrict_to_folder($0, version) }, "landlock_restrict_self")
  }
}

extension FileRules {
  /// The same for one that starts programs.
  static func enforce(_ places: ProgramPlaces) throws(SandboxError) {
    let version = try check(lockdown_landlock_version(), "landlock_create_ruleset")
    let wanted =
      places.running.map { ($0, LOCKDOWN_READ | LOCKDOWN_RUN) }
      + places.reading.map { ($0, LOCKDOWN_READ) } + places.using.map { ($0, LOCKDOWN_USE) }
    let done = withCStrings(wanted.map(\.0)[...], []) { paths in
      let list = zip(paths, wanted).map { lockdown_place(path: $0, rights: Int32($1.1)) }
      return lockdown_restrict_places(list, list.count, version)
    }
    try check(done, "landlock_restrict_self")
  }
}

/// The value, or the error that the call has given in its place.
@discardableResult
func check(_ value: Int32, _ call: String) throws(SandboxError) -> Int32 {
  guard value >= 0 else { throw .failed(call: call, code: -value) }
  return value
}

/// All the texts as C strings, for as long as the body runs.
private func withCStrings(
  _ texts: ArraySlice<String>, _ before: [UnsafePointer<CChar>?],
  _ body: ([UnsafePointer<CChar>?]) -> Int32
) -> Int32 {
  guard let first = texts.first else { return body(before) }
  return first.withCString { withCStrings(texts.dropFirst(), before + [$0], body) }
}
