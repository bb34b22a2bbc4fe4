package import Export
import Glibc

/// A disk that forgets: what was done to it, and all that may be left of that after a power cut.
///
/// It has one folder. The bytes of a file are sure to stay once the file was flushed, and a name once
/// the folder was; until then each of them may have reached the disk or not, in any order.
package struct PowerLossDisk: FileCalls {
  private enum Effect {
    /// Bytes from this place on in the file of this number.
    case bytes([UInt8], at: Int, file: Int)
    /// Names that change at once: the number of the file that each then has, `nil`: none.
    case names([(String, Int?)])
    case flushedFile(Int)
    case flushedFolder
    /// From here on the person has been told.
    case said
  }

  /// What a cut leaves, and whether the person had been told before.
  package struct Remains {
    package let files: [String: [UInt8]]
    package let wasTold: Bool
  }

  private static let folder: Int32 = 1000

  private let fileSystem: FailingCalls.FileSystem
  private let mostBytes: Int
  private var effects: [Effect] = []
  private var lengths: [Int] = []
  private var names: [String: Int] = [:]

  /// - Parameters:
  ///   - fileSystem: what it can do.
  ///   - mostBytes: so many go at once.
  package init(_ fileSystem: FailingCalls.FileSystem, mostBytes: Int) {
    self.fileSystem = fileSystem
    self.mostBytes = mostBytes
  }

  /// The person is told that it is saved.
  package mutating func noteSaid() { effects.append(.said) }

  /// Every state that a power cut at any moment may leave.
  package var remains: [Remains] { (0...effects.count).flatMap { remains(after: effects[..<$0]) } }

  private func remains(after done: ArraySlice<Effect>) -> [Remains] {
    var open: [Int] = []
    for (index, effect) in zip(done.indices, done) where isOpen(effect, at: index, in: done) {
      open.append(index)
    }
    let wasTold = done.contains { if case .said = $0 { true } else { false } }
    return (0..<1 << open.count).map { choice in
      let lost = Set(open.indices.filter { choice >> $0 & 1 == 1 }.map { open[$0] })
      return Remains(files: files(of: done, without: lost), wasTold: wasTold)
    }
  }

  /// Whether it may still be lost.
  private func isOpen(_ effect: Effect, at index: Int, in done: ArraySlice<Effect>) -> Bool {
    let later = done[(index + 1)...]
    switch effect {
    case .bytes(_, _, let file):
      return !later.contains { if case .flushedFile(file) = $0 { true } else { false } }
    case .names: return !later.contains { if case .flushedFolder = $0 { true } else { false } }
    case .flushedFile, .flushedFolder, .said: return false
    }
  }

  private func files(of done: ArraySlice<Effect>, without lost: Set<Int>) -> [String: [UInt8]] {
    var contents: [Int: [UInt8]] = [:]
    var named: [String: Int] = [:]
    for (index, effect) in zip(done.indices, done) where !lost.contains(index) {
      switch effect {
      case .bytes(let bytes, let place, let file):
        var content = contents[file] ?? []
        content += [UInt8](repeating: 0, count: max(0, place + bytes.count - content.count))
        content.replaceSubrange(place..<place + bytes.count, with: bytes)
        contents[file] = content
      case .names(let changes): for (name, file) in changes { named[name] = file }
      case .flushedFile, .flushedFolder, .said: break
      }
    }
    return named.mapValues { contents[$0] ?? [] }
  }

  // MARK: - The calls

  package mutating func openFolder(_ path: String) throws(SystemError) -> Int32 { Self.folder }

  package mutating func mode(of name: String?, in folder: Int32) throws(SystemError) -> Int32 {
    guard let name else { return Int32(bitPattern: S_IFDIR | 0o700) }
    if names[name] == nil { throw SystemError(code: ENOENT) }
    return Int32(bitPattern: S_IFREG | 0o600)
  }

  package mutating func openUnnamed(in folder: Int32) throws(SystemError) -> Int32 {
    if fileSystem != .whole { throw SystemError(code: EOPNOTSUPP) }
    return newFile()
  }

  package mutating func openExclusive(
    _ name: String, in folder: Int32
  ) throws(SystemError) -> Int32 {
    let file = newFile()
    try change([(name, Int(file))])
    return file
  }

  package mutating func write(
    _ bytes: ArraySlice<UInt8>, to file: Int32
  ) throws(SystemError) -> Int {
    let part = Array(bytes.prefix(mostBytes))
    effects.append(.bytes(part, at: lengths[Int(file)], file: Int(file)))
    lengths[Int(file)] += part.count
    return part.count
  }

  package mutating func flush(_ file: Int32) throws(SystemError) {
    effects.append(file == Self.folder ? .flushedFolder : .flushedFile(Int(file)))
  }

  package mutating func linkUnnamed(
    _ file: Int32, as name: String, in folder: Int32
  ) throws(SystemError) {
    try change([(name, Int(file))])
  }

  package mutating func link(
    _ name: String, as other: String, in folder: Int32
  ) throws(SystemError) {
    if fileSystem == .withoutLinks { throw SystemError(code: EPERM) }
    guard let file = names[name] else { throw SystemError(code: ENOENT) }
    try change([(other, file)])
  }

  package mutating func renameExclusively(
    _ name: String, to other: String, in folder: Int32
  ) throws(SystemError) {
    guard let file = names[name] else { throw SystemError(code: ENOENT) }
    try change([(other, file), (name, nil)])
  }

  package mutating func remove(_ name: String, in folder: Int32) throws(SystemError) {
    try change([(name, nil)])
  }

  package mutating func close(_ descriptor: Int32) throws(SystemError) {}

  private mutating func newFile() -> Int32 {
    lengths.append(0)
    return Int32(lengths.count - 1)
  }

  private mutating func change(_ changes: [(String, Int?)]) throws(SystemError) {
    for (name, file) in changes where file != nil && names[name] != nil {
      throw SystemError(code: EEXIST)
    }
    for (name, file) in changes { names[name] = file }
    effects.append(.names(changes))
  }
}
