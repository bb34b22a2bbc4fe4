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
      words: {
        do throws(PackFault) {
          let words: Words = try source.read(PackPart.glossary.name, at: place)
          return words
        } catch { return Words() }
      },
      term: { id in
        do throws(PackFault) {
          return try source.read(PackPart.glossary.name, at: place) {
            (pack) throws(PackFault) in try GlossaryTerm(id, from: &pack)
          }
        } catch { return nil }
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

/// All but the id with its length before it, so that one term is found without the others.
extension GlossaryTerm: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.appendWithLength { pack in
      pack.write(term)
      pack.write(also)
      pack.write(means)
      pack.write(page)
      pack.write(isOnKeyOnly)
    }
  }

  /// The term of an id in a list of terms; the rest of what there is to read is left out.
  init?(_ id: ID, from pack: inout PackReader) throws(PackFault) {
    let count = try pack.count(ofAtLeast: 8)
    for _ in 0..<count {
      let place = try pack.count()
      let length = try pack.count()
      if pack.isText(id.rawValue, at: place) {
        try self.init(id: id, from: &pack)
        _ = try pack.rest()
        return
      }
      try pack.skip(length)
    }
    _ = try pack.rest()
    return nil
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let id: ID = try pack.read()
    _ = try pack.count()
    try self.init(id: id, from: &pack)
  }

  private init(id: ID, from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: id, term: pack.read(), also: pack.read(), means: pack.read(), page: pack.read(),
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
