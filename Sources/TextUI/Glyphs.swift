/// The signs that screens draw with, for a terminal that knows Unicode or for one that knows ASCII
/// alone.
///
/// Every sign that marks a state differs in shape; those of `ascii` are as wide as they are long. A
/// class, since the two that there are get handed on at every turn.
package final class Glyphs: Equatable, Sendable {
  package let isASCII: Bool
  package let horizontal: Character
  package let vertical: Character
  package let topLeft: Character
  package let topRight: Character
  package let bottomLeft: Character
  package let bottomRight: Character
  package let teeLeft: Character
  package let teeRight: Character
  package let up: String
  package let down: String
  package let left: String
  package let right: String
  package let bullet: String
  package let ellipsis: String
  package let dash: String
  /// Before the focused option.
  ///
  /// Before the others stand as many blanks.
  package let focus = "> "
  package let radioOn: String
  package let radioOff = "( )"
  package let checkOn = "[x]"
  package let checkOff = "[ ]"
  /// Before what cannot wait and before what is wrong, so that neither needs a colour.
  package let alarm = "!"
  /// The two halves of a bar.
  package let full: String
  package let empty: String
  /// One of those who are counted in a chart of persons, and one of the others.
  package let dot: String
  package let ring: String
  package let ladderUp: String

  package static let unicode = Glyphs(
    isASCII: false, horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeLeft: "├", teeRight: "┤", up: "↑", down: "↓", left: "←", right: "→",
    bullet: "•", ellipsis: "…", dash: "–", radioOn: "(•)", full: "█", empty: "░", dot: "●",
    ring: "○", ladderUp: "▲")

  package static let ascii = Glyphs(
    isASCII: true, horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeLeft: "+", teeRight: "+", up: "^", down: "v", left: "<", right: ">",
    bullet: "*", ellipsis: "...", dash: "-", radioOn: "(*)", full: "#", empty: ".", dot: "#",
    ring: ".", ladderUp: "^")

  /// The text as this terminal can show it.
  ///
  /// To be asked before wrapping: an ellipsis becomes three columns wide.
  package func text(_ string: String) -> String { isASCII ? transliterated(string) : string }

  package static func == (a: Glyphs, b: Glyphs) -> Bool { a === b }

  private init(
    isASCII: Bool, horizontal: Character, vertical: Character, topLeft: Character,
    topRight: Character, bottomLeft: Character, bottomRight: Character, teeLeft: Character,
    teeRight: Character, up: String, down: String, left: String, right: String, bullet: String,
    ellipsis: String, dash: String, radioOn: String, full: String, empty: String, dot: String,
    ring: String, ladderUp: String
  ) {
    self.isASCII = isASCII
    self.horizontal = horizontal
    self.vertical = vertical
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomLeft = bottomLeft
    self.bottomRight = bottomRight
    self.teeLeft = teeLeft
    self.teeRight = teeRight
    self.up = up
    self.down = down
    self.left = left
    self.right = right
    self.bullet = bullet
    self.ellipsis = ellipsis
    self.dash = dash
    self.radioOn = radioOn
    self.full = full
    self.empty = empty
    self.dot = dot
    self.ring = ring
    self.ladderUp = ladderUp
  }
}
