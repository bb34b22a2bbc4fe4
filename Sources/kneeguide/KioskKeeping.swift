import ArgumentParser
import ClinicTrust
import Export
import Glibc
import Kiosk

/// What whoever keeps a kiosk does to it; each is a command of its own and starts nothing.
struct KioskKeeping: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Put a signed pack into use, from the next visit on.", valueName: "file"),
    completion: .file())
  var installPack: String?

  @Flag(help: "Put the pack before into use again.")
  var rollBack = false

  @Flag(help: "List the packs that are installed.")
  var listPacks = false

  @Option(
    help: ArgumentHelp(
      "Let the pack in use be used past its review date, by the clinic's signed word.",
      valueName: "file"), completion: .file())
  var installOverride: String?

  @Flag(help: "Say how the kiosk does; status 69 where it serves nobody.")
  var status = false

  @Flag(help: "Print the counts, if they are turned on.")
  var counts = false

  @Flag(help: "Set the number that staff end the kiosk with; root only.")
  var setPin = false

  @Flag(help: "Run the notifier as an emergency would; status 69 if it fails.")
  var testNotify = false

  @Option(
    help: ArgumentHelp(
      "Make the key pair for sealed pages: FILE, which stays off the kiosk, and FILE.pub.",
      valueName: "file"))
  var makeKeepKey: String?

  func validate() throws {
    if asked > 1 { throw ValidationError("These are several commands; give one of them.") }
  }

  /// How many commands there are.
  private var asked: Int {
    [
      installPack != nil, rollBack, listPacks, installOverride != nil, status, counts, setPin,
      testNotify, makeKeepKey != nil,
    ].count { $0 }
  }

  /// Whether one of them was given, and was done.
  func run(_ config: String) throws -> Bool {
    guard asked > 0 else { return false }
    if let makeKeepKey {
      try KeepKeyMaking(path: makeKeepKey).run()
      return true
    }
    if status {
      try sayStatus(SettingsFile(config))
      return true
    }
    let settings = try KioskConfig.load(config)
    if let installPack { try PackKeeping(settings, config).install(installPack) }
    if let installOverride { try PackKeeping(settings, config).installOverride(installOverride) }
    if rollBack { try PackKeeping(settings, config).rollBack() }
    if listPacks { try PackKeeping(settings, config).list() }
    if setPin { try StaffPINSetting(folder: settings.stateFolder).run() }
    if testNotify { try runNotifier(settings) }
    if counts { try sayCounts(settings) }
    return true
  }

  private func runNotifier(_ settings: KioskConfig) throws {
    guard let path = settings.notify.first else {
      throw Failure(
        "the settings name no notifier; write notify into them", status: Failure.badConfig)
    }
    var program = FixedProgram(settings.notify)
    if case .failed(let how) = program.runToEnd() {
      throw Failure("the notifier \(path) \(how); mend that", status: Failure.unavailable)
    }
    try StandardOutput.write("the notifier has run; ask whether the desk has heard it\n")
  }

  /// Also where the settings cannot be read, as by a monitor that is not let to them, or are wrong: the
  /// kiosk writes its status where it should go, if that is to be seen, else to the usual place.
  private func sayStatus(_ file: SettingsFile) throws {
    let folder = file.settings.statusFolder
    var calls = SystemStore()
    let text: String?
    do throws(SystemError) {
      text = try KioskStatusFile.read(in: folder, calls: &calls)
    } catch {
      throw Failure(
        "cannot read the status in \(folder): \(error.reason)", status: Failure.badInput)
    }
    let doubt = file.faultLine
    guard let text else {
      throw Failure(
        "no kiosk runs that writes its status into \(folder); see systemctl status 'kneeguide-kiosk*'"
          + (doubt.map { "; \($0)" } ?? ""),
        status: Failure.unavailable)
    }
    if let doubt {
      StandardError.write("\(Program.name): \(doubt); this is the status in \(folder)\n")
    }
    try StandardOutput.write(text)
    if !text.hasPrefix(KioskStatus.serving) { throw ExitCode(Failure.unavailable) }
  }

  private func sayCounts(_ settings: KioskConfig) throws {
    if !settings.counts {
      StandardError.write("\(Program.name): nothing is counted now; counts = yes turns it on\n")
    }
    var folder = CountsFolder(settings.stateFolder, calls: SystemStore())
    let report: String
    do throws(SystemError) {
      report = try folder.report()
    } catch {
      throw Failure(
        "cannot read the counts in \(settings.stateFolder): \(error.reason); try it as root",
        status: Failure.badInput)
    }
    try StandardOutput.write(report)
  }
}

