import QuestionnaireModel
import RecommendationCore

extension Ladder: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(shownWhen)
    pack.write(judgedWhen)
    pack.write(hiddenBecause)
    pack.write(steps)
    pack.write(articleStages)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      shownWhen: pack.read(), judgedWhen: pack.read(), hiddenBecause: pack.read(),
      steps: pack.read(),
      articleStages: pack.read(), sources: pack.read())
  }
}

extension Ladder.Step: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(about)
    pack.write(reachedWhen)
    pack.write(tried)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), about: pack.read(), reachedWhen: pack.read(),
      tried: pack.read())
  }
}

extension Ladder.ArticleStage: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(number)
    pack.write(name)
    pack.write(about)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      number: pack.read(), name: pack.read(), about: pack.read())
  }
}

extension Treatment: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(step)
    pack.write(articleStage)
    pack.write(articleNote)
    pack.write(about)
    pack.write(suits)
    pack.write(doesNotSuit)
    pack.write(notAdvised)
    pack.write(stop)
    pack.write(askFirst)
    pack.write(takenOnPrescription)
    pack.write(prescribedNote)
    pack.write(takenOverCounter)
    pack.write(overCounterNote)
    pack.write(guidelines)
    pack.write(page)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), step: pack.read(), articleStage: pack.read(),
      articleNote: pack.read(), about: pack.read(), suits: pack.read(), doesNotSuit: pack.read(),
      notAdvised: pack.read(), stop: pack.read(), askFirst: pack.read(),
      takenOnPrescription: pack.read(), prescribedNote: pack.read(), takenOverCounter: pack.read(),
      overCounterNote: pack.read(), guidelines: pack.read(), page: pack.read(),
      sources: pack.read())
  }
}

extension Treatment.Gate: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(when)
    pack.write(because)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      when: pack.read(), because: pack.read(), sources: pack.read())
  }
}

extension GuidelineView: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(guideline)
    pack.write(direction)
    pack.write(strength)
    pack.write(certainty)
    pack.write(isUnverified)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      guideline: pack.read(), direction: pack.read(), strength: pack.read(), certainty: pack.read(),
      isUnverified: pack.read())
  }
}

extension Surgery: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(reasons)
    pack.write(advice)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      reasons: pack.read(), advice: pack.read())
  }
}

extension Surgery.Reason: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(when)
    pack.write(met)
    pack.write(missing)
    pack.write(isOfArticle)
    pack.write(page)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), when: pack.read(), met: pack.read(), missing: pack.read(),
      isOfArticle: pack.read(), page: pack.read(), sources: pack.read())
  }
}

extension Surgery.Advice: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(when)
    pack.write(text)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), when: pack.read(), text: pack.read())
  }
}
