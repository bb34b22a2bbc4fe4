import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `rules/notes.yaml`, which may be left out.
  func readNotes(_ folder: Folder) {
    let path = "rules/notes.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.note])
    else { return }
    for entry in document.entries(of: "the list of notes", in: self) {
      guard let map = MapReader(entry, "note", in: self) else { continue }
      let id = map.id(declaring: .note)
      let when = map.criterion("when")
      let text = map.text("text")
      let sources = map.sources()
      map.finish()
      guard let id, let when, let text else { continue }
      notes.append(
        map.placed(
          ClinicalNote(id: ClinicalNote.ID(id), when: when, text: text, sources: sources)))
    }
  }
}
