package import QuestionnaireModel
package import RecommendationCore
package import TextUI
package import WalkthroughCore

/// What a screen says, before it has a size: the same for the terminal's screen and for the line
/// face.
package struct ScreenContent: Equatable, Sendable {
  /// Where we are: the section, and the place in it.
  package var section: String
  package var place = ""
  /// The head of the screen; on a question it is the question.
  package var heading = ""
  /// What is wrong, said above everything else.
  package var fault: String?
  /// What was just done, said above everything else.
  package var notice: String?
  package var blocks: [Block] = []
  /// Digits are typed into a field here, so no entry shows a number.
  package var takesDigits = false
  /// How all entries are numbered, in a kiosk; `nil`: only answers are, as far as nine.
  package var numbering: Walkthrough.Numbering?
  /// Of a page, the block that says each passage.
  package var passages: [Int] = []
  /// Whether the head of the screen says which lines are seen, where not all are.
  package var tellsLines = false
  /// The picture that the entries are zones of, where there is one.
  package var picture: PictureContent?
  /// The code for a phone that stands beside all else, where there is room.
  package var code: CodeContent?
  /// The signs that can be typed into a field here beside digits; `nil` where other letters can, or
  /// nothing is typed.
  package var typedSigns: String?
  /// What each row can be answered with.
  package var rowValues: [RowValue] = []
  /// The keys that work here and nothing else, the most needed first.
  package var keys: [KeyHint] = []

  package init(section: String, heading: String = "") {
    self.section = section
    self.heading = heading
  }

  package enum Block: Equatable, Sendable {
    case text(String, Tone)
    case subheading(String)
    case bullet(String)
    case numbered(Int, String)
    /// The words of another, which are marked as such on every line.
    case quoted(String)
    case entry(Walkthrough.Entry, EntryText)
    /// A picture of persons; where there are no pictures, its sentence.
    case persons(PersonChart)
    /// A score in words, and its value for a bar.
    case bar(String, Double)
    case gap
  }

  /// How a text is meant; the theme decides how that looks.
  package enum Tone: Equatable, Sendable {
    case body
    case hint
    case urgent
    case warning
    case strong
  }

  package mutating func say(_ text: String, _ tone: Tone = .body) {
    blocks.append(.text(text, tone))
  }

  package mutating func add(_ entry: Walkthrough.Entry, _ text: EntryText) {
    blocks.append(.entry(entry, text))
  }

  package mutating func gap() {
    if let last = blocks.last, last != .gap { blocks.append(.gap) }
  }

  /// The number that chooses an entry, as it stands before it; empty: none is shown.
  func label(_ number: Int, isAnswer: Bool) -> String {
    if takesDigits { return "" }
    switch numbering {
    case nil: return !isAnswer ? "" : number <= 9 ? "\(number) " : "  "
    case .typed: return ""
    case .oneDigit: return "\(number) "
    case .twoDigits: return (number < 10 ? "0" : "") + "\(number) "
    }
  }

  /// The entries in reading order; the same as `State.entries`.
  package var entries: [Walkthrough.Entry] {
    blocks.compactMap { if case .entry(let entry, _) = $0 { entry } else { nil } }
  }
}

/// How an entry reads.
package enum EntryText: Equatable, Sendable {
  /// One of several that exclude each other.
  case radio(String, hint: String?, isOn: Bool)
  /// Any number of which can be on.
  case check(String, hint: String?, isOn: Bool)
  /// "None of these", which excludes the others and has the digit 0.
  case none(String, isOn: Bool)
  /// A row with its answer, `nil` while it has none; `width` is that of the longest answer.
  case row(String, hint: String?, answer: String?, width: Int)
  /// A place to type in, with the cursor after what was typed.
  case field(label: String, text: String, unit: String)
  case scale(value: Int?, low: String, high: String)
  case button(String)
  /// A button that a digit presses too.
  case keyed(String, String)
  case link(String)
  /// A thing with what is known of it: an answer to change, a page with what it is about.
  case item(String, detail: String)
  /// The same with more lines below it; a treatment is marked with its verdict.
  case described(String, mark: Verdict?, detail: String, notes: [String])
  /// A step of the ladder; steps that follow one another are drawn as one ladder.
  case rung(Rung)
}

/// A step of the ladder, as it is drawn or said.
package struct Rung: Equatable, Sendable {
  /// How many treatments of the step have a verdict, in words.
  package struct Tally: Equatable, Sendable {
    package let verdict: Verdict
    package let text: String
  }

  package let number: Int
  package let name: String
  /// The person stands on it.
  package let isHere: Bool
  /// What it is for this person: where they are, or what comes next; empty: neither.
  package let place: String
  package let tallies: [Tally]
  package let notes: [String]

  /// All of it in the order in which it is read.
  package var texts: [String] {
    [name, place].filter { !$0.isEmpty } + tallies.map(\.text) + notes
  }
}

extension EntryText {
  /// Whether a key of its own presses it, so that it takes no number.
  var hasOwnKey: Bool {
    switch self {
    case .none, .keyed: true
    default: false
    }
  }
}

/// One of the answers of a row.
package struct RowValue: Equatable, Sendable {
  package let answer: RowAnswer
  package let text: String
}

/// A key and what it does here.
package struct KeyHint: Equatable, Sendable {
  package let key: String
  package let does: String
  /// What is pressed for whoever points at the hint; `nil`: nothing, it names several keys.
  package let press: Key?

  package init(_ key: String, _ does: String, press: Key? = nil) {
    self.key = key
    self.does = does
    self.press = press
  }
}
