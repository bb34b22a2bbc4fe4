import QuestionnaireModel
import RecommendationCore

/// The words with their length before them, so that they can be skipped, and read where somebody
/// asks what a word means.
extension Glossary: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.append(count: count)
    pack.write(items)
    pack.appendWithLength { pack in pack.write(words) }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let count = try pack.count()
    let items: [ItemWords] = try pack.read()
    let place = try pack.take(pack.count())
    let source = pack.source
    self.init(
      count: count, items: items,
      decoder: {
        do throws(PackFault) {
          let words: Words = try source.read(PackPart.glossary.name, at: place)
          return words
        } catch { return Words() }
      })
  }
}

extension Glossary.Words: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(terms)
    pack.write(pages)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(terms: pack.read(), pages: pack.read())
  }
}

extension GlossaryTerm: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(term)
    pack.write(also)
    pack.write(means)
    pack.write(page)
    pack.write(isOnKeyOnly)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), term: pack.read(), also: pack.read(), means: pack.read(), page: pack.read(),
      isOnKeyOnly: pack.read())
  }
}

extension Glossary.ItemWords: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(item)
    pack.write(own)
    pack.write(forAnother)
    pack.write(unexplained)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      item: pack.read(), own: pack.read(), forAnother: pack.read(), unexplained: pack.read())
  }
}

extension Glossary.PageWords: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(page)
    pack.write(explained)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(page: pack.read(), explained: pack.read())
  }
}
