/// A key that was pressed, or what came in place of one.
package enum Key: Hashable, Sendable {
  /// A letter, a digit, a sign, or the space bar.
  case character(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 to F20.
  case function(Int)
  /// A small letter, or one of `@ \ ] ^ _`.
  ///
  /// Ctrl-I, -J, -M and -H are tab, enter, enter and backspace to a terminal.
  case control(Character)
  case alt(Character)
  /// What was pasted: at most 64 KiB, line breaks as `\n`, no other controls.
  ///
  /// Never to be taken for keys.
  case paste(String)
  case pointer(Pointer)
}

/// What a mouse, or a finger by way of one, did.
package struct Pointer: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press
    case release
    case wheelUp
    case wheelDown
  }
  package var kind: Kind
  package var at: Point
  package init(_ kind: Kind, at: Point) {
    self.kind = kind
    self.at = at
  }
}
