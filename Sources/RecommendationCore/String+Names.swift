extension String {
  /// The text with each `{name}` replaced by its value; a name without one stays as it is.
  func replacingNames(with value: (String) -> String?) -> String {
    guard mayHoldNames else { return self }
    var filled = ""
    var rest = self[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let start = rest.utf8.index(after: open)
      if let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}")),
        let value = value(String(rest[start..<end]))
      {
        filled += rest[..<open] + value
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        filled += rest[..<start]
        rest = rest[start...]
      }
    }
    return filled + rest
  }

  /// Whether there is an opening brace; asked of every text, and of most without one.
  private var mayHoldNames: Bool {
    // Without a way out of the middle, so that many bytes are looked at in one step.
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(0 as UInt8) { $0 | ($1 == UInt8(ascii: "{") ? 1 : 0) } != 0
    } ?? utf8.contains(UInt8(ascii: "{"))
  }
}
