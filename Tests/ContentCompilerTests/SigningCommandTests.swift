import Foundation
import Testing

/// The commands that sign a pack and check it.
@Suite struct SigningCommandTests {
  private let folder: CommandTests.Folder

  init() throws {
    folder = try CommandTests.Folder()
    for arguments in [
      ["build", "--output", "a.pack", "--on", "2026-11-22"], ["keygen", "--output", "key"],
      ["keygen", "--output", "other"],
    ] {
      let ended = try folder.run(arguments)
      try #require(ended.status == 0, "\(ended.error)")
    }
  }

  private func expectFault(_ words: String, _ arguments: String...) throws {
    let ended = try folder.run(arguments)
    #expect(ended.status == 65)
    #expect(ended.output.isEmpty)
    #expect(ended.error.hasPrefix("kneeguide-content: ") && ended.error.contains(words))
    #expect(ended.error.filter { $0 == "\n" }.count == 1)
  }

  @Test func `a pack is signed with one half of a key and checked with the other`() throws {
    let signed = try folder.run("sign", "a.pack", "--key", "key")
    #expect(signed.status == 0)
    #expect(signed.output.hasPrefix("a.pack.sig: "))
    let checked = try folder.run("verify", "a.pack", "--key", "key.pub")
    #expect(checked.status == 0)
    #expect(checked.output.hasPrefix("a.pack: signed by "))
    // Signed again, it is the same.
    let before = try folder.bytes(of: "a.pack.sig")
    #expect(try folder.run("sign", "a.pack", "--key", "key").status == 0)
    #expect(try folder.bytes(of: "a.pack.sig") == before)
  }

  @Test func `a secret key is its owner's alone, and no key is written over`() throws {
    let path = folder.path + "/key"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let before = try folder.bytes(of: "key")
    #expect(try folder.run("keygen", "--output", "key").status == 73)
    #expect(try folder.bytes(of: "key") == before)
    try FileManager.default.moveItem(atPath: path, toPath: path + "-kept")
    #expect(try folder.run("keygen", "--output", "key").status == 73)
    #expect(!folder.names.contains("key"), "half a pair was written")

    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: path + "-kept")
    try expectFault("others may read this key", "sign", "a.pack", "--key", "key-kept")
  }

  @Test func `what is not signed by the key is refused in one line`() throws {
    try expectFault("the signature is missing", "verify", "a.pack", "--key", "key.pub")
    #expect(try folder.run("sign", "a.pack", "--key", "key").status == 0)
    try expectFault("with another key", "verify", "a.pack", "--key", "other.pub")
    try expectFault("the other half", "verify", "a.pack", "--key", "key")
    try expectFault("the other half", "sign", "a.pack", "--key", "key.pub")
    try expectFault("holds no key", "sign", "a.pack", "--key", "a.pack.sig")
    var pack = try folder.bytes(of: "a.pack")
    pack[pack.count / 2] ^= 1
    try Data(pack).write(to: URL(fileURLWithPath: folder.path + "/a.pack"))
    try expectFault("another pack's", "verify", "a.pack", "--key", "key.pub")
    try expectFault("damaged", "sign", "a.pack", "--key", "key")
  }

  @Test func `an override names a pack and a day`() throws {
    let ended = try folder.run("override", "a.pack", "--until", "2027-12-31", "--key", "key")
    #expect(ended.status == 0)
    #expect(ended.output.hasSuffix(" until 2027-12-31\n"))
    #expect(folder.names.contains("a.pack.override"))
    #expect(
      try folder.run("override", "a.pack", "--until", "soon", "--key", "key").status == 64)
  }
}
