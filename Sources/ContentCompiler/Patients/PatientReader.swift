import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `patients/*.yaml`, once the questionnaire is known.
  func readPatients(_ folder: Folder, questionnaire: Questionnaire) {
    let paths = folder.paths(in: "patients", ending: ".yaml")
    if paths.isEmpty {
      report.error(
        "PresentFiles", at: Place("patients/"), "the folder has no patient",
        "write an example patient, such as patients/hot-knee.yaml")
    }
    for path in paths {
      guard let document = document(path, in: folder, declaring: [.patient]),
        let map = MapReader(document, "patient", in: self)
      else { continue }
      if let patient = patient(map, questionnaire) { patients.append(patient) }
    }
  }

  private func patient(_ map: MapReader, _ questionnaire: Questionnaire) -> ExamplePatient? {
    let id = map.id(declaring: .patient)
    let story = map.text("story")
    let day = map.day("on")
    let answers = map.map("answers").map {
      AnswerReader(draft: self, questionnaire: questionnaire).response($0)
    }
    let expectation = map.map("expect").flatMap(expectation)
    map.finish()
    guard let id, let story, let day, let answers, let expectation else { return nil }
    return ExamplePatient(
      id: id, story: story, place: map.place, day: day, response: answers, expectation: expectation)
  }

  private func expectation(_ map: MapReader) -> Expectation? {
    // A name of nothing has a fault of its own; that it did not come out is no news.
    func named(_ key: String, _ kind: NameKind) -> [(name: String, place: Place)] {
      map.list(key).compactMap { value in
        guard let name = map.read(name: value, key, of: kind), names(of: kind).contains(name) else {
          return nil
        }
        return (name, value.place)
      }
    }
    func flag(_ key: String) -> (value: Bool, place: Place)? {
      guard let value = map.optional(key) else { return nil }
      return map.read(flag: value, key).map { ($0, value.place) }
    }
    let disposition: Disposition? = map.choice("disposition")
    let redFlags = named("red-flags", .redFlag)
    let unsure = named("unsure", .redFlag)
    let isComplete = flag("complete")
    let verdicts = verdicts(map)
    let conditions = named("conditions", .condition)
    let notConditions = named("not-conditions", .condition)
    let step = map.optionalName("step", of: .step).flatMap {
      names(of: .step).contains($0) ? $0 : nil
    }
    let ladderIsShown = flag("ladder-shown")
    map.finish()
    guard let disposition else { return nil }
    let places = map.places
    func place(_ key: String) -> Place { places[key] ?? map.place }
    return Expectation(
      place: map.place, disposition: (disposition, place("disposition")), redFlags: redFlags,
      redFlagsPlace: place("red-flags"), unsure: unsure, unsurePlace: place("unsure"),
      isComplete: isComplete, verdicts: verdicts, conditions: conditions,
      notConditions: notConditions, step: step.map { ($0, place("step")) },
      ladderIsShown: ladderIsShown)
  }

  private func verdicts(
    _ expectation: MapReader
  ) -> [(treatment: String, verdict: Verdict, place: Place)] {
    guard let map = expectation.optionalMap("verdicts"), case .map(let pairs) = map.value.content
    else { return [] }
    return pairs.compactMap { key, value in
      guard let treatment = key.text else { return nil }
      mention(.treatment, treatment, at: key.place)
      guard let verdict: Verdict = map.read(choice: value, treatment),
        names(of: .treatment).contains(treatment)
      else { return nil }
      return (treatment, verdict, value.place)
    }
  }
}
