import ClinicTrust
import Export
import FixturePack
import Foundation
import Glibc
import PackFile
import Testing

/// The same on a real file system.
struct SystemStoreTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/trust-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  @Test func `packs are installed and rolled back in a folder`() throws {
    let key = try SecretKey()
    let old = try PackFile.encode(FixturePack.another)
    let new = old + old
    try withFolder { folder in
      var packs = InstalledPacks(folder: folder, key: key.publicKey, calls: SystemStore())
      try packs.install(old, signature: PackSignature.sign(old, key: key))
      try packs.install(new, signature: PackSignature.sign(new, key: key))
      #expect(try packs.current().bytes == new)
      try packs.rollBack()
      let current = try packs.current()
      #expect(current.bytes == old)
      #expect(mode(current.path) == 0o644)
      #expect(mode(folder + "/installed") == 0o644)
      #expect(try SystemStore().names(in: folder).count == 5)
    }
  }

  @Test func `a folder that is not there is said`() throws {
    let key = try SecretKey()
    let pack = try PackFile.encode(FixturePack.another)
    var packs = InstalledPacks(folder: "/nonexistent", key: key.publicKey, calls: SystemStore())
    #expect(throws: InstallFault.failed(SystemError(code: ENOENT))) {
      try packs.install(pack, signature: PackSignature.sign(pack, key: key))
    }
  }

  @Test func `a PIN is kept for its owner alone`() throws {
    try withFolder { folder in
      var store = SystemStore()
      #expect(try StaffPINFile.read(in: folder, calls: &store) == nil)
      let pin = try StaffPIN(try digits("271828"))
      try StaffPINFile.write(pin, in: folder, calls: &store)
      #expect(mode(folder + "/staff-pin") == 0o600)
      #expect(try StaffPINFile.read(in: folder, calls: &store) == pin)
      try StaffPINFile.write(try StaffPIN(try digits("314159")), in: folder, calls: &store)
      #expect(try StaffPINFile.read(in: folder, calls: &store) != pin)
      #expect(try store.names(in: folder) == ["staff-pin"])
    }
  }

  @Test func `a link in the place of a new file is not followed`() throws {
    try withFolder { folder in
      symlink("/etc/hostname", folder + "/a")
      #expect(throws: SystemError.self) { try SystemStore().create(folder + "/a", [1]) }
      #expect(throws: SystemError.self) { try SystemStore().settle(folder + "/a", mode: 0o600) }
    }
  }
}