/// The folder of installed packs that the settings name.
private struct PackKeeping {
  private let folder: String
  private let key: PublicKey

  init(_ settings: KioskConfig, _ config: String) throws {
    guard let folder = settings.packs, let path = settings.packKey else {
      throw Failure(
        "the settings \(config) name no folder of packs; write packs and pack-key into them",
        status: Failure.badConfig)
    }
    self.folder = folder
    key = try SignedPack.publicKey(path)
  }

  private var packs: InstalledPacks<SystemStore> {
    InstalledPacks(folder: folder, key: key, calls: SystemStore())
  }

  func install(_ path: String) throws {
    let bytes = try PackLocation.bytes(of: path)
    let signature = (try? SystemStore().read(path + ".sig")) ?? []
    try makeFolder()
    let digest = try reporting(path) { (packs) throws(InstallFault) in
      try packs.install(bytes, signature: signature)
    }
    keepPatients(path + ".patients", of: digest)
    try StandardOutput.write("in use from the next visit on: \(digest)\n")
  }

  /// Where there are none, or they cannot be kept, the check says so.
  private func keepPatients(_ path: String, of digest: PackDigest) {
    var calls = SystemStore()
    guard let file = try? calls.read(path) else { return }
    try? calls.replace("\(digest).pack.patients", in: folder, with: file, mode: 0o644)
  }

  func rollBack() throws {
    let digest = try reporting(folder) { (packs) throws(InstallFault) in try packs.rollBack() }
    try StandardOutput.write("in use again from the next visit on: \(digest)\n")
  }

  func list() throws {
    let entries = try reporting(folder) { (packs) throws(InstallFault) in try packs.all() }
    if entries.isEmpty { try StandardOutput.write("none is installed\n") }
    for entry in entries {
      let fault = entry.fault.map { ": \($0)" } ?? ""
      try StandardOutput.write("\(entry.use.rawValue) \(entry.digest)\(fault)\n")
    }
  }

  /// Only one that counts for the pack in use: what comes of another would be a surprise.
  func installOverride(_ path: String) throws {
    var calls = SystemStore()
    let file = (try? calls.read(path)) ?? []
    let override: ReviewOverride
    do throws(SignatureFault) {
      override = try ReviewOverride(file: file, key: key)
    } catch {
      throw Failure("\(path): \(error)", status: Failure.badInput)
    }
    let current = try reporting(folder) { (packs) throws(InstallFault) in try packs.current() }
    guard override.pack == current.digest else {
      throw Failure(
        "\(path): it names another pack than the one in use; sign one for \(current.digest)",
        status: Failure.badInput)
    }
    do throws(SystemError) {
      try calls.replace(SignedPack.overrideName, in: folder, with: file, mode: 0o644)
    } catch {
      throw Failure("\(folder): \(error.reason)", status: Failure.cannotWrite)
    }
    try StandardOutput.write("the pack in use may be used until \(override.until)\n")
  }

  private func reporting<Result>(
    _ path: String,
    _ work: (inout InstalledPacks<SystemStore>) throws(InstallFault) -> Result
  ) throws -> Result {
    var packs = packs
    do throws(InstallFault) {
      return try work(&packs)
    } catch {
      throw Failure("\(path): \(error)", status: error.status)
    }
  }

  /// For all to read: nothing in it is secret, and the kiosk is not root.
  private func makeFolder() throws {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Failure(
        "cannot make the folder \(folder): \(String(cString: strerror(errno)));"
          + " make it, or name another one", status: Failure.cannotWrite)
    }
    chmod(folder, 0o755)
  }
}

extension InstallFault {
  fileprivate var status: Int32 {
    switch self {
    case .failed, .notFlushed: Failure.cannotWrite
    default: Failure.badInput
    }
  }
}
