import Export
import Glibc
import SaveTestKit
import Testing

/// What the writer does when a system call fails, whichever it is.
struct FailingCallsTests {
  private let bytes = SaveProbe.bytes(1000)

  private func run(_ calls: inout FailingCalls) throws -> (
    Result<Saved, SaveFault>, TemporaryFolder
  ) {
    let folder = try TemporaryFolder()
    return (SafeFileWriter.write(bytes, to: folder.path("a"), calls: &calls), folder)
  }

  @Test func `the calls come in the order that keeps the file safe`() throws {
    var calls = FailingCalls()
    #expect(try run(&calls).0 == .success(.durable))
    #expect(
      calls.log == [
        "open folder", "mode of folder", "mode of name", "open unnamed", "write", "flush",
        "link unnamed", "flush", "close", "close",
      ])
    calls = FailingCalls(fileSystem: .withoutLinks)
    #expect(try run(&calls).0 == .success(.durable))
    #expect(
      calls.log.dropFirst(3) == [
        "open unnamed", "open exclusive", "write", "flush", "link", "rename", "flush", "close",
        "close",
      ])
    calls = FailingCalls(fileSystem: .withoutUnnamed)
    #expect(try run(&calls).0 == .success(.durable))
    #expect(
      calls.log.dropFirst(3) == [
        "open unnamed", "open exclusive", "write", "flush", "link", "remove", "flush", "close",
        "close",
      ])
  }

  @Test(arguments: FailingCalls.FileSystem.allCases)
  func `short and interrupted writes go on`(fileSystem: FailingCalls.FileSystem) throws {
    var calls = FailingCalls(fileSystem: fileSystem, mostBytes: 7, isInterrupting: true)
    let (result, folder) = try run(&calls)
    #expect(result == .success(.durable))
    #expect(folder.bytes("a") == bytes)
    #expect(folder.names == ["a"])
  }

  @Test(.timeLimit(.minutes(1))) func `a write of nothing is a failure, not a loop`() throws {
    var calls = FailingCalls(mostBytes: 0)
    let (result, folder) = try run(&calls)
    #expect(result == .failure(.failed(EIO)))
    #expect(folder.names == [])
  }

  @Test(
    arguments: FailingCalls.FileSystem.allCases,
    [ENOSPC, EDQUOT, EIO, EROFS, EACCES, EMFILE, ENOMEM, EINTR, EPERM, ENOENT, EOPNOTSUPP, EEXIST])
  func `one failure leaves the whole file or nothing, and says which`(
    fileSystem: FailingCalls.FileSystem, code: Int32
  ) throws {
    for failing in 1... {
      var calls = FailingCalls(.once(failing, code: code), fileSystem: fileSystem)
      let (result, folder) = try run(&calls)
      #expect(calls.open.isEmpty, "a descriptor stayed open")
      switch result {
      case .success(let saved):
        #expect(folder.names == ["a"], "\(calls.log)")
        #expect(folder.bytes("a") == bytes)
        // Once the file has its name, a failure may take the promise away, but not the file.
        let failed = failing <= calls.log.count ? calls.log[failing - 1] : ""
        let isLate =
          failed == "close" || (failed == "flush" && calls.log.filter { $0 == "flush" }.count == 2)
        if saved == .notFlushed { #expect(isLate, "\(failed)") }
        if isLate && !calls.log.dropFirst(failing).contains("write") {
          #expect(saved == .notFlushed, "\(failed)")
        }
      case .failure: #expect(folder.names == [], "\(calls.log)")
      }
      if failing > calls.log.count { break }
    }
  }

  @Test func `a failed flush of the file is not tried again`() throws {
    for code in [EIO, ENOSPC, EINTR] {
      var calls = FailingCalls(.once(6, code: code))
      let (result, folder) = try run(&calls)
      #expect(calls.log.filter { $0 == "flush" }.count == 1)
      #expect(folder.names == [])
      guard case .failure = result else {
        Issue.record("said saved")
        return
      }
    }
  }

  @Test(arguments: [
    (ENOSPC, SaveFault.full), (EDQUOT, .quota), (EFBIG, .tooLarge), (EIO, .failed(EIO)),
    (EROFS, .readOnly), (EACCES, .notAllowed),
  ])
  func `the fault tells what the system said`(code: Int32, fault: SaveFault) throws {
    var calls = FailingCalls(.once(5, code: code))
    #expect(try run(&calls).0 == .failure(fault))
  }

  @Test func `a folder that does not flush has words of its own`() throws {
    var calls = FailingCalls(.once(8, code: EIO))
    let (result, folder) = try run(&calls)
    #expect(result == .success(.notFlushed))
    #expect(folder.bytes("a") == bytes)
  }

  @Test(arguments: FailingCalls.FileSystem.allCases)
  func `no error at any call leaves a part or a wrong word`(
    fileSystem: FailingCalls.FileSystem
  ) throws {
    let table = try FaultTable(of: fileSystem)
    #expect(table.rows.count >= 11)
    expectNothingWrong(in: table)
    // What each call means for the file: before it has its name nothing is there.
    let linked = try #require(
      table.rows.lastIndex { ["link unnamed", "link", "rename"].contains($0.call) })
    for (place, row) in table.rows.enumerated() {
      for (error, outcome) in zip(FaultTable.codes, row.outcomes) {
        if place > linked && row.call != "remove" { #expect(outcome == .notFlushed, "\(row.call)") }
        let isRetried = row.call == "write" && error.code == EINTR
        // What a file system cannot do is done in another way.
        let isWayRound =
          [EPERM, ENOENT, EOPNOTSUPP].contains(error.code) || row.call == "open unnamed"
          || row.call == "link" || row.call == "mode of name"
        if place <= linked && !isRetried && !isWayRound {
          guard case .notSaved = outcome else {
            Issue.record("\(row.call) \(error.name): \(outcome)")
            continue
          }
        }
      }
    }
  }

  @Test func `nor does an error that stays`() throws {
    expectNothingWrong(in: try FaultTable(of: .whole, fromThenOn: true))
  }

  private func expectNothingWrong(in table: FaultTable) {
    for row in table.rows {
      for case .wrong(let what) in row.outcomes { Issue.record("\(row.call): \(what)") }
    }
  }
}
