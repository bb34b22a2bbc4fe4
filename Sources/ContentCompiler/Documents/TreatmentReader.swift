import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/treatments.yaml`.
  func readTreatments(_ folder: Folder) {
    let path = "rules/treatments.yaml"
    guard let document = document(path, in: folder, declaring: [.treatment]) else { return }
    for entry in document.entries(of: "the list of treatments", in: self) {
      guard let map = MapReader(entry, "treatment", in: self) else { continue }
      let id = map.id(declaring: .treatment)
      let name = map.text("name")
      let step = map.name("step", of: .step)
      let stage = articleStage(map)
      let note = map.optionalText("article-note")
      let about = map.text("about")
      let suits = map.criterion("suits", leftOut: .always)
      let doesNotSuit = map.optionalText("does-not-suit")
      let notAdvised = map.optionalText("not-advised")
      let stop = map.maps("stop", "stop").compactMap(gate)
      let askFirst = map.maps("ask-first", "ask-first").compactMap(gate)
      let prescribed = map.optionalCriterion("taken-on-prescription")
      let prescribedNote = map.optionalText("prescribed-note")
      let overCounter = map.optionalCriterion("taken-over-counter")
      let overCounterNote = map.optionalText("over-counter-note")
      let guidelines = guidelines(map, of: id)
      let page = map.page()
      let sources = map.sources()
      map.finish()
      guard let id else { continue }
      treatments.append(
        map.placed(
          Treatment(
            id: Treatment.ID(id), name: name ?? "", step: Ladder.Step.ID(step ?? ""),
            articleStage: stage,
            articleNote: note, about: about ?? "", suits: suits ?? .unreadable,
            doesNotSuit: doesNotSuit,
            notAdvised: notAdvised, stop: stop, askFirst: askFirst, takenOnPrescription: prescribed,
            prescribedNote: prescribedNote, takenOverCounter: overCounter,
            overCounterNote: overCounterNote, guidelines: guidelines, page: page, sources: sources))
      )
    }
  }

  /// `none`, or the number of a stage of the article.
  private func articleStage(_ map: MapReader) -> Int? {
    guard let value = map.required("article-stage"), value.text != "none" else { return nil }
    if let number = value.text.flatMap({ Int($0) }) { return number }
    map.wrongType(value, "article-stage", "a stage of the article", "write 1, 2, 3 or none")
    return nil
  }

  private func gate(_ map: MapReader) -> Treatment.Gate? {
    let when = map.criterion("when")
    let because = map.text("because")
    let sources = map.sources(isRequired: false)
    map.finish()
    guard let when, let because else { return nil }
    return Treatment.Gate(when: when, because: because, sources: sources)
  }

  private func guidelines(_ treatment: MapReader, of owner: String?) -> [GuidelineView] {
    guard let map = treatment.map("guidelines"), case .map(let pairs) = map.value.content else {
      return []
    }
    return pairs.compactMap { key, value in
      guard let id = key.text else { return nil }
      mention(.source, id, at: key.place)
      if let owner { guidelinesNamed[Treatment.ID(owner), default: []].insert(Reference.ID(id)) }
      guard let map = MapReader(value, "guideline '\(id)' of \(treatment.name)", in: self) else {
        return nil
      }
      let direction: GuidelineView.Direction? = map.choice("direction")
      let strength: GuidelineView.Strength? = map.choice("strength")
      let certainty: GuidelineView.Certainty? = map.optionalChoice("certainty")
      let isUnverified = map.flag("unverified")
      map.finish()
      guard let direction, let strength else { return nil }
      return GuidelineView(
        guideline: Reference.ID(id), direction: direction, strength: strength, certainty: certainty,
        isUnverified: isUnverified)
    }
  }
}
