package import Export
internal import Glibc
internal import PackFile

/// The packs that a machine keeps, each signed, one of them in use.
///
///     packs/installed        kneeguide-installed 1
///                            current 5f…            the digest of the pack in use
///                            previous 09…           where `rollBack` leads; - for none
///     packs/5f….pack         packs/5f….pack.sig
///
/// A pack is in use from the moment that `installed` is replaced, which is one rename: an end at any
/// step before leaves the old one in use, and an end at any step after the new one. What is on the
/// disk is checked whenever it is read, never taken on trust.
package struct InstalledPacks<Calls: StoreCalls> {
  package let folder: String
  private let key: PublicKey
  package private(set) var calls: Calls

  private static var list: String { "installed" }

  /// The key is that of whoever answers for the content.
  package init(folder: String, key: PublicKey, calls: Calls) {
    self.folder = folder
    self.key = key
    self.calls = calls
  }

  /// The pack in use, checked again; decoded in every language too, unless the caller does that.
  package mutating func current(decoding: Bool = true) throws(InstallFault) -> InstalledPack {
    guard let digest = try state().current else { throw .nothingInstalled }
    return try pack(digest, decoding: decoding)
  }

  /// Puts a pack into use.
  ///
  /// Whatever is thrown, the pack that was in use still is, but for `notFlushed`, after which a power
  /// cut decides. A pack that is in use already changes nothing.
  @discardableResult
  package mutating func install(
    _ pack: [UInt8], signature: [UInt8]
  ) throws(InstallFault) -> PackDigest {
    let digest = try check(pack, signature)
    let state = try state()
    do throws(SystemError) {
      try place(pack, at: path(of: digest))
      try place(signature, at: path(of: digest) + ".sig")
      // The names are on the disk before anything points to them.
      try calls.flush(folder)
    } catch {
      throw .failed(error)
    }
    if state.current == digest { return digest }
    try put(State(current: digest, previous: state.current))
    forgetOthers()
    return digest
  }

  /// Puts the pack before into use again; called twice, it is as it was.
  @discardableResult
  package mutating func rollBack() throws(InstallFault) -> PackDigest {
    let state = try state()
    guard let previous = state.previous else { throw .nothingBefore }
    _ = try pack(previous)
    try put(State(current: previous, previous: state.current))
    return previous
  }

  /// Every pack that is kept, the one in use first, with what is wrong with it.
  package mutating func all() throws(InstallFault) -> [Entry] {
    let state = try state()
    var entries: [Entry] = []
    if let digest = state.current { entries.append(entry(digest, .current)) }
    if let digest = state.previous { entries.append(entry(digest, .previous)) }
    return entries
  }

  package struct Entry: Equatable, Sendable {
    package enum Use: String, Sendable { case current, previous }
    package let digest: PackDigest
    package let use: Use
    package let fault: InstallFault?
  }

  private mutating func entry(_ digest: PackDigest, _ use: Entry.Use) -> Entry {
    do throws(InstallFault) {
      _ = try pack(digest)
      return Entry(digest: digest, use: use, fault: nil)
    } catch {
      return Entry(digest: digest, use: use, fault: error)
    }
  }

  private func path(of digest: PackDigest) -> String { "\(folder)/\(digest).pack" }

  private mutating func pack(
    _ digest: PackDigest, decoding: Bool = true
  ) throws(InstallFault) -> InstalledPack {
    let path = path(of: digest)
    let bytes: [UInt8]
    let signature: [UInt8]
    do throws(SystemError) {
      bytes = try calls.read(path)
      signature = try calls.readIfThere(path + ".sig") ?? []
    } catch {
      throw error.code == ENOENT ? .packMissing : .failed(error)
    }
    guard try check(bytes, signature, decoding: decoding) == digest else {
      throw .signature(.otherPack)
    }
    return InstalledPack(digest: digest, path: path, bytes: bytes)
  }

  /// Signed, and whole in every language.
  private func check(
    _ pack: [UInt8], _ signature: [UInt8], decoding: Bool = true
  ) throws(InstallFault) -> PackDigest {
    let digest: PackDigest
    do throws(SignatureFault) {
      digest = try PackSignature.verify(pack, signature: signature, key: key)
    } catch {
      throw .signature(error)
    }
    guard decoding else { return digest }
    do throws(PackFault) {
      for place in try PackFile.places(in: pack) {
        _ = try PackFile.decode(Array(pack[place.range]))
      }
    } catch {
      throw .pack(error.description)
    }
    return digest
  }

  /// A file that an earlier try has left is taken as it is if it is whole.
  private mutating func place(_ bytes: [UInt8], at path: String) throws(SystemError) {
    if let found = try calls.readIfThere(path), found != bytes { try calls.remove(path) }
    do {
      try calls.create(path, bytes)
    } catch  where error.code == EEXIST {
      guard try calls.read(path) == bytes else { throw error }
    }
    try calls.settle(path, mode: 0o644)
  }

  /// What is not in use and not the one before; what cannot be removed is tried again next time.
  private mutating func forgetOthers() {
    guard let state = try? state(), let names = try? calls.names(in: folder) else { return }
    let kept = [state.current, state.previous].compactMap { $0?.description }
    let endings = [".pack", ".pack.sig", ".pack.patients"]
    for name in names where endings.contains(where: name.hasSuffix) {
      if !kept.contains(where: { name.hasPrefix($0) }) { try? calls.remove(folder + "/" + name) }
    }
  }
}

