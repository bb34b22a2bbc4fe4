/// The text in ASCII: dashes, quotes and bullets by their likeness, letters without their accents,
/// anything else as "?".
///
/// Line breaks stay. What shows nothing (a mark, a format) goes.
package func transliterated(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else if let likeness = likenesses[scalar] {
      result += likeness
    } else if let letter = scalar.withoutAccents {
      result.unicodeScalars.append(letter)
    } else if scalar.displayWidth != 0 {
      result += "?"
    }
  }
  return result
}

extension Unicode.Scalar {
  /// The letter under the accents, by the alphabet's own names: "LATIN SMALL LETTER E WITH ACUTE"
  /// is an e.
  fileprivate var withoutAccents: Unicode.Scalar? {
    guard (0xC0..<0x250).contains(value) || (0x1E00..<0x1F00).contains(value),
      let name = properties.name, name.hasPrefix("LATIN ")
    else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 3, words[2] == "LETTER", words[3].utf8.count == 1,
      let letter = words[3].unicodeScalars.first
    else { return nil }
    return words[1] == "SMALL" ? Unicode.Scalar(letter.value + 0x20) : letter
  }
}

private let likenesses: [Unicode.Scalar: String] = [
  "\u{A0}": " ", "\u{2007}": " ", "\u{2009}": " ", "\u{202F}": " ", "\u{3000}": " ",
  "\u{AD}": "", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
  "‘": "'", "’": "'", "‚": "'", "′": "'", "‹": "<", "›": ">", "“": "\"", "”": "\"", "„": "\"",
  "″": "\"", "«": "\"", "»": "\"", "…": "...", "•": "*", "·": "*", "‣": "*", "◦": "o",
  "●": "#", "■": "#", "█": "#", "▓": "#", "▒": ":", "░": ".", "○": ".", "□": ".", "▪": "*",
  "✓": "x", "✔": "x", "✗": "x", "✘": "x", "☐": "o", "☑": "x", "★": "*", "☆": "*",
  "←": "<", "→": ">", "↑": "^", "↓": "v", "⇒": ">", "▲": "^", "△": "^", "▼": "v", "▽": "v",
  "◀": "<", "▶": ">", "►": ">", "◄": "<", "⚠": "!", "¡": "!", "¿": "?",
  "×": "x", "÷": "/", "±": "+/-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "°": " deg ",
  "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "²": "2", "³": "3", "¹": "1",
  "µ": "u", "μ": "u", "α": "alpha", "β": "beta", "γ": "gamma", "©": "(c)", "®": "(R)", "™": "(TM)",
  "€": "EUR", "£": "GBP", "¥": "JPY", "¢": "c", "§": "section ", "¶": "", "†": "+", "‡": "++",
  "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
  "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i", "ª": "a", "º": "o",
  "─": "-", "━": "-", "═": "-", "│": "|", "┃": "|", "║": "|", "┌": "+", "┐": "+", "└": "+",
  "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+",
  "╯": "+",
]
