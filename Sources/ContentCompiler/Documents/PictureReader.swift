import QuestionnaireModel
import RecommendationCore

/// A picture with the places of all that is drawn.
struct DrawnPicture {
  let value: Picture
  let place: Place
  let legend: [(letter: Character, zone: String, place: Place)]
  /// Zones that are no place on the picture.
  let listOnly: [(zone: String, place: Place)]
  let views: [DrawnView]

  /// The items that show it.
  func items(in draft: Draft) -> [Placed<Item>] {
    draft.items.filter { item in
      if case .zones(value.id.rawValue?, _) = item.kind { true } else { false }
    }
  }
}

struct DrawnView {
  let value: Picture.View
  let place: Place
  /// The forms with their names in the file.
  let forms: [(key: String, place: Place, rows: [DrawnRow])]
}

/// A line of a drawing or of a mask.
struct DrawnRow {
  let text: String
  private let value: YAMLValue

  init(_ text: String, _ value: YAMLValue) {
    self.text = text
    self.value = value
  }

  /// The place of a column, which starts at 0; the row begins behind its quote.
  func place(column: Int) -> Place {
    var quote = 1
    if case .scalar(_, isPlain: true) = value.content { quote = 0 }
    return Place(
      value.place.file, line: value.place.line, column: value.place.column + quote + column)
  }
}

extension Draft {
  /// Reads `pictures/*.yaml`.
  func readPictures(_ folder: Folder) {
    for path in folder.paths(in: "pictures", ending: ".yaml") {
      guard let document = document(path, in: folder, declaring: [.picture]) else { continue }
      if let picture = readPicture(document) { pictures.append(picture) }
    }
  }

  private func readPicture(_ document: YAMLValue) -> DrawnPicture? {
    guard let map = MapReader(document, "picture", in: self) else { return nil }
    let id = map.id(declaring: .picture)
    let mirroredWhen = map.optionalCriterion("mirrored-when")
    let captions = map.maps("captions", "caption", isRequired: true).map { caption in
      let when = caption.optionalCriterion("when")
      let text = caption.text("text")
      let forAnother = caption.optionalText("for-another")
      caption.finish()
      return Picture.Caption(when: when, text: text ?? "", forAnother: forAnother)
    }
    let legend = readLegend(map)
    let listOnly = map.list("list-only").compactMap { value in
      map.read(word: value, "list-only").map { (zone: $0, place: value.place) }
    }
    let views = map.maps("views", "view", isRequired: true).map(readView)
    map.finish()
    guard let id else { return nil }
    return DrawnPicture(
      value: Picture(
        id: Picture.ID(id), mirroredWhen: mirroredWhen, captions: captions,
        legend: legend.map {
          Picture.Legend(letter: String($0.letter), zone: AnswerOption.ID($0.zone))
        }, views: views.map(\.value)),
      place: map.place, legend: legend, listOnly: listOnly, views: views)
  }

  private func readLegend(
    _ map: MapReader
  ) -> [(letter: Character, zone: String, place: Place)] {
    guard let zones = map.required("zones") else { return [] }
    guard case .map(let pairs) = zones.content else {
      map.wrongType(zones, "zones", "a mapping", "write 'letter: zone' below it")
      return []
    }
    return pairs.compactMap { key, value in
      guard let zone = map.read(word: value, key.text ?? "zones") else { return nil }
      guard let letter = key.text?.first, key.text?.count == 1, letter != " " else {
        report.error(
          "KnownZoneLetters", at: key.place,
          "'\(key.text ?? "")' of \(map.name) is not one letter",
          "write the one letter that stands for '\(zone)' in the masks")
        return nil
      }
      return (letter, zone, value.place)
    }
  }

  private func readView(_ map: MapReader) -> DrawnView {
    let title = map.text("title")
    let left = map.optionalText("left")
    let right = map.optionalText("right")
    let forms = ["drawing", "ascii", "mask"].map { key in
      let values = map.requiredList(key, "add '\(key):' with a line in quotes for each row")
      return (
        key: key, place: map.places[key] ?? map.place,
        rows: values.compactMap { value -> DrawnRow? in
          if let text = value.text { return DrawnRow(text, value) }
          map.wrongType(value, key, "lines in quotes", "write each line as - '…'")
          return nil
        }
      )
    }
    map.finish()
    func texts(_ form: Int) -> [String] { forms[form].rows.map(\.text) }
    return DrawnView(
      value: Picture.View(
        title: title ?? "", left: left ?? "", right: right ?? "", drawing: texts(0),
        ascii: texts(1), mask: texts(2)), place: map.place, forms: forms)
  }
}
