/// Why a file is not read as a pack.
///
/// Each has one plain line for whoever set the machine up.
package enum PackFault: Error, Equatable, Sendable, CustomStringConvertible {
  case notAPack
  /// Made by a newer program.
  case tooNew(found: UInt16, known: UInt16)
  /// What is wrong, and where.
  case damaged(String)
  /// The file ends before the pack does; an empty file too.
  case truncated

  package var description: String {
    switch self {
    case .notAPack: "this file is not a pack"
    case .tooNew(let found, let known):
      "the pack has format \(found), and this program reads only up to \(known)"
    case .damaged(let what): "the pack is damaged (\(what))"
    case .truncated: "the pack is cut short"
    }
  }
}

/// Why a value cannot be written as a pack.
package enum PackWriteError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A number that is infinite or none.
  case notFinite
  /// A whole number that does not fit.
  case outOfRange(Int)
  /// A criterion or a page that nests deeper than `PackFile.deepest`.
  case tooDeep
  /// The code of a language of more than 16 bytes.
  case longCode(String)
  /// More than 4 GB.
  case tooLarge

  package var description: String {
    switch self {
    case .notFinite: "a number is not finite"
    case .outOfRange(let number): "the number \(number) is out of range"
    case .tooDeep: "a criterion or a page nests deeper than \(PackFile.deepest) levels"
    case .longCode(let code): "the code '\(code)' of a language is too long"
    case .tooLarge: "the pack is too large"
    }
  }
}
