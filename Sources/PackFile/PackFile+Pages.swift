import QuestionnaireModel
import RecommendationCore

extension Page: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(title)
    pack.write(about)
    pack.write(group)
    pack.write(reviewed)
    pack.write(reviewDue)
    pack.write(sources)
    pack.write(body)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), title: pack.read(), about: pack.read(), group: pack.read(),
      reviewed: pack.read(), reviewDue: pack.read(), sources: pack.read(), body: pack.read())
  }
}

/// With its length before it, so that it can be skipped, and read when the page is shown.
extension Deferred: PackCoded where Value == [Page.Block] {
  func write(to pack: inout PackWriter) {
    pack.appendWithLength { pack in pack.write(value) }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let place = try pack.take(pack.count())
    let source = pack.source
    self.init(decoder: {
      do throws(PackFault) {
        let blocks: [Page.Block] = try source.read(PackPart.pages.name, at: place)
        return blocks
      } catch { return [] }
    })
  }
}

extension Page.Block: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.nest { pack in
      switch self {
      case .heading(let level, let inlines):
        pack.append(1 as UInt8)
        pack.write(level)
        pack.write(inlines)
      case .paragraph(let inlines):
        pack.append(2 as UInt8)
        pack.write(inlines)
      case .bullets(let items):
        pack.append(3 as UInt8)
        pack.write(items)
      case .numbered(let first, let items):
        pack.append(4 as UInt8)
        pack.write(first)
        pack.write(items)
      case .quote(let blocks):
        pack.append(5 as UInt8)
        pack.write(blocks)
      case .rule: pack.append(6 as UInt8)
      case .figure(let id):
        pack.append(7 as UInt8)
        pack.write(id)
      }
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try pack.descend()
    switch try pack.uint8() {
    case 1: self = try .heading(level: pack.read(), pack.read())
    case 2: self = .paragraph(try pack.read())
    case 3: self = .bullets(try pack.read())
    case 4: self = try .numbered(from: pack.read(), pack.read())
    case 5: self = .quote(try pack.read())
    case 6: self = .rule
    case 7: self = .figure(try pack.read())
    default: throw pack.fault("an unknown kind of block")
    }
    pack.ascend()
  }
}

extension Page.Inline: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.nest { pack in
      switch self {
      case .text(let text):
        pack.append(1 as UInt8)
        pack.write(text)
      case .emphasis(let inlines):
        pack.append(2 as UInt8)
        pack.write(inlines)
      case .strong(let inlines):
        pack.append(3 as UInt8)
        pack.write(inlines)
      case .page(let id, let inlines):
        pack.append(4 as UInt8)
        pack.write(id)
        pack.write(inlines)
      case .source(let id, let inlines):
        pack.append(5 as UInt8)
        pack.write(id)
        pack.write(inlines)
      case .claim(let id, let inlines):
        pack.append(6 as UInt8)
        pack.write(id)
        pack.write(inlines)
      }
    }
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try pack.descend()
    switch try pack.uint8() {
    case 1: self = .text(try pack.read())
    case 2: self = .emphasis(try pack.read())
    case 3: self = .strong(try pack.read())
    case 4: self = try .page(pack.read(), pack.read())
    case 5: self = try .source(pack.read(), pack.read())
    case 6: self = try .claim(pack.read(), pack.read())
    default: throw pack.fault("an unknown kind of words")
    }
    pack.ascend()
  }
}
