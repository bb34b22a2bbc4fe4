import QuestionnaireModel

/// Every letter of a mask names a zone, each letter once, and every zone that a picture names is
/// one of the items that show it.
struct KnownZoneLetters: ContentRule {
  static func check(_ draft: Draft) {
    for picture in draft.pictures {
      let letters = Set(picture.legend.map(\.letter))
      for row in picture.views.flatMap({ $0.forms[2].rows }) {
        for (column, letter) in row.text.enumerated()
        where letter != " " && !letters.contains(letter) {
          draft.report.error(
            name, at: row.place(column: column), "the letter '\(letter)' names no zone",
            "add it below 'zones', or write a blank where no zone is")
        }
      }
      let items = picture.items(in: draft)
      let known = Set(items.flatMap { $0.value.options.map(\.id.rawValue) })
      // Without an item there is nothing to compare with, and that is a fault of its own.
      if items.isEmpty { continue }
      let named = picture.legend.map { ($0.zone, $0.place) } + picture.listOnly
      for (zone, place) in named where !known.contains(zone) {
        draft.report.error(
          name, at: place, "no item that shows the picture has the zone '\(zone)'",
          suggestion(for: zone, among: known, otherwise: "add the zone to the item"))
      }
    }
  }
}
