import ClinicTrust
import Export
import Foundation
internal import Glibc
import QuestionnaireModel
import SaveTestKit
import Testing

/// The clinic's folder, on a real file system.
@Suite struct `The folder of sealed pages` {
  private let folder: TemporaryFolder
  private let page: [UInt8]
  private let code: VisitCode
  private let day: Day

  init() throws {
    folder = try TemporaryFolder()
    code = try #require(VisitCode("4711"))
    day = try #require(Day("2026-11-23"))
    page = try #require(SealedPage.seal("Hello", for: code, with: try OpeningKey().sealingKey))
  }

  private func keep(
    _ path: String? = nil, mount: Bool = false, _ calls: FailingCalls = FailingCalls()
  ) -> SealedFolder.Outcome {
    var calls = calls
    let outcome = SealedFolder(path ?? folder.path, needsMount: mount)
      .keep(page, for: code, on: day, calls: &calls)
    #expect(calls.open.isEmpty)
    return outcome
  }

  @Test func `takes a page whole, for its owner alone, and tells no more than its day`() throws {
    let old = umask(0)
    defer { umask(old) }
    #expect(keep() == .kept)
    let name = "KG-4711-2026-11-23-1.sealed"
    var status = stat()
    #expect(stat(folder.path(name), &status) == 0)
    #expect(folder.names == [name] && folder.bytes(name) == page && folder.mode(name) == 0o600)
    #expect(status.st_mtim.tv_sec == day.number * 86_400 + 43_200 && status.st_mtim.tv_nsec == 0)
    #expect(status.st_atim.tv_sec == status.st_mtim.tv_sec)
  }

