import Export
import SaveTestKit
import Testing

/// What a save leaves behind that is killed on the way.
struct KillTests {
  @Test func `a kill at any time leaves the whole file or nothing`() throws {
    var random = SystemRandomNumberGenerator()
    let tally = try KillTally(rounds: 200, using: &random)
    #expect(tally.isSafe, "\(tally)")
    #expect(tally.whole > 0 && tally.absent > 0, "they were all killed too early or too late")
  }

  @Test func `a kill before each of its calls leaves the whole file or nothing`() throws {
    var count = FailingCalls()
    _ = try FaultTable.outcome(of: &count)
    let linked = try #require(count.log.firstIndex(of: "link unnamed"))
    for call in 1...count.log.count {
      let folder = try TemporaryFolder()
      let run = try SaveProbe.run(folder.path("a"), "1000", "kill=\(call)")
      #expect(run.output.isEmpty)
      #expect(folder.names == (call - 1 > linked ? ["a"] : []), "before \(count.log[call - 1])")
      #expect(folder.bytes("a") == (call - 1 > linked ? SaveProbe.bytes(1000) : nil))
    }
  }

  /// Where every file has a name from the beginning, a kill can leave it behind, but for its owner
  /// alone and never under the name that was asked for.
  @Test(arguments: [FailingCalls.FileSystem.withoutUnnamed, .withoutLinks])
  func `without files that have no name a kill leaves no part under the name`(
    fileSystem: FailingCalls.FileSystem
  ) throws {
    var count = FailingCalls(fileSystem: fileSystem)
    _ = try FaultTable.outcome(of: &count)
    for call in 1...count.log.count {
      let folder = try TemporaryFolder()
      let run = try SaveProbe.run(
        folder.path("a"), "1000", "kill=\(call)", "system=\(fileSystem.rawValue)")
      #expect(run.output.isEmpty)
      #expect(folder.bytes("a").map { $0 == SaveProbe.bytes(1000) } ?? true)
      for name in folder.names where name != "a" {
        #expect(name.hasPrefix(".save-") && folder.mode(name) == 0o600, "\(name)")
      }
    }
  }
}