/// A pack in use: its bytes were signed and whole when they were read.
package struct InstalledPack: Equatable, Sendable {
  package let digest: PackDigest
  package let path: String
  package let bytes: [UInt8]
}

extension InstalledPacks {
  /// What the file `installed` says.
  private struct State {
    var current: PackDigest?
    var previous: PackDigest?

    static var head: String { "kneeguide-installed 1" }

    init(current: PackDigest?, previous: PackDigest?) {
      self.current = current
      self.previous = previous
    }

    /// `nil` for anything but what `file` gives.
    init?(file: [UInt8]) {
      let lines = String(decoding: file, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count == 4, lines[0] == Self.head, lines[3].isEmpty,
        lines[1].hasPrefix("current "), lines[2].hasPrefix("previous "),
        let current = PackDigest(lines[1].dropFirst(8))
      else { return nil }
      let before = lines[2].dropFirst(9)
      guard let previous = PackDigest(before) else {
        if before != "-" { return nil }
        self.init(current: current, previous: nil)
        return
      }
      self.init(current: current, previous: previous)
    }

    var file: [UInt8] {
      Array(
        """
        \(Self.head)
        current \(current?.description ?? "-")
        previous \(previous?.description ?? "-")

        """.utf8)
    }
  }

  private mutating func state() throws(InstallFault) -> State {
    let file: [UInt8]?
    do throws(SystemError) {
      file = try calls.readIfThere("\(folder)/\(Self.list)")
    } catch {
      throw .failed(error)
    }
    guard let file else { return State(current: nil, previous: nil) }
    guard let state = State(file: file) else { throw .damagedList("\(folder)/\(Self.list)") }
    return state
  }

  private mutating func put(_ state: State) throws(InstallFault) {
    let before = try self.state()
    do throws(SystemError) {
      try calls.replace(Self.list, in: folder, with: state.file, mode: 0o644)
    } catch {
      // Only the last step comes after the rename.
      if let now = try? self.state(), now.current != before.current { throw .notFlushed(error) }
      throw .failed(error)
    }
  }
}

/// Why nothing was installed, or why what is installed is not used.
package enum InstallFault: Error, Equatable, Sendable, CustomStringConvertible {
  case signature(SignatureFault)
  /// Signed, but not whole or not of this program's format.
  case pack(String)
  case nothingInstalled
  case nothingBefore
  case packMissing
  /// The list of what is installed, at this path.
  case damagedList(String)
  case failed(SystemError)
  /// The new pack is in use, but the disk did not say that it keeps that.
  case notFlushed(SystemError)

  package var description: String {
    switch self {
    case .signature(let fault): fault.description
    case .pack(let what): "\(what); ask whoever signed it for another"
    case .nothingInstalled: "no pack is installed; install one"
    case .nothingBefore: "there is no pack before this one; install the one that you want"
    case .packMissing: "the file of the pack is gone; install it anew"
    case .damagedList(let path): "\(path) is damaged; remove it, then install a pack anew"
    case .failed(let error): "\(error.reason); the pack in use stays; mend that and try again"
    case .notFlushed(let error):
      "the pack is in use, but the disk said: \(error.reason); install it again"
    }
  }
}
