import QuestionnaireModel
import RecommendationCore

extension Draft {
  /// Reads `evidence/references.yaml`.
  func readReferences(_ folder: Folder) {
    let path = "evidence/references.yaml"
    guard let document = document(path, in: folder, declaring: [.source]) else { return }
    for entry in document.entries(of: "the list of sources", in: self) {
      guard let map = MapReader(entry, "source", in: self) else { continue }
      let id = map.id(declaring: .source)
      let kind: Reference.Kind? = map.choice("kind")
      let title = map.text("title")
      let short = map.optionalText("short")
      let authors = map.text("authors")
      let year = map.whole("year")
      let place = map.optionalText("where")
      let doi = map.optionalWord("doi")
      let number = map.optionalWord("number")
      let address = map.optionalWord("address")
      let read: Reference.Extent? = map.choice("read")
      map.finish()
      guard let id, let kind, let title, let authors, let year, let read else { continue }
      references.append(
        map.placed(
          Reference(
            id: Reference.ID(id), kind: kind, title: title, short: short, authors: authors,
            year: year, place: place, doi: doi, number: number, address: address, read: read)))
    }
  }
}
