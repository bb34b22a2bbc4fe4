import QuestionnaireModel
import RecommendationCore

extension Figure: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(title)
    pack.write(base)
    pack.write(after)
    pack.write(with)
    pack.write(without)
    pack.write(benefit)
    pack.write(harms)
    pack.write(noneKnown)
    pack.write(certainty)
    pack.write(sources)
    pack.write(isUnverified)
    pack.write(derived)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), title: pack.read(), base: pack.read(), after: pack.read(),
      with: pack.read(), without: pack.read(), benefit: pack.read(), harms: pack.read(),
      noneKnown: pack.read(), certainty: pack.read(), sources: pack.read(),
      isUnverified: pack.read(), derived: pack.read())
  }
}

extension Figure.Base: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .hundred: 1
    case .thousand: 2
    }
  }
}

extension Figure.Outcome: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(what)
    pack.write(with)
    pack.write(without)
    pack.write(after)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      what: pack.read(), with: pack.read(), without: pack.read(), after: pack.read())
  }
}
