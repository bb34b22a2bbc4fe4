import QuestionnaireModel

/// A type with one way into a pack and the same way back, side by side.
///
/// Every value takes at least one byte: the check of a count against what is left relies on it.
protocol PackCoded {
  func write(to pack: inout PackWriter)
  init(from pack: inout PackReader) throws(PackFault)
}

extension String: PackCoded {
  func write(to pack: inout PackWriter) { pack.append(text: self) }
  init(from pack: inout PackReader) throws(PackFault) { self = try pack.text() }
}

extension Identifier: PackCoded {
  func write(to pack: inout PackWriter) { pack.append(text: rawValue) }
  init(from pack: inout PackReader) throws(PackFault) { self.init(rawValue: try pack.text()) }
}

extension Bool: PackCoded {
  func write(to pack: inout PackWriter) { pack.append(self ? 1 as UInt8 : 0) }

  init(from pack: inout PackReader) throws(PackFault) {
    switch try pack.uint8() {
    case 0: self = false
    case 1: self = true
    default: throw pack.fault("neither yes nor no")
    }
  }
}

/// Numbers of 32 bits, so that no sum of them overflows.
extension Int: PackCoded {
  func write(to pack: inout PackWriter) {
    let fitting = Int32(exactly: self)
    if fitting == nil { pack.fail(.outOfRange(self)) }
    pack.append(fitting ?? 0)
  }

  init(from pack: inout PackReader) throws(PackFault) { self.init(try pack.int32()) }
}

/// The bits of the number; -0 as 0, since the two are equal.
extension Double: PackCoded {
  func write(to pack: inout PackWriter) {
    if !isFinite { pack.fail(.notFinite) }
    pack.append((self == 0 ? 0 : self).bitPattern)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    self.init(bitPattern: try pack.uint64())
    guard isFinite else { throw pack.fault("a number is not finite") }
  }
}

extension Optional: PackCoded where Wrapped: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(self != nil)
    if let self { pack.write(self) }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let isThere: Bool = try pack.read()
    self = isThere ? try Wrapped(from: &pack) : nil
  }
}

extension Array: PackCoded where Element: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.append(count: count)
    for element in self { pack.write(element) }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let count = try pack.count(ofAtLeast: 1)
    self.init()
    // An element in memory is far larger than its least size in the file: a count is not trusted
    // for more than this.
    reserveCapacity(Swift.min(count, 64))
    for _ in 0..<count { append(try Element(from: &pack)) }
  }
}

extension PackWriter {
  /// A number of digits after the point, 0 to 15: one below 0 would trap where it is counted up to.
  mutating func append(digits: Int) {
    if !(0...15).contains(digits) { fail(.outOfRange(digits)) }
    append(UInt8(truncatingIfNeeded: digits))
  }
}

extension PackReader {
  mutating func digits() throws(PackFault) -> Int {
    let digits = Int(try uint8())
    guard digits <= 15 else { throw fault("more than 15 digits after the point") }
    return digits
  }
}