  /// H3: two visits with one code never share a file.
  @Test func `has one file for each page, also of the same code`() throws {
    for _ in 1...3 { #expect(keep() == .kept) }
    #expect(folder.names == (1...3).map { "KG-4711-2026-11-23-\($0).sealed" })
    // What else has the next name is left as it is.
    symlink("/dev/null", folder.path("KG-4711-2026-11-23-4.sealed"))
    mkdir(folder.path("KG-4711-2026-11-23-5.sealed"), 0o700)
    #expect(keep() == .kept && folder.bytes("KG-4711-2026-11-23-6.sealed") == page)
    for number in 7...99 { #expect(keep() == .kept, "\(number)") }
    #expect(keep() == .failed)
  }

  @Test func `takes nothing but a sealed page`() {
    var calls = FailingCalls()
    for bytes in [[], Array("My knee hurts".utf8), Array(page.dropLast()), page + page] {
      let outcome = SealedFolder(folder.path, needsMount: false)
        .keep(bytes, for: code, on: day, calls: &calls)
      #expect(outcome == .failed && folder.names.isEmpty && calls.log.isEmpty)
    }
  }

  @Test func `is the folder itself, and no link to one`() throws {
    let link = folder.path("link")
    let other = try TemporaryFolder()
    #expect(symlink(other.path, link) == 0)
    #expect(keep(link) == .gone && other.names.isEmpty)
    #expect(keep(folder.path("none")) == .gone)
    touch("file")
    #expect(keep(folder.path("file")) == .gone)
  }

  @Test func `is refused where everybody could take a page away`() {
    chmod(folder.path, 0o777)
    #expect(keep() == .failed && folder.names.isEmpty)
  }

  /// A drive that is out: what is below it is never written to.
  @Test func `is a mount where one is asked for`() {
    #expect(keep(mount: true) == .gone && folder.names.isEmpty)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "this test may not mount"))
  func `a drive that is in takes pages until it is full`() throws {
    let disk = try SmallDisk(options: "size=64k,mode=700")
    let outcomes = (0..<6).map { _ in keep(disk.folder.path, mount: true) }
    #expect(outcomes.first == .kept && outcomes.last == .full)
    #expect(disk.folder.names.count == outcomes.count { $0 == .kept })
    for name in disk.folder.names { #expect(disk.folder.bytes(name) == page) }
  }

  @Test(.enabled(if: SmallDisk.isPossible, "this test may not mount"))
  func `a drive that may not be written says so`() throws {
    let disk = try SmallDisk(options: "size=64k,mode=700,ro")
    #expect(keep(disk.folder.path, mount: true) == .failed)
  }

  /// R91: each call fails once, with each error, on every kind of file system.
  @Test(arguments: FailingCalls.FileSystem.allCases, [EIO, ENOSPC, EDQUOT, EROFS, EACCES, EMFILE])
  func `is never said to have kept what is not there`(
    system: FailingCalls.FileSystem, code: Int32
  ) throws {
    for place in 1...40 {
      let own = try TemporaryFolder()
      var calls = FailingCalls(.once(place, code: code), fileSystem: system)
      let outcome = SealedFolder(own.path, needsMount: false)
        .keep(page, for: self.code, on: day, calls: &calls)
      let whole = own.names.filter { own.bytes($0) == page }
      #expect(own.names == whole, "call \(place): \(own.names)")
      switch outcome {
      case .kept, .unsure: #expect(whole.count == 1, "call \(place)")
      case .full, .gone, .failed: #expect(whole.isEmpty, "call \(place)")
      }
      if code == ENOSPC, calls.log.last == "write" { #expect(outcome == .full) }
      if calls.log.count < place { return #expect(outcome == .kept) }
    }
    Issue.record("40 calls are not enough")
  }

  /// R91: the file is there, and nobody can promise that it stays.
  @Test func `is not said to have kept what the disk did not promise to`() throws {
    let flushes = { (calls: FailingCalls) in calls.log.count { $0 == "flush" } }
    for place in 1...40 {
      let own = try TemporaryFolder()
      var calls = FailingCalls(.once(place, code: EIO))
      let outcome = SealedFolder(own.path, needsMount: false)
        .keep(page, for: code, on: day, calls: &calls)
      guard calls.log.indices.contains(place - 1), calls.log[place - 1] == "flush",
        flushes(calls) == 2
      else { continue }
      return #expect(outcome == .unsure && own.names.count == 1)
    }
    Issue.record("the folder is not flushed")
  }

  // MARK: - Removal

  private func removeOld(_ day: String, keeping days: Int = 7) throws -> (Int, left: Int) {
    try SealedFolder(folder.path, needsMount: false)
      .removeOld(on: try #require(Day(day)), keeping: days)
  }

  @Test func `is emptied of pages that are as old as the clinic says`() throws {
    let calls = ["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-30", "2027-01-01"]
    for text in calls {
      let name = SealedName(code, on: try #require(Day(text)), number: 1)
      touch("\(name)")
    }
    let removed = try removeOld("2026-11-23")
    #expect(removed.0 == 2 && removed.left == 0)
    #expect(folder.names == calls[2...].map { "KG-4711-\($0)-1.sealed" })
    #expect(try removeOld("2026-11-23").0 == 0)
  }

  @Test func `keeps what is not ours, and follows no link`() throws {
    let outside = try TemporaryFolder()
    touch("letter", in: outside)
    let old = "KG-4711-2020-01-01"
    symlink(outside.path("letter"), folder.path("\(old)-1.sealed"))
    mkdir(folder.path("\(old)-2.sealed"), 0o700)
    mkfifo(folder.path("\(old)-3.sealed"), 0o600)
    let others = [
      "letter.txt", "\(old)-1.sealed.bak", "KG-1-2020-01-01-1.sealed", ".save-Z", ".save",
    ]
    for name in others {
      touch(name)
      setDay(0, of: name)
    }
    // In a folder below, and reached by a link.
    mkdir(folder.path("below"), 0o700)
    touch("below/\(old)-1.sealed")
    let before = folder.names
    #expect(try removeOld("2026-11-23").0 == 0)
    #expect(folder.names == before && outside.names == ["letter"])
    #expect(FileManager.default.fileExists(atPath: folder.path("below/\(old)-1.sealed")))
    let link = outside.path("link")
    symlink(folder.path, link)
    #expect(throws: SystemError(code: ELOOP)) {
      try SealedFolder(link, needsMount: false).removeOld(on: day, keeping: 7)
    }
    #expect(throws: SystemError(code: ENODEV)) {
      try SealedFolder(folder.path, needsMount: true).removeOld(on: day, keeping: 7)
    }
  }

  /// On a drive whose file system has no files without a name.
  @Test func `is rid of what a killed writer has left, but not of today's`() throws {
    for (name, number) in [(".save-1z141z4abc", 20_000), (".save-x", day.number)] {
      touch(name)
      setDay(number, of: name)
    }
    #expect(try removeOld(day.description).0 == 1)
    #expect(folder.names == [".save-x"])
  }

  private func touch(_ name: String, in other: TemporaryFolder? = nil) {
    let path = (other ?? folder).path(name)
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
  }

  private func setDay(_ number: Int, of name: String) {
    let time = timeval(tv_sec: number * 86_400 + 43_200, tv_usec: 0)
    utimes(folder.path(name), [time, time])
  }
}
