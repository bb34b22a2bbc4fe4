import Export
import Foundation
import Glibc
import RecommendationCore
import SaveTestKit
import Testing

struct SafeFileWriterTests {
  private let bytes = Array("What to do now\n".utf8)

  @Test(arguments: [0, 1, 15, 100_000])
  func `a new file is there whole, for its owner alone`(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = SaveProbe.bytes(count)
    #expect(SafeFileWriter.write(bytes, to: folder.path("a.txt")) == .success(.durable))
    #expect(folder.bytes("a.txt") == bytes)
    #expect(folder.mode("a.txt") == 0o600)
    #expect(folder.names == ["a.txt"])
  }

  @Test func `the mode is 0600 under any umask`() throws {
    let folder = try TemporaryFolder()
    let run = try SaveProbe.run(folder.path("a.txt"), "10")
    #expect(run.output == "durable\n")
    #expect(folder.mode("a.txt") == 0o600)
  }

  @Test func `an existing file stays as it is`() throws {
    let folder = try TemporaryFolder()
    #expect(SafeFileWriter.write(bytes, to: folder.path("a.txt")) == .success(.durable))
    #expect(SafeFileWriter.write([1], to: folder.path("a.txt")) == .failure(.exists))
    #expect(folder.bytes("a.txt") == bytes)
    #expect(folder.names == ["a.txt"])
  }

  /// One that came in between the look at the name and the giving of it.
  @Test func `neither a rename nor a link replaces a file`() throws {
    let folder = try TemporaryFolder()
    for name in ["old", "new"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
    }
    let calls = SystemCalls()
    let opened = try calls.openFolder(folder.path(""))
    defer { close(opened) }
    #expect(throws: SystemError(code: EEXIST)) {
      try calls.renameExclusively("new", to: "old", in: opened)
    }
    #expect(throws: SystemError(code: EEXIST)) { try calls.link("new", as: "old", in: opened) }
    #expect(folder.bytes("old") == Array("old".utf8))
    #expect(folder.names == ["new", "old"])
  }

  @Test(arguments: ["target.txt", "nowhere", "."])
  func `a symbolic link is not followed`(target: String) throws {
    let folder = try TemporaryFolder()
    try Data("old".utf8).write(to: URL(fileURLWithPath: folder.path("target.txt")))
    #expect(symlink(target, folder.path("link")) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("link")) == .failure(.symbolicLink))
    #expect(folder.bytes("target.txt") == Array("old".utf8))
    #expect(folder.names == ["link", "target.txt"])
  }

  @Test func `a pipe and a folder are refused`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(mkdir(folder.path("folder"), 0o700) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("pipe")) == .failure(.notAFile))
    #expect(SafeFileWriter.write(bytes, to: "/dev/null") == .failure(.notAFile))
    for name in ["folder", "folder/", ".", "..", "folder/.", "new/", ""] {
      #expect(SafeFileWriter.write(bytes, to: folder.path(name)) == .failure(.isFolder), "\(name)")
    }
    #expect(SafeFileWriter.write(bytes, to: "/") == .failure(.isFolder))
    #expect(folder.names == ["folder", "pipe"])
  }

  @Test func `a place that is none is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(SafeFileWriter.write(bytes, to: folder.path("file")) == .success(.durable))
    #expect(SafeFileWriter.write(bytes, to: folder.path("no/a")) == .failure(.folderMissing))
    #expect(SafeFileWriter.write(bytes, to: folder.path("file/a")) == .failure(.notAFolder))
    #expect(SafeFileWriter.write(bytes, to: "") == .failure(.badName))
    #expect(SafeFileWriter.write(bytes, to: folder.path("a\0b")) == .failure(.badName))
    let long = String(repeating: "x", count: 256)
    #expect(SafeFileWriter.write(bytes, to: folder.path(long)) == .failure(.nameTooLong))
    #expect(folder.names == ["file"])
  }

  @Test func `a folder in which everybody may rename is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o777) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("a")) == .failure(.unsafeFolder))
    #expect(chmod(folder.path, 0o1777) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("a")) == .success(.durable))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write into any folder"))
  func `a folder without permission is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o500) == 0)
    #expect(SafeFileWriter.write(bytes, to: folder.path("a")) == .failure(.notAllowed))
    #expect(folder.names == [])
    #expect(chmod(folder.path, 0o700) == 0)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "this machine lets no test mount a file system"))
  func `a read-only file system is refused`() throws {
    let disk = try SmallDisk(options: "ro")
    #expect(SafeFileWriter.write(bytes, to: disk.folder.path("a")) == .failure(.readOnly))
  }

  @Test(.enabled(if: SmallDisk.isPossible, "this machine lets no test mount a file system"))
  func `a full disk keeps nothing of the file`() throws {
    let disk = try SmallDisk(options: "size=64k,mode=700")
    let large = SaveProbe.bytes(100_000)
    #expect(SafeFileWriter.write(large, to: disk.folder.path("a")) == .failure(.full))
    #expect(disk.folder.names == [])
    #expect(SafeFileWriter.write(bytes, to: disk.folder.path("a")) == .success(.durable))
  }

  @Test func `a file that would be larger than allowed is not there at all`() throws {
    let folder = try TemporaryFolder()
    let run = try SaveProbe.run(folder.path("a.txt"), "20000", "limit=8192")
    #expect(run.output == "tooLarge\n")
    #expect(run.status == 73)
    #expect(folder.names == [])
  }

  @Test func `each message is one line and names the place`() {
    let faults: [SaveFault] = [
      .exists, .symbolicLink, .isFolder, .notAFile, .folderMissing, .notAFolder, .badName,
      .nameTooLong, .readOnly, .notAllowed, .unsafeFolder, .full, .quota, .tooLarge, .unsupported,
      .failed(EIO),
    ]
    let messages = faults.map { $0.message(path: "/a\n\u{1B}b", wording: SmallPack.wording) }
    for (fault, message) in zip(faults, messages) {
      #expect(message.hasPrefix("Not saved: "))
      #expect(message.contains("Your answers are still here. "))
      #expect(message.contains("/a\u{FFFD}\u{FFFD}b") || fault == .badName)
      #expect(!message.contains("{"))
    }
    #expect(Set(messages).count == faults.count)
    #expect(messages.last?.contains("(Input/output error)") == true)
    let saved = Saved.notFlushed.message(path: "/a", wording: SmallPack.wording)
    #expect(saved.hasPrefix("Saved: /a. But") && saved.contains("power cut"))
    #expect(Saved.durable.message(path: "/a", wording: SmallPack.wording) == "Saved: /a")
  }
}
