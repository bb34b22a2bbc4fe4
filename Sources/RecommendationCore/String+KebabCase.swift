extension String {
  /// The name of a Swift case as a key of the content: `keyF1` is `key-f1`.
  ///
  /// A key stays as it is.
  var kebabCased: String {
    let isCapital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard utf8.contains(where: isCapital) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * utf8.count)
    for byte in utf8 {
      if isCapital(byte) { bytes.append(UInt8(ascii: "-")) }
      bytes.append(isCapital(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
