import QuestionnaireModel
import RecommendationCore

extension Manifest: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(version)
    pack.write(title)
    pack.write(language)
    pack.write(languages)
    pack.write(reviewed)
    pack.write(reviewDue)
    pack.write(defaultRegion)
    pack.write(regions)
    pack.write(intendedUse)
    pack.write(notADiagnosis)
    pack.write(about)
    pack.write(signedOff)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), version: pack.read(), title: pack.read(), language: pack.read(),
      languages: pack.read(), reviewed: pack.read(), reviewDue: pack.read(),
      defaultRegion: pack.read(), regions: pack.read(), intendedUse: pack.read(),
      notADiagnosis: pack.read(), about: pack.read(), signedOff: pack.read())
  }
}

extension Manifest.SignOff: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(by)
    pack.write(on)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(by: pack.read(), on: pack.read())
  }
}

extension Language: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(code)
    pack.write(name)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(code: pack.read(), name: pack.read())
  }
}

extension Manifest.About: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(authors)
    pack.write(isNot)
    pack.write(marking)
    pack.write(deployers)
    pack.write(licenses)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      authors: pack.read(), isNot: pack.read(), marking: pack.read(), deployers: pack.read(),
      licenses: pack.read())
  }
}

extension Region: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(name)
    pack.write(emergencyNumber)
    pack.write(nurseLine)
    pack.write(crisisLine)
    pack.write(units)
    pack.write(numbersChecked)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), name: pack.read(), emergencyNumber: pack.read(), nurseLine: pack.read(),
      crisisLine: pack.read(), units: pack.read(), numbersChecked: pack.read())
  }
}

extension Day: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(year)
    pack.write(month)
    pack.write(day)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    let (year, month, day): (Int, Int, Int) = try (pack.read(), pack.read(), pack.read())
    guard let day = Day(year: year, month: month, day: day) else {
      throw pack.fault("a day that no calendar has")
    }
    self = day
  }
}

extension Reference: PackCoded {
  func write(to pack: inout PackWriter) {
    pack.write(id)
    pack.write(kind)
    pack.write(title)
    pack.write(short)
    pack.write(authors)
    pack.write(year)
    pack.write(place)
    pack.write(doi)
    pack.write(number)
    pack.write(address)
    pack.write(read)
  }

  init(from pack: inout PackReader) throws(PackFault) {
    try self.init(
      id: pack.read(), kind: pack.read(), title: pack.read(), short: pack.read(),
      authors: pack.read(), year: pack.read(), place: pack.read(), doi: pack.read(),
      number: pack.read(),
      address: pack.read(), read: pack.read())
  }
}
