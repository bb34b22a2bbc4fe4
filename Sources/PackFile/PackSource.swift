/// The bytes of a file and where its texts stand: all that is needed to read a value in it, now or
/// later.
struct PackSource: Sendable {
  let file: [UInt8]
  var strings = StringTable()

  /// Reads a value that takes up all of the range; faults tell the name of the part.
  func read<Value: PackCoded>(_ name: String, at range: Range<Int>) throws(PackFault) -> Value {
    try read(name, at: range) { (pack) throws(PackFault) in try Value(from: &pack) }
  }

  func read<Value>(
    _ name: String, at range: Range<Int>,
    by read: (inout PackReader) throws(PackFault) -> Value
  ) throws(PackFault) -> Value {
    try file.withUnsafeBufferPointer { (bytes) throws(PackFault) in
      var reader = PackReader(self, UnsafeRawBufferPointer(bytes), at: range, of: name)
      let value = try read(&reader)
      try reader.finish()
      return value
    }
  }
}
