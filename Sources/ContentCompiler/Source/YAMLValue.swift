/// A YAML value with its place.
///
/// What a scalar means is settled by where it stands: `yes` is a text where a text is due.
struct YAMLValue {
  enum Content {
    /// The text as written; `isPlain` where it stands without quotes.
    case scalar(String, isPlain: Bool)
    case list([YAMLValue])
    case map([(key: YAMLValue, value: YAMLValue)])
  }

  let content: Content
  let place: Place
  let file: SourceFile

  /// The words of a scalar; `nil` for a list or a mapping.
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// Nothing stands after the key, or a plain `~`.
  var isEmpty: Bool {
    if case .scalar(let text, let isPlain) = content {
      isPlain && (text.isEmpty || text == "~")
    } else {
      false
    }
  }

  /// What the value is, as an author would call it.
  var kind: String {
    switch content {
    case .scalar: isEmpty ? "empty" : "a text"
    case .list: "a list"
    case .map: "a mapping"
    }
  }

  /// The place of the scalar with this number in the text.
  func place(ofScalar offset: Int) -> Place {
    file.place(ofScalar: offset, in: text ?? "", from: place)
  }
}
