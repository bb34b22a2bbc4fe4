extension String {
  /// The name of a Swift case as a key of the content: `keyF1` is `key-f1`.
  ///
  /// A key stays as it is.
  var kebabCased: String {
    let isCapital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard utf8.contains(where: isCapital) else { return self }
    return String(
      decoding: utf8.flatMap { isCapital($0) ? [UInt8(ascii: "-"), $0 | 0x20] : [$0] },
      as: UTF8.self)
  }
}
