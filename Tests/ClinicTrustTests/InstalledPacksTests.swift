import ClinicTrust
import Export
import FixturePack
import Glibc
import PackFile
import Testing

struct InstalledPacksTests {
  private let key: SecretKey
  private let old: [UInt8]
  private let new: [UInt8]

  init() throws {
    key = try SecretKey()
    old = try PackFile.encode(FixturePack.another)
    // The same content twice is another file.
    new = try PackFile.encode([FixturePack.another, FixturePack.another])
  }

  private typealias Packs = InstalledPacks<MemoryStore>

  private func packs(_ store: MemoryStore = MemoryStore()) -> Packs {
    Packs(folder: "packs", key: key.publicKey, calls: store)
  }

  private func sign(_ pack: [UInt8]) -> [UInt8] { PackSignature.sign(pack, key: key) }

  private func withOld() throws -> MemoryStore {
    var packs = packs()
    try packs.install(old, signature: sign(old))
    return packs.calls.restarted
  }

  @Test func `what was installed is in use, and the one before can be had again`() throws {
    var packs = packs()
    #expect(throws: InstallFault.nothingInstalled) { try packs.current() }
    #expect(throws: InstallFault.nothingBefore) { try packs.rollBack() }
    try packs.install(old, signature: sign(old))
    #expect(try packs.current().bytes == old)
    #expect(throws: InstallFault.nothingBefore) { try packs.rollBack() }
    try packs.install(new, signature: sign(new))
    let current = try packs.current()
    #expect(current.bytes == new)
    #expect(current.path == "packs/\(PackDigest(of: new)).pack")
    #expect(try packs.all().map(\.use) == [.current, .previous])
    #expect(try packs.all().allSatisfy { $0.fault == nil })

    try packs.rollBack()
    #expect(try packs.current().bytes == old)
    try packs.rollBack()
    #expect(try packs.current().bytes == new)
  }

  @Test func `the same pack again changes nothing`() throws {
    var packs = packs(try withOld())
    let before = packs.calls.files
    try packs.install(old, signature: sign(old))
    #expect(packs.calls.files == before)
  }

  @Test func `two packs are kept, and no more`() throws {
    var packs = packs(try withOld())
    try packs.install(new, signature: sign(new))
    let third = new + old
    try packs.install(third, signature: sign(third))
    #expect(packs.calls.files.count == 5)
    #expect(try packs.all().map(\.digest) == [PackDigest(of: third), PackDigest(of: new)])
    for (path, mode) in packs.calls.modes where packs.calls.files[path] != nil {
      #expect(mode == 0o644)
    }
  }

  @Test func `an unsigned or damaged pack is refused, and the one in use stays`() throws {
    var packs = packs(try withOld())
    let before = packs.calls.files
    var damaged = new
    damaged[new.count / 3] ^= 1
    let rows: [([UInt8], [UInt8], InstallFault)] = [
      (new, [], .signature(.missing)),
      (new, sign(old), .signature(.otherPack)),
      (damaged, sign(new), .signature(.otherPack)),
      (new, PackSignature.sign(new, key: try SecretKey()), .signature(.wrongKey)),
      (damaged, sign(damaged), .pack("the pack is damaged (the checksum does not fit)")),
      ([], sign([]), .pack("the pack is cut short")),
    ]
    for (pack, signature, fault) in rows {
      #expect(throws: fault) { try packs.install(pack, signature: signature) }
      #expect(packs.calls.files == before)
      #expect(fault.description.contains(";"), "says no remedy")
    }
    #expect(try packs.current().bytes == old)
  }

  @Test func `what is damaged on the disk is not used`() throws {
    var store = try withOld()
    let path = "packs/\(PackDigest(of: old)).pack"
    store.files[path]?[100] ^= 1
    var damaged = packs(store)
    #expect(throws: InstallFault.signature(.otherPack)) { try damaged.current() }
    #expect(try damaged.all().first?.fault == .signature(.otherPack))
    // Installing it again mends it.
    try damaged.install(old, signature: sign(old))
    #expect(try damaged.current().bytes == old)

    store = try withOld()
    store.files[path + ".sig"] = nil
    var unsigned = packs(store)
    #expect(throws: InstallFault.signature(.missing)) { try unsigned.current() }

    store = try withOld()
    store.files[path] = nil
    var gone = packs(store)
    #expect(throws: InstallFault.packMissing) { try gone.current() }

    // Another good pack under this name is not the one that the list means.
    store = try withOld()
    store.files[path] = new
    store.files[path + ".sig"] = sign(new)
    var swapped = packs(store)
    #expect(throws: InstallFault.signature(.otherPack)) { try swapped.current() }
  }

  @Test func `a damaged one before is not gone back to`() throws {
    var packs = packs(try withOld())
    try packs.install(new, signature: sign(new))
    var store = packs.calls.restarted
    store.files["packs/\(PackDigest(of: old)).pack"]?[50] ^= 4
    packs = self.packs(store)
    #expect(throws: InstallFault.signature(.otherPack)) { try packs.rollBack() }
    #expect(try packs.current().bytes == new)
  }

  @Test(arguments: [
    "", "kneeguide-installed 1\n", "kneeguide-installed 2\ncurrent -\nprevious -\n",
    "kneeguide-installed 1\ncurrent ../../x\nprevious -\n",
    "kneeguide-installed 1\ncurrent -\nprevious -\n",
  ])
  func `a damaged list is no list`(text: String) throws {
    var store = try withOld()
    store.files["packs/installed"] = Array(text.utf8)
    var packs = packs(store)
    #expect(throws: InstallFault.damagedList("packs/installed")) { try packs.current() }
    #expect(throws: InstallFault.damagedList("packs/installed")) {
      try packs.install(new, signature: sign(new))
    }
  }

  @Test(arguments: MemoryStore.Trouble.allCases, [false, true])
  func `trouble at any step leaves the old pack or the new one in use`(
    trouble: MemoryStore.Trouble, isBack: Bool
  ) throws {
    var start = try withOld()
    if isBack {
      var both = packs(start)
      try both.install(new, signature: sign(new))
      try both.rollBack()
      start = both.calls.restarted
    }
    var sawOld = false
    var sawNew = false
    for failing in 1...60 {
      var store = start
      store.failing = failing
      store.trouble = trouble
      var packs = packs(store)
      var thrown: InstallFault?
      do throws(InstallFault) {
        if isBack {
          try packs.rollBack()
        } else {
          try packs.install(new, signature: sign(new))
        }
      } catch { thrown = error }
      var after = self.packs(packs.calls.restarted)
      let bytes = try after.current().bytes
      #expect(bytes == old || bytes == new)
      sawOld = sawOld || bytes == old
      sawNew = sawNew || bytes == new
      // What is said is so: a fault of a system that is still there means the old one.
      if thrown == nil { #expect(bytes == new, "step \(failing)") }
      if trouble == .failure, case .failed = thrown { #expect(bytes == old, "step \(failing)") }
      if case .notFlushed = thrown { #expect(bytes == new, "step \(failing)") }
      // And the next try succeeds.
      if bytes == old {
        if isBack {
          try after.rollBack()
        } else {
          try after.install(new, signature: sign(new))
        }
        #expect(try after.current().bytes == new, "step \(failing)")
      }
      if failing > packs.calls.log.count { break }
      #expect(failing < 60, "the steps never end")
    }
    #expect(sawOld && sawNew)
  }
}
