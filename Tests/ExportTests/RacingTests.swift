import Export
import Foundation
import Glibc
import SaveTestKit
import Testing

/// What the writer does while others rename, link and remove in its folder.
struct RacingTests {
  private let bytes = SaveProbe.bytes(1000)

  /// What may come into being under the name just before the writer gives it to its own file.
  enum Intruder: CaseIterable, Sendable {
    case file, link, linkToNowhere, pipe, folder

    var fault: SaveFault {
      switch self {
      case .file: .exists
      case .link, .linkToNowhere: .symbolicLink
      case .pipe: .notAFile
      case .folder: .isFolder
      }
    }

    func make(at path: String, beside target: String) {
      switch self {
      case .file: _ = close(open(path, O_CREAT | O_WRONLY, 0o600))
      case .link: symlink(target, path)
      case .linkToNowhere: symlink("nowhere", path)
      case .pipe: mkfifo(path, 0o600)
      case .folder: mkdir(path, 0o700)
      }
    }
  }

  @Test(arguments: FailingCalls.FileSystem.allCases, Intruder.allCases)
  func `what comes in between is neither replaced nor written through`(
    fileSystem: FailingCalls.FileSystem, intruder: Intruder
  ) throws {
    let folder = try TemporaryFolder()
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder.path("target")))
    var calls = FailingCalls(fileSystem: fileSystem) { call in
      guard ["link unnamed", "link", "rename"].contains(call) else { return }
      intruder.make(at: folder.path("a"), beside: folder.path("target"))
    }
    let result = SafeFileWriter.write(bytes, to: folder.path("a"), calls: &calls)
    #expect(result == .failure(intruder.fault))
    #expect(folder.names == ["a", "target"])
    #expect(folder.bytes("target") == Array("theirs".utf8))
    if intruder == .file { #expect(folder.bytes("a") == []) }
  }

  /// The folder was opened once: what stands at its path later does not matter.
  @Test(arguments: FailingCalls.FileSystem.allCases)
  func `a folder that is put in its folder's place gets nothing`(
    fileSystem: FailingCalls.FileSystem
  ) throws {
    var count = FailingCalls(fileSystem: fileSystem)
    _ = try FaultTable.outcome(of: &count)
    for step in 2...count.log.count {
      let outer = try TemporaryFolder()
      for name in ["mine", "theirs"] { #expect(mkdir(outer.path(name), 0o700) == 0) }
      var calls = 0
      var failing = FailingCalls(fileSystem: fileSystem) { _ in
        calls += 1
        guard calls == step else { return }
        #expect(rename(outer.path("mine"), outer.path("moved")) == 0)
        #expect(symlink("theirs", outer.path("mine")) == 0)
      }
      let result = SafeFileWriter.write(bytes, to: outer.path("mine/a"), calls: &failing)
      #expect(result == .success(.durable))
      #expect(outer.bytes("moved/a") == bytes)
      #expect(outer.bytes("theirs/a") == nil)
    }
  }

  @Test func `a pipe in a folder's place is refused at once`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("pipe/a")) == .failure(.notAFolder))
  }

  @Test func `a link that comes and goes is never written through`() throws {
    let folder = try TemporaryFolder()
    let (name, target) = (folder.path("a"), folder.path("target"))
    try race(against: [.success(.durable), .failure(.symbolicLink), .failure(.exists)], at: name) {
      symlink(target, name)
      unlink(name)
    }
    #expect(folder.bytes("target") == nil)
  }

  @Test func `a file that is renamed to the name is never written to`() throws {
    let folder = try TemporaryFolder()
    let (name, other) = (folder.path("a"), folder.path("other"))
    let isTouched = Flag()
    try race(against: [.success(.durable), .failure(.exists)], at: name) {
      let file = open(other, O_CREAT | O_RDWR, 0o600)
      rename(other, name)
      usleep(20)
      var status = stat()
      if fstat(file, &status) != 0 || status.st_size != 0 { isTouched.set() }
      close(file)
      unlink(name)
    }
    #expect(!isTouched.isSet)
    #expect(folder.names.allSatisfy { $0 == "a" || $0 == "other" })
  }

  /// Saves again and again while another thread does its work.
  private func race(
    against allowed: [Result<Saved, SaveFault>], at name: String,
    work: @escaping @Sendable () -> Void
  ) throws {
    let isDone = Flag()
    let hasEnded = Flag()
    let thread = Thread {
      while !isDone.isSet { work() }
      hasEnded.set()
    }
    thread.start()
    for _ in 0..<2000 {
      let result = SafeFileWriter.write(bytes, to: name)
      #expect(allowed.contains(result))
    }
    isDone.set()
    while !hasEnded.isSet { usleep(100) }
  }
}

/// A word from one thread to another.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
