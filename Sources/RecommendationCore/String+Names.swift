extension String {
  /// The text with each `{name}` replaced by its value; a name without one stays as it is.
  func replacingNames(with value: (String) -> String?) -> String {
    guard utf8.contains(UInt8(ascii: "{")) else { return self }
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
}
