import Export
import Glibc

// Saves a file as the program does, in a process that a test may kill or starve:
// save-probe FILE BYTES [LIMIT], where LIMIT is the largest size that a file may have.

_ = umask(0)
_ = signal(SIGXFSZ, SIG_IGN)

let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[2]), count >= 0 else { exit(64) }
if arguments.count > 3, let limit = rlim_t(arguments[3]) {
  var limits = rlimit(rlim_cur: limit, rlim_max: limit)
  guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { exit(70) }
}
let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 % 251) }
switch SafeFileWriter.write(bytes, to: arguments[1]) {
case .success(let saved): puts("\(saved)")
case .failure(let fault):
  puts("\(fault)")
  exit(73)
}
