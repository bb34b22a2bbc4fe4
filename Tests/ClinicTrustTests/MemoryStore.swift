import ClinicTrust
import Export
import Glibc

/// Files in memory, of which one step can fail, or from one step on all do: a kill.
struct MemoryStore: StoreCalls {
  enum Trouble: CaseIterable, Sendable {
    /// The step does not happen, and says so.
    case failure
    /// Neither the step nor anything after it happens.
    case killBefore
    /// The step happens, and nothing after it.
    case killAfter
  }

  var files: [String: [UInt8]] = [:]
  var modes: [String: UInt32] = [:]
  /// The step that goes wrong, counted from 1; 0: none.
  var failing = 0
  var trouble = Trouble.failure
  private(set) var log: [String] = []

  private mutating func step(_ name: String, _ body: (inout Self) throws(SystemError) -> Void)
    throws(SystemError)
  {
    log.append(name)
    let isHere = log.count == failing
    switch trouble {
    case .failure: if isHere { throw SystemError(code: EIO) }
    case .killBefore: if failing > 0 && log.count >= failing { throw SystemError(code: EIO) }
    case .killAfter: if failing > 0 && log.count > failing { throw SystemError(code: EIO) }
    }
    try body(&self)
  }

  mutating func read(_ path: String) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    try step("read") { (store) throws(SystemError) in
      guard let found = store.files[path] else { throw SystemError(code: ENOENT) }
      bytes = found
    }
    return bytes
  }

  mutating func names(in folder: String) throws(SystemError) -> [String] {
    try step("names") { _ in }
    return files.keys.filter { $0.hasPrefix(folder + "/") }
      .map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }

  mutating func create(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    try step("create") { (store) throws(SystemError) in
      if store.files[path] != nil { throw SystemError(code: EEXIST) }
      store.files[path] = bytes
    }
  }

  mutating func settle(_ path: String, mode: UInt32) throws(SystemError) {
    try step("settle") { (store) throws(SystemError) in
      if store.files[path] == nil { throw SystemError(code: ENOENT) }
      store.modes[path] = mode
    }
  }

  mutating func rename(_ path: String, to other: String) throws(SystemError) {
    try step("rename") { (store) throws(SystemError) in
      guard let bytes = store.files.removeValue(forKey: path) else {
        throw SystemError(code: ENOENT)
      }
      store.files[other] = bytes
      store.modes[other] = store.modes.removeValue(forKey: path)
    }
  }

  mutating func remove(_ path: String) throws(SystemError) {
    try step("remove") { (store) throws(SystemError) in
      if store.files.removeValue(forKey: path) == nil { throw SystemError(code: ENOENT) }
    }
  }

  mutating func flush(_ folder: String) throws(SystemError) { try step("flush") { _ in } }

  /// The same files after a new start, with nothing going wrong.
  var restarted: MemoryStore {
    var store = MemoryStore()
    (store.files, store.modes) = (files, modes)
    return store
  }
}
