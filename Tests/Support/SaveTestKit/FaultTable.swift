package import Export
import Glibc

/// What became of a file and what was said of it, for each call of the writer and each error.
package struct FaultTable {
  package static let codes: [(name: String, code: Int32)] = [
    ("ENOSPC", ENOSPC), ("EDQUOT", EDQUOT), ("EIO", EIO), ("EROFS", EROFS), ("EACCES", EACCES),
    ("EMFILE", EMFILE), ("ENOMEM", ENOMEM), ("EINTR", EINTR), ("EPERM", EPERM), ("ENOENT", ENOENT),
    ("ENOTSUP", EOPNOTSUPP), ("EEXIST", EEXIST),
  ]

  package enum Outcome: Equatable, Sendable {
    /// The file is whole, nothing else is there, and "saved" was said.
    case saved
    /// The same, and it was said that a power cut may take the file away.
    case notFlushed
    /// Nothing is there, and "not saved" was said.
    case notSaved(SaveFault)
    /// Anything else.
    case wrong(String)

    /// Its word in the table.
    package var word: String {
      switch self {
      case .saved: "saved"
      case .notFlushed: "saved*"
      case .notSaved: "not"
      case .wrong: "WRONG"
      }
    }
  }

  package struct Row {
    package let call: String
    /// In the order of `codes`.
    package let outcomes: [Outcome]
  }

  package let rows: [Row]

  /// Where nothing fails, nothing may fail.
  struct NotEvenThis: Error {
    let outcome: Outcome
  }

  /// Each call fails alone, or all calls from it on fail.
  package init(of fileSystem: FailingCalls.FileSystem, fromThenOn: Bool = false) throws {
    var untouched = FailingCalls(fileSystem: fileSystem, mostBytes: 400)
    let outcome = try Self.outcome(of: &untouched)
    if outcome != .saved { throw NotEvenThis(outcome: outcome) }
    rows = try untouched.log.indices.map { place in
      let outcomes = try Self.codes.map { _, code in
        var calls = FailingCalls(
          fromThenOn ? .fromThenOn(place + 1, code: code) : .once(place + 1, code: code),
          fileSystem: fileSystem, mostBytes: 400)
        return try Self.outcome(of: &calls)
      }
      return Row(call: untouched.log[place], outcomes: outcomes)
    }
  }

  /// Saves 1000 bytes with the calls into an empty folder, and looks what is in it afterwards.
  package static func outcome(of calls: inout FailingCalls) throws -> Outcome {
    let folder = try TemporaryFolder()
    let bytes = SaveProbe.bytes(1000)
    let result = SafeFileWriter.write(bytes, to: folder.path("a"), calls: &calls)
    if !calls.open.isEmpty { return .wrong("a descriptor stayed open after \(calls.log)") }
    switch result {
    case .failure(let fault):
      return folder.names.isEmpty
        ? .notSaved(fault) : .wrong("not saved, but \(folder.names) after \(calls.log)")
    case .success(let saved):
      if folder.names != ["a"] { return .wrong("saved, but \(folder.names) after \(calls.log)") }
      if folder.bytes("a") != bytes { return .wrong("saved, but not whole after \(calls.log)") }
      return saved == .durable ? .saved : .notFlushed
    }
  }

  package static let legend = """
    saved: whole, and "saved" was said; saved*: whole, and it was said that a power cut may take it;
    not: nothing is there, and "not saved" was said; WRONG: anything else.
    """

  /// A row for each call, a column for each error.
  package var text: String {
    let width = 8
    func cell(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    let head = cell("call", 20) + Self.codes.map { cell($0.name, width) }.joined()
    let lines = rows.enumerated().map { place, row in
      cell((place < 9 ? " " : "") + "\(place + 1) \(row.call)", 20)
        + row.outcomes.map { cell($0.word, width) }.joined()
    }
    return ([head] + lines).map { $0.trimmingSuffix(while: \.isWhitespace) + "\n" }.joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(while isOut: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, isOut(last) { text.removeLast() }
    return text
  }
}
