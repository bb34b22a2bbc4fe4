/// Where frames are shown and keys come from.
///
/// There are two: the real one, and the scripted one of the tests. Both run the same loop.
package protocol Terminal: ~Copyable {
  var size: Size { get }
  /// `Glyphs.ascii` where the locale is not UTF-8.
  var glyphs: Glyphs { get }
  /// Whether keys that come faster than any person presses them come through.
  ///
  /// They have to where text is typed; elsewhere something else sends them, and they would press
  /// what nobody has read.
  var letsBurstsThrough: Bool { get set }
  /// Shows the frame.
  ///
  /// What is larger than the terminal is clipped, what is smaller stands at its top left.
  mutating func present(_ frame: Frame)
  /// Waits for the next event, for ever if `milliseconds` is `nil`.
  mutating func wait(milliseconds: Int?) -> TerminalEvent
  /// Gives the terminal to the shell until the person comes back, where there is one that waits.
  mutating func suspend()
  /// Takes other colours from the next `present` on; a terminal that has none does nothing.
  mutating func wear(_ theme: Theme)
}

extension Terminal where Self: ~Copyable {
  package mutating func wear(_ theme: Theme) {}
}

/// What a terminal has to tell.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case resized(Size)
  /// A request to end.
  ///
  /// The program closes the terminal, then ends with 128 + the number.
  case signal(Int32)
  /// The terminal is gone.
  ///
  /// Comes again at every further wait: the program has to end.
  case closed
  /// Nothing happened for as long as was to be waited.
  case idle
}
