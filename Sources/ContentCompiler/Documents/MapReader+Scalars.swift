import QuestionnaireModel

extension MapReader {
  /// A text that a person reads.
  func text(_ key: String, _ remedy: String? = nil) -> String? {
    required(key, remedy).flatMap { read(text: $0, key) }
  }

  func optionalText(_ key: String) -> String? {
    optional(key).flatMap { read(text: $0, key) }
  }

  /// A text for clinicians alone.
  func clinicalText() -> String? {
    guard let value = optional("clinical") else { return nil }
    draft.clinicalPlaces.insert(value.place)
    return read(text: value, "clinical")
  }

  /// A scalar that is no text for a reader: a name, a code, an address.
  func word(_ key: String) -> String? { required(key).flatMap { read(word: $0, key) } }

  func optionalWord(_ key: String) -> String? { optional(key).flatMap { read(word: $0, key) } }

  /// A new id, which is declared.
  func id(declaring kind: NameKind) -> String? {
    guard let value = required("id"), let name = read(word: value, "id") else { return nil }
    draft.declare(kind, name, at: value.place)
    return name
  }

  /// An optional `true` or `false`; false when left out.
  func flag(_ key: String) -> Bool { optional(key).flatMap { read(flag: $0, key) } ?? false }

  func requiredFlag(_ key: String) -> Bool? { required(key).flatMap { read(flag: $0, key) } }

  func whole(_ key: String) -> Int? { required(key).flatMap { read(whole: $0, key) } }

  func optionalWhole(_ key: String) -> Int? { optional(key).flatMap { read(whole: $0, key) } }

  func number(_ key: String) -> Double? { required(key).flatMap { read(number: $0, key) } }

  func day(_ key: String) -> Day? {
    guard let value = required(key), let word = read(word: value, key) else { return nil }
    if let day = Day(word) { return day }
    wrongType(value, key, "a day", "write it as 2026-11-22")
    return nil
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    required(key).flatMap { read(choice: $0, key) }
  }

  func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    optional(key).flatMap { read(choice: $0, key) }
  }

  /// A list of texts; left out: none.
  func texts(_ key: String) -> [String] { list(key).compactMap { read(text: $0, key) } }

  /// The entries of an optional list; left out: none.
  func list(_ key: String) -> [YAMLValue] { optional(key).map { read(list: $0, key) } ?? [] }

  /// The entries of a list that must be there; it may be empty.
  func requiredList(_ key: String, _ remedy: String? = nil) -> [YAMLValue] {
    required(key, remedy).map { read(list: $0, key) } ?? []
  }

  /// The name of something that stands elsewhere.
  func name(_ key: String, of kind: NameKind) -> String? {
    required(key).flatMap { read(name: $0, key, of: kind) }
  }

  func optionalName(_ key: String, of kind: NameKind) -> String? {
    optional(key).flatMap { read(name: $0, key, of: kind) }
  }

  /// Names of things that stand elsewhere, in a list.
  func names(_ key: String, of kind: NameKind, isRequired: Bool = false) -> [String] {
    let values = isRequired ? requiredList(key) : list(key)
    var seen: Set<String> = []
    return values.compactMap { value in
      guard let name = read(name: value, key, of: kind) else { return nil }
      if seen.insert(name).inserted { return name }
      report.error(
        "UniqueIds", at: value.place, "'\(key)' of \(self.name) holds '\(name)' twice",
        "keep one of the two")
      return nil
    }
  }
}

extension MapReader {
  func read(text value: YAMLValue, _ key: String) -> String? {
    guard let text = read(word: value, key) else { return nil }
    draft.take(text, at: value.place, key: key)
    return text
  }

  func read(word value: YAMLValue, _ key: String) -> String? {
    guard let text = value.text else {
      wrongType(value, key, "a text", "write the text after the key")
      return nil
    }
    if !text.allSatisfy(\.isWhitespace) {
      // A folded text ends with a line end that nobody means.
      return text.last == "\n" ? String(text.reversed().drop { $0 == "\n" }.reversed()) : text
    }
    report.error(
      "CompleteKeys", at: value.place, "'\(key)' of \(name) is empty",
      "write its value, or leave the key out if it is optional")
    return nil
  }

  func read(name value: YAMLValue, _ key: String, of kind: NameKind) -> String? {
    guard let name = read(word: value, key) else { return nil }
    draft.mention(kind, name, at: value.place)
    return name
  }

  func read(flag value: YAMLValue, _ key: String) -> Bool? {
    switch value.text {
    case "true": return true
    case "false": return false
    default:
      let no = ["no", "off", "n"].contains(value.text?.lowercased() ?? "")
      wrongType(value, key, "true or false", "write \(no ? "false" : "true")")
      return nil
    }
  }

  func read(whole value: YAMLValue, _ key: String) -> Int? {
    if let text = value.text, let number = Int(text) { return number }
    wrongType(value, key, "a whole number", "write digits alone")
    return nil
  }

  func read(number value: YAMLValue, _ key: String) -> Double? {
    if let text = value.text, let number = decimalNumber(text) { return number }
    wrongType(value, key, "a number", "write digits, and a point for decimals")
    return nil
  }

  func read<Choice: RawRepresentable & CaseIterable>(
    choice value: YAMLValue, _ key: String
  ) -> Choice? where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    guard let word = value.text else {
      wrongType(value, key, "one word", oneOf(known))
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    report.error(
      "KnownWords", at: value.place, "'\(key)' of \(name) cannot be '\(word)'",
      suggestion(for: word, among: known, otherwise: oneOf(known)))
    return nil
  }

  func read(list value: YAMLValue, _ key: String) -> [YAMLValue] {
    if case .list(let values) = value.content { return values }
    wrongType(value, key, "a list", "write it as [a, b] or as '- ' lines")
    return []
  }
}

/// The number that digits and one point mean; `nil` for what else Swift would read, such as `nan`
/// and `0x1p3`.
func decimalNumber(_ text: some StringProtocol) -> Double? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard digits.utf8.count <= 15, digits.utf8.first != UInt8(ascii: "."),
    digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
  else { return nil }
  return Double(text)
}
