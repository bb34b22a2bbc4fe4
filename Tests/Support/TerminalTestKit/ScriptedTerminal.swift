package import TextUI

/// A terminal without a terminal: events out of a list, frames into one.
package struct ScriptedTerminal: Terminal {
  package private(set) var size: Size
  package let glyphs: Glyphs
  /// Every frame that was presented.
  package private(set) var frames: [Frame] = []
  package var letsBurstsThrough = true
  /// How often the terminal was given to the shell.
  package private(set) var suspensions = 0
  private var events: ArraySlice<TerminalEvent>

  package init(size: Size, keys: Keys, glyphs: Glyphs = .unicode) {
    self.init(size: size, events: keys.keys.map { .key($0) }, glyphs: glyphs)
  }

  package init(size: Size, events: [TerminalEvent], glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    self.events = events[...]
  }

  package var last: Frame? { frames.last }

  package mutating func present(_ frame: Frame) { frames.append(frame) }

  package mutating func suspend() { suspensions += 1 }

  /// The next event at once; after the last one, `closed`.
  package mutating func wait(milliseconds: Int?) -> TerminalEvent {
    guard let event = events.popFirst() else { return .closed }
    if case .resized(let size) = event { self.size = size }
    return event
  }
}
