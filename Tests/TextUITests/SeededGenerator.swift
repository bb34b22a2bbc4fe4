/// The same random numbers at every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Letters of every width, marks, blanks, controls, emoji sequences, formats.
  mutating func text(upTo length: Int) -> String {
    let pieces = [
      "a", "b", "Z", "9", " ", " ", " ", "-", ".", "é", "ß", "e\u{301}", "o\u{302}\u{323}", "漢",
      "字", "한", "\u{1112}\u{1161}\u{11AB}", "क्षि", "👍🏽", "👨‍👩‍👧", "🇩🇪", "❤️", "\u{200B}", "\u{202E}",
      "\u{AD}", "\t", "\u{1B}", "\u{7}", "\u{9B}", "\u{301}", "\u{FFFF}", "→", "•", "\u{E000}",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
