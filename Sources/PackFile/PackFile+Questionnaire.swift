import QuestionnaireModel

extension Questionnaire: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(sections)
    pack.write(forAnotherWhen)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(sections: pack.read(), forAnotherWhen: pack.read())
  }
}

extension Section: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(title)
    pack.write(isEmergency)
    pack.write(items)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), title: pack.read(), isEmergency: pack.read(), items: pack.read())
  }
}

extension Item: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(ask)
    pack.write(hint)
    pack.write(why)
    pack.write(summary)
    pack.write(clinical)
    pack.write(kind)
    pack.write(offersNotSure)
    pack.write(maySkip)
    pack.write(isPrivate)
    pack.write(isHeadline)
    pack.write(isRisk)
    pack.write(enableWhen)
    pack.write(clarifies)
    pack.write(whenUnknown)
    pack.write(forAnother)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.newItem(), ask: pack.read(), hint: pack.read(), why: pack.read(),
      summary: pack.read(), clinical: pack.read(), kind: pack.read(), offersNotSure: pack.read(),
      maySkip: pack.read(), isPrivate: pack.read(), isHeadline: pack.read(),
      isRisk: pack.read(), enableWhen: pack.read(),
      clarifies: pack.read(), whenUnknown: pack.read(), forAnother: pack.read())
  }
}

extension Item.OtherWords: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(ask)
    pack.write(hint)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(ask: pack.read(), hint: pack.read())
  }
}

extension AssumedNumber: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(atLeast)
    pack.write(countsAs)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(atLeast: pack.read(), countsAs: pack.read())
  }
}

extension AnswerOption: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(text)
    pack.write(hint)
    pack.write(clinical)
    pack.write(forAnother)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), text: pack.read(), hint: pack.read(), clinical: pack.read(),
      forAnother: pack.read())
  }
}

extension Item.Kind: PackCoded {
  func write(to pack: inout PackWriter) {
    switch self {
    case .yesNo: pack.append(1 as UInt8)
    case .choice(let options):
      pack.append(2 as UInt8)
      pack.write(options)
    case .choices(let options):
      pack.append(3 as UInt8)
      pack.write(options)
    case .each(let rows, let options):
      pack.append(4 as UInt8)
      pack.write(rows)
      pack.write(options)
    case .number(let range):
      pack.append(5 as UInt8)
      pack.write(range)
    case .scale(let low, let high):
      pack.append(6 as UInt8)
      pack.write(low)
      pack.write(high)
    case .zones(let picture, let zones):
      pack.append(7 as UInt8)
      pack.write(picture)
      pack.write(zones)
    case .bodySize: pack.append(8 as UInt8)
    case .date: pack.append(9 as UInt8)
    case .text(let longest):
      pack.append(10 as UInt8)
      pack.write(longest)
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    switch try pack.uint8() {
    case 1: self = .yesNo
    case 2: self = .choice(try pack.read())
    case 3: self = .choices(try pack.read())
    case 4: self = try .each(rows: pack.read(), options: pack.read())
    case 5: self = .number(try pack.read())
    case 6: self = try .scale(low: pack.read(), high: pack.read())
    case 7: self = try .zones(picture: pack.read(), pack.read())
    case 8: self = .bodySize
    case 9: self = .date
    case 10: self = .text(longest: try pack.read())
    default: throw pack.fault("an unknown kind of item")
    }
  }
}

extension Item.NumberRange: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(unit)
    pack.write(units)
    pack.write(least)
    pack.write(most)
    pack.append(digits: decimals)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      unit: pack.read(), units: pack.read(), least: pack.read(), most: pack.read(),
      decimals: pack.digits())
  }
}
