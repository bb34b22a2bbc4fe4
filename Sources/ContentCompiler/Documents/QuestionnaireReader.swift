import QuestionnaireModel

/// A section and its items, before the criteria can be read.
private struct SectionDraft {
  let id: String
  let title: String
  let isEmergency: Bool
  let items: [ItemDraft]
  let map: MapReader
}

extension Draft {
  /// Reads `questionnaire/*.yaml` and `rules/definitions*.yaml`.
  ///
  /// The items come first, without their criteria; then every name that a criterion can hold is
  /// known.
  func readQuestionnaire(_ folder: Folder) {
    let paths = folder.paths(in: "questionnaire", ending: ".yaml")
    if paths.isEmpty {
      report.error(
        "PresentFiles", at: Place("questionnaire/"), "the folder has no section",
        "write one file a section, such as questionnaire/10-pain.yaml")
      setIncomplete([.section, .item])
    }
    var drafts: [SectionDraft] = []
    for path in paths {
      guard let document = document(path, in: folder, declaring: [.section, .item]),
        let map = MapReader(document, "section", in: self)
      else { continue }
      if let section = section(map) { drafts.append(section) }
    }
    scope.isComplete = incompleteKinds.isDisjoint(with: [.item])
    readDefinitions(folder)
    for section in drafts { finish(section) }
    for definition in scope.definitions.values.sorted(by: { $0.keyPlace < $1.keyPlace }) {
      _ = resolve(definition)
    }
    forAnotherCriterion = forAnotherWhen.flatMap { $0.map.read(criterion: $0.value) }
  }

  private func section(_ map: MapReader) -> SectionDraft? {
    let idValue = map.required("section")
    let id = idValue.flatMap { map.read(word: $0, "section") }
    if let id, let idValue { declare(.section, id, at: idValue.place) }
    let title = map.text("title")
    let isEmergency = map.requiredFlag("emergency")
    let items = map.requiredList("items").compactMap(itemDraft)
    map.finish()
    guard let id, let title, let isEmergency else {
      // The items are known all the same; their criteria are looked at without a section.
      return SectionDraft(
        id: id ?? "", title: title ?? "", isEmergency: isEmergency ?? false, items: items, map: map)
    }
    return SectionDraft(id: id, title: title, isEmergency: isEmergency, items: items, map: map)
  }

  private func itemDraft(_ value: YAMLValue) -> ItemDraft? {
    guard let map = MapReader(value, "item", in: self) else { return nil }
    let draft = ItemDraft(reading: map)
    if let id = draft.id { scope.add(draft.kind.map { ItemShape($0) } ?? .unclear, named: id) }
    return draft
  }

  private func finish(_ section: SectionDraft) {
    var finished: [Item] = []
    for item in section.items {
      guard let placed = item.finished(in: self) else { continue }
      items.append(placed)
      finished.append(placed.value)
    }
    sections.append(
      section.map.placed(
        Section(
          id: Section.ID(section.id), title: section.title, isEmergency: section.isEmergency,
          items: finished)))
  }
}

extension Draft {
  /// Reads all of `rules/definitions*.yaml` into the scope.
  fileprivate func readDefinitions(_ folder: Folder) {
    let paths = folder.paths(in: "rules", ending: ".yaml")
      .filter { $0.hasPrefix("rules/definitions") }
    if paths.isEmpty {
      _ = document("rules/definitions.yaml", in: folder, declaring: [.definition])
    }
    for path in paths {
      guard let document = document(path, in: folder, declaring: [.definition]) else { continue }
      guard case .map(let pairs) = document.content else {
        report.error(
          "RightTypes", at: document.place,
          "the definitions should be a mapping, are \(document.kind)",
          "write 'name: criterion' lines")
        continue
      }
      for (key, value) in pairs { define(key, value) }
    }
    if incompleteKinds.contains(.definition) { scope.isComplete = false }
  }

  private func define(_ key: YAMLValue, _ value: YAMLValue) {
    guard let name = key.text else { return }
    declare(.definition, name, at: key.place)
    var criterion: YAMLValue? = value
    if case .map = value.content, let map = MapReader(value, "definition '\(name)'", in: self) {
      criterion = map.required("when")
      _ = map.optionalText("means")
      map.finish()
    }
    let definition = Definition(name: name, keyPlace: key.place, value: criterion ?? value)
    if criterion == nil { definition.state = .done(nil) }
    if scope.definitions[name] == nil { scope.definitions[name] = definition }
  }
}
