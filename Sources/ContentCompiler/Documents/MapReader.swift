import QuestionnaireModel

/// Reads the keys of one mapping.
///
/// Every fault goes to the report, and reading goes on.
///
/// A key that was never asked for is unknown: so the reader of a document states its keys once, by
/// reading them. `finish` reports the others.
final class MapReader {
  let draft: Draft
  let value: YAMLValue
  /// What the mapping is, with its id where it has one: `red flag 'leg-clot'`.
  let name: String
  private var pairs: [String: (key: YAMLValue, value: YAMLValue)] = [:]
  private var order: [String] = []
  private var asked: [String] = []

  /// Fails, with a fault, for anything but a mapping.
  init?(_ value: YAMLValue, _ what: String, in draft: Draft) {
    guard case .map(let pairs) = value.content else {
      draft.report.error(
        "RightTypes", at: value.place, "\(what) should be a mapping, is \(value.kind)",
        "write it as 'key: value' lines; Content/FORMAT.md shows the keys")
      return nil
    }
    self.draft = draft
    self.value = value
    var name = what
    for pair in pairs {
      guard let key = pair.key.text else { continue }
      if key == "id", !what.hasPrefix("the "), let id = pair.value.text, !id.isEmpty {
        name = "\(what) '\(id)'"
      }
      self.pairs[key] = pair
      order.append(key)
    }
    self.name = name
  }

  var place: Place { value.place }
  var report: Report { draft.report }
  var keys: [String] { order }

  /// The places of all values, by key.
  var places: [String: Place] { pairs.mapValues(\.value.place) }

  /// Whether the key stands there at all, with or without a value.
  func has(_ key: String) -> Bool {
    ask(key)
    return pairs[key] != nil
  }

  /// The value after an optional key.
  ///
  /// A key with nothing after it is a fault.
  func optional(_ key: String) -> YAMLValue? {
    ask(key)
    guard let value = pairs[key]?.value else { return nil }
    if value.isEmpty {
      report.error(
        "CompleteKeys", at: pairs[key]?.key.place ?? value.place, "'\(key)' of \(name) is empty",
        "write its value, or leave the key out if it is optional")
      return nil
    }
    return value
  }

  /// The value after a key that must be there.
  func required(_ key: String, _ remedy: String? = nil) -> YAMLValue? {
    if !has(key) {
      report.error(
        "CompleteKeys", at: place, "\(name) has no '\(key)'", remedy ?? "add '\(key):'")
      return nil
    }
    return optional(key)
  }

  private func ask(_ key: String) { if !asked.contains(key) { asked.append(key) } }

  /// Reports every key that nothing asked for.
  func finish() {
    for key in order where !asked.contains(key) {
      guard let pair = pairs[key] else { continue }
      // A comma within a text of a one-line mapping makes a key of what follows it.
      let remedy =
        pair.value.isEmpty && key.contains(" ")
        ? "put a text that holds a comma in quotes"
        : suggestion(for: key, among: asked, otherwise: oneOf(asked))
      report.error("KnownKeys", at: pair.key.place, "\(name) has no key '\(key)'", remedy)
    }
  }

  func wrongType(_ value: YAMLValue, _ key: String, _ wanted: String, _ remedy: String) {
    let found = value.text.map { "'\($0)'" } ?? value.kind
    report.error(
      "RightTypes", at: value.place, "'\(key)' of \(name) should be \(wanted), is \(found)", remedy)
  }
}

extension YAMLValue {
  /// The entries of a file that is a list; anything else is a fault.
  func entries(of what: String, in draft: Draft) -> [YAMLValue] {
    if case .list(let values) = content { return values }
    draft.report.error(
      "RightTypes", at: place, "\(what) should be a list, is \(kind)",
      "begin every entry with '- '")
    return []
  }
}
