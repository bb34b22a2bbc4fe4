import CoreTestKit
import Export
import Glibc
import SaveTestKit

// Saves a file as the program does, in a process that a test may kill or starve:
//
//   save-probe FILE BYTES [limit=N] [announce] [kill=N] [system=whole|withoutUnnamed|withoutLinks]
//       limit: the largest size that a file may have; kill: dies just before its Nth call
//   save-probe table        what comes of each call of the writer with each error
//   save-probe kills N [SEED]    saves that are killed at random instants, and what they left

_ = signal(SIGXFSZ, SIG_IGN)

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "table": try printTable()
case "kills": try runKills()
default: save()
}

func save() {
  _ = umask(0)
  guard arguments.count >= 3, let count = Int(arguments[2]), count >= 0 else { exit(64) }
  func option(_ name: String) -> String? {
    arguments.dropFirst(3).first { $0.hasPrefix(name + "=") }
      .map { String($0.dropFirst(name.count + 1)) }
  }
  if let limit = option("limit").flatMap({ rlim_t($0) }) {
    var limits = rlimit(rlim_cur: limit, rlim_max: limit)
    guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { exit(70) }
  }
  var calls = FailingCalls(
    option("kill").flatMap { Int($0) }.map { .kill($0) } ?? .none,
    fileSystem: option("system").flatMap { FailingCalls.FileSystem(rawValue: $0) } ?? .whole)
  let bytes = SaveProbe.bytes(count)
  if arguments.contains("announce") {
    _ = write(1, SaveProbe.announcement, SaveProbe.announcement.utf8.count)
  }
  let result =
    option("kill") == nil && option("system") == nil
    ? SafeFileWriter.write(bytes, to: arguments[1])
    : SafeFileWriter.write(bytes, to: arguments[1], calls: &calls)
  switch result {
  case .success(let saved): puts("\(saved)")
  case .failure(let fault):
    puts("\(fault)")
    exit(73)
  }
}

func printTable() throws {
  var wrong = 0
  var judged = 0
  func show(_ title: String, _ table: FaultTable) {
    print(title + "\n\n" + table.text)
    for case .wrong(let what) in table.rows.flatMap(\.outcomes) { print("WRONG: " + what) }
    wrong += table.rows.flatMap(\.outcomes).count { $0.word == "WRONG" }
    judged += table.rows.flatMap(\.outcomes).count
  }
  show("Each call fails once:", try FaultTable(of: .whole))
  show("The call and all that follow fail:", try FaultTable(of: .whole, fromThenOn: true))
  show(
    "No file without a name here; each call fails once:", try FaultTable(of: .withoutUnnamed))
  show("Nor a second name for a file:", try FaultTable(of: .withoutLinks))
  print(FaultTable.legend)
  print("\(judged - wrong) passed, \(wrong) failed")
  exit(wrong == 0 ? 0 : 1)
}

func runKills() throws {
  guard arguments.count >= 3, let rounds = Int(arguments[2]), rounds > 0 else { exit(64) }
  let seed =
    arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64(truncatingIfNeeded: time(nil))
  var random = SeededGenerator(seed: seed)
  print("seed \(seed)")
  let tally = try KillTally(rounds: rounds, using: &random)
  print(tally)
  exit(tally.isSafe ? 0 : 1)
}
