import Glibc
import PackFile
import RecommendationCore

/// Runs random loops on a real pack for so many seconds and says what it found: `kneeguide-soak
/// PACK SECONDS [SEED [KEYS [SHEETS]]]`.
///
/// The walks go on until so many keys were pressed, and the sheets on both faces until there were so
/// many, however long that takes.
///
/// Exit status 1 when a property did not hold. A failure names the seed that shows it again.
@main
struct Soak {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count >= 4, arguments[2] == "qr" { drawQRCodes(arguments) }
    guard arguments.count >= 3, let seconds = Double(arguments[2]), seconds > 0,
      let bytes = readFile(arguments[1])
    else {
      print("usage: kneeguide-soak PACK SECONDS [SEED [KEYS [SHEETS]]] or PACK qr COUNT [SEED]")
      exit(64)
    }
    guard let pack = try? PackFile.decode(bytes) else {
      print("\(arguments[1]) is no pack that can be read")
      exit(65)
    }
    let seed =
      arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64(truncatingIfNeeded: time(nil))
    let least = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    let leastSheets = arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0
    var keys = 0
    print("seed \(seed)")
    let loops: [(name: String, once: (inout SeededGenerator) -> String?)] = [
      ("answer sheets", { sheetProperty(pack, &$0) }),
      ("codes of summaries", { replayProperty(pack, &$0) }),
      ("walks of keys", { walkProperty(pack, &$0, keys: &keys) }),
      ("sheets on both faces", { facesProperty(pack, &$0) }),
      ("line walks", { lineWalkProperty(pack, &$0) }),
      ("damaged packs", { damageProperty(bytes, &$0) }),
      ("bytes as keys", { keyProperty(&$0) }),
    ]
    var failed = 0
    for loop in loops {
      let isDone = run(
        loop.name, loop.once, seconds: seconds / Double(loops.count), seed: seed,
        isEnough: { count in
          switch loop.name {
          case "walks of keys": keys >= least
          case "sheets on both faces", "codes of summaries": count >= leastSheets
          default: true
          }
        })
      if !isDone { failed += 1 }
    }
    print("keys pressed: \(keys)")
    print("\(loops.count - failed) passed, \(failed) failed")
    exit(failed == 0 ? 0 : 1)
  }

  /// Draws so many QR codes and ends.
  private static func drawQRCodes(_ arguments: [String]) -> Never {
    guard let bytes = readFile(arguments[1]), let pack = try? PackFile.decode(bytes),
      let count = Int(arguments[3]), count > 0
    else { exit(65) }
    writeQRCodes(
      pack, count: count, seed: arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1)
    exit(0)
  }

  /// Repeats a property until the time is up; false at its first failure.
  private static func run(
    _ name: String, _ once: (inout SeededGenerator) -> String?, seconds: Double, seed: UInt64,
    isEnough: (Int) -> Bool
  ) -> Bool {
    let end = now() + seconds
    var count: UInt64 = 0
    while now() < end || !isEnough(Int(clamping: count)) {
      var generator = SeededGenerator(seed: seed &+ count)
      if let fault = once(&generator) {
        print("FAILED \(name), seed \(seed &+ count): \(fault)")
        return false
      }
      count += 1
    }
    print("\(name): \(count) without a fault")
    return true
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// splitmix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}
