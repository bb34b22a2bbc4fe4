/// Why the code of a summary cannot be read.
package enum ReplayFault: Error, Equatable, Sendable, CustomStringConvertible {
  case none
  /// A second code begins in this line.
  case two(line: Int)
  /// The end is missing.
  case open
  case empty
  case letter(line: Int, column: Int)
  /// The sum of a line of the code is wrong; the line of the text in which it begins, and which of
  /// the code it is.
  case slip(line: Int, number: Int)
  /// Each line is right, but not all of them together.
  case wrongSum
  /// From a program that writes another kind of code.
  case newer
  /// Sound, but not what this program writes.
  case foreign

  /// One line: where, what and how to mend it.
  package var description: String {
    switch self {
    case .none: "there is no code; it begins with \(ReplayCode.opening)"
    case .two(let line): "\(line): here begins a second code; keep one of them"
    case .open: "the code has no end; it ends with \(ReplayCode.closing)"
    case .empty: "the code is empty; type all of its lines"
    case .letter(let line, let column):
      "\(line):\(column): this is no letter of a code; compare it with the paper"
    case .slip(let line, let number):
      "\(line): line \(number) of the code has a slip; compare it with the paper, letter by letter"
    case .wrongSum: "a line of the code is missing or stands in a wrong place; compare all of them"
    case .newer: "another version of the program wrote the code; read it with that one"
    case .foreign:
      "the code is sound, but this program does not write such; read it with the one that did"
    }
  }
}
