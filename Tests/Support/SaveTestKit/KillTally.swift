import Export
import Foundation
import Glibc

/// What saves that were killed at random instants left behind.
///
/// Half of them are killed between the start of the program and its end, the other half while it
/// writes.
package struct KillTally: CustomStringConvertible {
  private static let size = 200_000
  private static let bytes = SaveProbe.bytes(size)

  package private(set) var whole = 0
  package private(set) var absent = 0
  /// Killed after it had said that it saved.
  package private(set) var saidSaved = 0
  package private(set) var partial = 0
  /// Said to be saved, and not there or not whole.
  package private(set) var falselySaved = 0
  /// Files of any other name.
  package private(set) var leftOver = 0

  package var isSafe: Bool { partial == 0 && falselySaved == 0 && leftOver == 0 }

  package var description: String {
    "\(whole + absent + partial) kills: \(whole) whole, \(absent) absent, \(saidSaved) said saved, "
      + "\(partial) partial, \(falselySaved) falsely saved, \(leftOver) left over"
  }

  package init(rounds: Int, using random: inout some RandomNumberGenerator) throws {
    let folder = try TemporaryFolder()
    let (toEnd, toWrite) = try Self.durations(in: folder)
    for round in 0..<rounds {
      let started = try SaveProbe.start([folder.path("a"), "\(Self.size)", "announce"])
      let output = started.output.fileHandleForReading
      var said = Data()
      if round.isMultiple(of: 2) {
        usleep(UInt32.random(in: 0...toEnd, using: &random))
      } else {
        said = output.readData(ofLength: SaveProbe.announcement.count)
        usleep(UInt32.random(in: 0...toWrite, using: &random))
      }
      kill(started.process.processIdentifier, SIGKILL)
      said += output.readDataToEndOfFile()
      started.process.waitUntilExit()
      judge(folder, isSaid: saysSaved(said))
      unlink(folder.path("a"))
    }
  }

  private mutating func judge(_ folder: TemporaryFolder, isSaid: Bool) {
    leftOver += folder.names.count { $0 != "a" }
    let bytes = folder.bytes("a")
    let isWhole = bytes == Self.bytes
    if isWhole { whole += 1 } else if bytes == nil { absent += 1 } else { partial += 1 }
    if isSaid { saidSaved += 1 }
    if isSaid && !isWhole { falselySaved += 1 }
  }

  private func saysSaved(_ said: Data) -> Bool {
    let words = String(decoding: said, as: UTF8.self)
    return ["\(Saved.durable)", "\(Saved.notFlushed)"].contains { words.contains($0) }
  }

  /// How long a save takes here from the start of the program, and from its announcement, in
  /// microseconds and a little more.
  private static func durations(in folder: TemporaryFolder) throws -> (UInt32, UInt32) {
    var whole: [UInt64] = []
    var writing: [UInt64] = []
    for _ in 0..<5 {
      let start = DispatchTime.now().uptimeNanoseconds
      let started = try SaveProbe.start([folder.path("a"), "\(size)", "announce"])
      let output = started.output.fileHandleForReading
      _ = output.readData(ofLength: SaveProbe.announcement.count)
      let announced = DispatchTime.now().uptimeNanoseconds
      _ = output.readDataToEndOfFile()
      let end = DispatchTime.now().uptimeNanoseconds
      started.process.waitUntilExit()
      unlink(folder.path("a"))
      whole.append(end - start)
      writing.append(end - announced)
    }
    func limit(_ times: [UInt64]) -> UInt32 {
      UInt32(clamping: times.sorted()[times.count / 2] / 1000 * 5 / 4 + 1)
    }
    return (limit(whole), limit(writing))
  }
}
