/// Why a program cannot have the screen.
///
/// Every case leaves one way: to go on line by line.
package enum TerminalError: Error, Equatable, Sendable {
  /// Input or output goes elsewhere: into a file, a pipe.
  case notATerminal
  /// `TERM` is empty, or there is no description of what it names.
  case unknownType(String)
  /// `TERM=dumb` and the like.
  case cannotMoveCursor(String)
  /// A system call failed with this `errno`.
  case unavailable(call: String, code: Int32)

  package var what: String {
    switch self {
    case .notATerminal: "standard input or output is not a terminal"
    case .unknownType(""): "TERM names no terminal type"
    case .unknownType(let type): "the terminal type \"\(type)\" is not known here"
    case .cannotMoveCursor(let type): "a terminal of type \"\(type)\" cannot place its cursor"
    case .unavailable(let call, let code): "the terminal cannot be used: \(call) failed (\(code))"
    }
  }

  package var remedy: String {
    switch self {
    case .notATerminal: "start it in a terminal, without redirection"
    case .unknownType, .cannotMoveCursor:
      "to get the screen, set TERM to the type of the terminal, for example TERM=xterm"
    case .unavailable: "close other programs and try again"
    }
  }
}
