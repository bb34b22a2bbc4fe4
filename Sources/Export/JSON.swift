import QuestionnaireModel

/// A JSON value to be written.
///
/// An object keeps the order of its members, so that the same value gives the same bytes.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: JSON
    init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  static func strings(_ list: [some CustomStringConvertible]) -> JSON {
    .array(list.map { .string($0.description) })
  }

  static func string(ifAny text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The value as text, a member or an element a line, indented by two spaces, ended by a line
  /// feed.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  /// The value as one line without its end.
  var line: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  private func write(to text: inout String, indent: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += JSON.text(of: value)
    case .string(let value): JSON.write(value, to: &text)
    case .array(let elements):
      JSON.write(elements, between: ("[", "]"), to: &text, indent: indent) { element, text, inner in
        element.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSON.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, inner in
        JSON.write(member.name, to: &text)
        text += inner == nil ? ":" : ": "
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between marks: (String, String), to text: inout String, indent: String?,
    part: (Part, inout String, String?) -> Void
  ) {
    text += marks.0
    let inner = indent.map { $0 + "  " }
    for (position, each) in parts.enumerated() {
      if position > 0 { text += "," }
      if let inner { text += "\n" + inner }
      part(each, &text, inner)
    }
    if let indent, !parts.isEmpty { text += "\n" + indent }
    text += marks.1
  }

  /// The shortest digits that read back as the same number; `null` for what JSON has no number for.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    if let whole = Int64(exactly: value), abs(value) < 1e15 { return String(whole) }
    return value.description
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    let isPlain = string.utf8.allSatisfy {
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      // Other controls, and what would end a line for some readers or reorder it for the eye.
      case _ where !scalar.isPrintableInAnswers && scalar.value <= 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
