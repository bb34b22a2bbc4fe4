import QuestionnaireModel
import RecommendationCore

extension Rules: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(dispositions)
    pack.write(redFlags)
    pack.write(conditions)
    pack.write(ladder)
    pack.write(treatments)
    pack.write(surgery)
    pack.write(advice)
    pack.write(scores)
    pack.write(consistency)
    pack.write(notes)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      dispositions: pack.read(), redFlags: pack.read(), conditions: pack.read(),
      ladder: pack.read(), treatments: pack.read(), surgery: pack.read(), advice: pack.read(),
      scores: pack.read(), consistency: pack.read(), notes: pack.read())
  }
}

extension DispositionRules: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(texts)
    pack.write(selfCareWhen)
    pack.write(incomplete)
    pack.write(questionsShown)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      texts: pack.read(), selfCareWhen: pack.read(), incomplete: pack.read(),
      questionsShown: pack.read())
  }
}

extension DispositionText: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(disposition)
    pack.write(title)
    pack.write(action)
    pack.write(inClinic)
    pack.write(whenClosed)
    pack.write(symbol)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      disposition: pack.read(), title: pack.read(), action: pack.read(), inClinic: pack.read(),
      whenClosed: pack.read(), symbol: pack.read())
  }
}

extension RedFlag: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(title)
    pack.write(disposition)
    pack.write(within)
    pack.write(when)
    pack.write(unsure)
    pack.write(action)
    pack.write(inClinic)
    pack.write(whenClosed)
    pack.write(why)
    pack.write(doNot)
    pack.write(getHelpSooner)
    pack.write(page)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), title: pack.read(), disposition: pack.read(), within: pack.read(),
      when: pack.read(), unsure: pack.read(), action: pack.read(), inClinic: pack.read(),
      whenClosed: pack.read(), why: pack.read(), doNot: pack.read(),
      getHelpSooner: pack.read(), page: pack.read(), sources: pack.read())
  }
}

extension ConditionPattern: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(when)
    pack.write(features)
    pack.write(fit)
    pack.write(isOnLadder)
    pack.write(firstSteps)
    pack.write(getHelpSooner)
    pack.write(page)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), when: pack.read(), features: pack.read(),
      fit: pack.read(), isOnLadder: pack.read(), firstSteps: pack.read(),
      getHelpSooner: pack.read(), page: pack.read(), sources: pack.read())
  }
}

extension ConditionPattern.Feature: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(when)
    pack.write(points)
    pack.write(text)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      when: pack.read(), points: pack.read(), text: pack.read())
  }
}

extension ConditionPattern.FitThresholds: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(strong)
    pack.write(some)
    pack.write(weak)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      strong: pack.read(), some: pack.read(), weak: pack.read())
  }
}

extension Advice: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(kind)
    pack.write(when)
    pack.write(text)
    pack.write(levels)
    pack.write(page)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), kind: pack.read(), when: pack.read(), text: pack.read(), levels: pack.read(),
      page: pack.read(), sources: pack.read())
  }
}

extension ConsistencyRule: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(when)
    pack.write(ask)
    pack.write(items)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(id: pack.read(), when: pack.read(), ask: pack.read(), items: pack.read())
  }
}

extension Score: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(items)
    pack.write(combine)
    pack.append(digits: decimals)
    pack.write(range)
    pack.write(about)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), items: pack.read(), combine: pack.read(),
      decimals: pack.digits(), range: pack.read(), about: pack.read(), sources: pack.read())
  }
}
