import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `pack.yaml`.
  func readManifest(_ folder: Folder) {
    guard let document = document("pack.yaml", in: folder, declaring: [.region]),
      let map = MapReader(document, "the pack", in: self)
    else { return }
    let id = map.word("id")
    let version = map.word("version")
    let language = map.map("language").flatMap(language)
    let title = map.text("title")
    let reviewed = map.day("reviewed")
    let due = map.day("review-due")
    let region = map.name("default-region", of: .region)
    let regions = regions(map)
    let use = map.text("intended-use")
    let standing = map.text("not-a-diagnosis")
    let about = map.map("about").flatMap(about)
    let signedOff = map.optionalMap("signed-off").flatMap(signOff)
    harmHeadings = map.texts("harm-headings")
    forAnotherWhen = map.optional("for-another-when").map { (map, $0) }
    map.finish()
    guard let id, let version, let language, let title, let reviewed, let due, let region, let use,
      let standing,
      let about
    else { return }
    manifest = map.placed(
      Manifest(
        id: id, version: version, title: title,
        language: translation?.head.language.code ?? language.code,
        languages: offered(beside: language), reviewed: reviewed, reviewDue: due,
        defaultRegion: Region.ID(region), regions: regions, intendedUse: use,
        notADiagnosis: standing, about: about, signedOff: signedOff))
  }

  private func signOff(_ map: MapReader) -> Manifest.SignOff? {
    let by = map.text("by")
    let on = map.day("on")
    let version = map.word("version")
    map.finish()
    guard let by, let on, let version else { return nil }
    signOff = SignOffCheck(
      on: on, version: version, place: map.place, dayPlace: map.places["on"] ?? map.place)
    return Manifest.SignOff(by: by, on: on)
  }

  private func language(_ map: MapReader) -> Language? {
    let code = map.word("code")
    let name = map.word("name")
    map.finish()
    guard let code, let name else { return nil }
    if languages.contains(where: { $0.language.code == code }) {
      report.error(
        "UniqueIds", at: map.place, "'\(code)' is the language of the content and of a translation",
        "name the folder in languages/ after another language")
    }
    return Language(code: code, name: name)
  }

  /// The language of the content and the reviewed translations; that which is being read besides.
  private func offered(beside language: Language) -> [Language] {
    [language]
      + languages.filter { $0.isReviewed || $0.language == translation?.head.language }
      .map(\.language)
  }

  private func about(_ map: MapReader) -> Manifest.About? {
    let authors = map.text("authors")
    let isNot = map.requiredList("is-not").compactMap { map.read(text: $0, "is-not") }
    let marking = map.text("marking")
    let deployers = map.text("deployers")
    let licenses = map.text("licenses")
    map.finish()
    guard let authors, let marking, let deployers, let licenses else { return nil }
    return Manifest.About(
      authors: authors, isNot: isNot, marking: marking, deployers: deployers, licenses: licenses)
  }

  private func regions(_ manifest: MapReader) -> [Region] {
    guard let map = manifest.map("regions"), case .map(let pairs) = map.value.content else {
      return []
    }
    return pairs.compactMap { key, value in
      guard let id = key.text else { return nil }
      declare(.region, id, at: key.place)
      guard let map = MapReader(value, "region '\(id)'", in: self) else { return nil }
      let name = map.text("name")
      let emergency = map.text("emergency-number")
      let nurse = map.text("nurse-line")
      let crisis = map.text("crisis-line")
      let units: UnitSystem? = map.has("units") ? map.choice("units") : .metric
      let checked = check(
        of: id, map,
        [("emergency-number", emergency), ("nurse-line", nurse), ("crisis-line", crisis)])
      map.finish()
      guard let name, let emergency, let nurse, let crisis, let units else { return nil }
      return Region(
        id: Region.ID(id), name: name, emergencyNumber: emergency, nurseLine: nurse,
        crisisLine: crisis, units: units, numbersChecked: checked)
    }
  }

  /// Reads on which day each line was checked, and in which sources.
  private func check(
    of region: String, _ map: MapReader, _ lines: [(key: String, text: String?)]
  ) -> Day? {
    let checked = map.optionalMap("checked")
    let day = checked.flatMap { $0.day("on") }
    let read = lines.compactMap { line -> RegionCheck.Line? in
      let sources = checked?.names(line.key, of: .source) ?? []
      return line.text.map { text in
        RegionCheck.Line(
          key: line.key, text: text, sources: sources.count,
          place: checked?.places[line.key] ?? checked?.place ?? map.place)
      }
    }
    checked?.finish()
    regions.append(
      RegionCheck(id: region, lines: read, isChecked: map.has("checked"), place: map.place))
    return day
  }
}

/// What is known of the numbers of a region.
struct RegionCheck {
  let id: String
  let lines: [Line]
  let isChecked: Bool
  let place: Place

  struct Line {
    let key: String
    let text: String
    /// How many sources it was checked in.
    let sources: Int
    let place: Place
  }
}
