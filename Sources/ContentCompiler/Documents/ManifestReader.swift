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
    let languages = map.requiredList("languages").compactMap { map.read(word: $0, "languages") }
    let title = map.text("title")
    let reviewed = map.day("reviewed")
    let due = map.day("review-due")
    let region = map.name("default-region", of: .region)
    let regions = regions(map)
    let use = map.text("intended-use")
    let standing = map.text("not-a-diagnosis")
    harmHeadings = map.texts("harm-headings")
    forAnotherWhen = map.optional("for-another-when").map { (map, $0) }
    map.finish()
    guard let id, let version, let title, let reviewed, let due, let region, let use, let standing
    else { return }
    manifest = map.placed(
      Manifest(
        id: id, version: version, title: title, languages: languages, reviewed: reviewed,
        reviewDue: due, defaultRegion: Region.ID(region), regions: regions, intendedUse: use,
        notADiagnosis: standing))
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
      map.finish()
      guard let name, let emergency, let nurse, let crisis, let units else { return nil }
      return Region(
        id: Region.ID(id), name: name, emergencyNumber: emergency, nurseLine: nurse,
        crisisLine: crisis, units: units)
    }
  }
}
