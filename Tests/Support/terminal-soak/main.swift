import Foundation
import PackFile
import QuestionnaireModel
import TerminalTestKit
import WalkthroughTestKit

/// Random walks with the real program on a real terminal, for so many seconds, or until so many
/// keys were pressed: `terminal-soak PROGRAM PACK SECONDS [SEED [KEYS]]`.
///
/// Exit status 1 at the first fault, with the seed that shows it again.
func main() -> Int32 {
  let arguments = CommandLine.arguments
  guard arguments.count >= 4, let seconds = Double(arguments[3]),
    let bytes = FileManager.default.contents(atPath: arguments[2])
  else {
    print("usage: terminal-soak PROGRAM PACK SECONDS [SEED [KEYS]]")
    return 64
  }
  guard let pack = try? PackFile.decode([UInt8](bytes)) else {
    print("\(arguments[2]) is no pack that can be read")
    return 65
  }
  let seed =
    arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : UInt64(Date.now.timeIntervalSince1970)
  let least = arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0
  print("seed \(seed)")
  let end = ContinuousClock.now + .seconds(seconds)
  var walks: UInt64 = 0
  var keys = 0
  repeat {
    var fault: String? = "the clock of this machine gives no day"
    if let day = today() {
      let setting = LockstepWalk.Setting(
        program: arguments[1], packFile: arguments[2], pack: pack, day: day)
      do {
        var walk = try LockstepWalk(setting, seed: seed &+ walks)
        fault = walk.run()
        keys += walk.keysSent
      } catch {
        fault = "\(error.call) failed: \(error.code)"
      }
    }
    if let fault {
      print("FAILED walks on a terminal, seed \(seed &+ walks): \(fault)")
      print("0 passed, 1 failed")
      return 1
    }
    walks += 1
  } while ContinuousClock.now < end || keys < least
  print("walks on a terminal: \(walks) with \(keys) keys without a fault")
  print("1 passed, 0 failed")
  return 0
}

func today() -> Day? {
  let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
  guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
  return Day(year: year, month: month, day: day)
}

exit(main())
