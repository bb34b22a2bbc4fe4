import QuestionnaireModel
import RecommendationCore

extension Picture: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(mirroredWhen)
    pack.write(captions)
    pack.write(legend)
    pack.write(views)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), mirroredWhen: pack.read(), captions: pack.read(), legend: pack.read(),
      views: pack.read())
  }
}

extension Picture.Caption: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(when)
    pack.write(text)
    pack.write(forAnother)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(when: pack.read(), text: pack.read(), forAnother: pack.read())
  }
}

extension Picture.Legend: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(letter)
    pack.write(zone)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(letter: pack.read(), zone: pack.read())
  }
}

extension Picture.View: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(title)
    pack.write(left)
    pack.write(right)
    pack.write(drawing)
    pack.write(ascii)
    pack.write(mask)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      title: pack.read(), left: pack.read(), right: pack.read(), drawing: pack.read(),
      ascii: pack.read(), mask: pack.read())
  }
}

extension ClinicalNote: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(when)
    pack.write(text)
    pack.write(sources)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(id: pack.read(), when: pack.read(), text: pack.read(), sources: pack.read())
  }
}
