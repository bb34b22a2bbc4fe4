import QuestionnaireModel

extension Criterion: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.nest { pack in
      switch self {
      case .all(let parts):
        pack.append(1 as UInt8)
        pack.write(parts)
      case .any(let parts):
        pack.append(2 as UInt8)
        pack.write(parts)
      case .not(let part):
        pack.append(3 as UInt8)
        pack.write(part)
      case .atLeast(let count, let parts):
        pack.append(4 as UInt8)
        pack.write(count)
        pack.write(parts)
      case .test(let subject, let predicate):
        pack.append(5 as UInt8)
        pack.write(subject)
        pack.write(predicate)
      }
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try pack.descend()
    switch try pack.uint8() {
    case 1: self = .all(try pack.read())
    case 2: self = .any(try pack.read())
    case 3: self = .not(try pack.read())
    case 4: self = try .atLeast(pack.read(), pack.read())
    case 5: self = try .test(pack.read(), pack.read())
    default: throw pack.fault("an unknown kind of criterion")
    }
    pack.ascend()
  }
}

extension Subject: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(item)
    switch part {
    case nil: pack.append(0 as UInt8)
    case .row(let row):
      pack.append(1 as UInt8)
      pack.write(row)
    case .height: pack.append(2 as UInt8)
    case .weight: pack.append(3 as UInt8)
    case .bmi: pack.append(4 as UInt8)
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let (item, position) = try pack.item()
    switch try pack.uint8() {
    case 0: self.init(item, at: position)
    case 1: self.init(item, .row(try pack.read()), at: position)
    case 2: self.init(item, .height, at: position)
    case 3: self.init(item, .weight, at: position)
    case 4: self.init(item, .bmi, at: position)
    default: throw pack.fault("an unknown part of an item")
    }
  }
}

extension Predicate: PackCoded {
  func write(to pack: inout PackWriter) {
    switch self {
    case .isOneOf(let options):
      pack.append(1 as UInt8)
      pack.write(options)
    case .isNoneOf(let options):
      pack.append(2 as UInt8)
      pack.write(options)
    case .includes(let option):
      pack.append(3 as UInt8)
      pack.write(option)
    case .compare(let comparison, let bound):
      pack.append(4 as UInt8)
      pack.write(comparison)
      pack.write(bound)
    case .isUnknown: pack.append(5 as UInt8)
    case .isAnswered: pack.append(6 as UInt8)
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    switch try pack.uint8() {
    case 1: self = .isOneOf(try pack.read())
    case 2: self = .isNoneOf(try pack.read())
    case 3: self = .includes(try pack.read())
    case 4: self = try .compare(pack.read(), pack.read())
    case 5: self = .isUnknown
    case 6: self = .isAnswered
    default: throw pack.fault("an unknown test")
    }
  }
}
