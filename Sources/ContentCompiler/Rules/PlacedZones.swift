import QuestionnaireModel

/// Every zone of an item that shows a picture has a place on its first sheet, or is one of those
/// that stand in the list alone.
///
/// The first sheet is what is seen without a further key: no answer may hide behind one.
struct PlacedZones: ContentRule {
  static func check(_ draft: Draft) {
    for picture in draft.pictures {
      let sheet = picture.value.sheet(0)
      let drawn = Set(
        picture.value.views.indices.flatMap { picture.value.zones(view: $0) }
          .joined().compactMap { $0 })
      let listed = Set(picture.listOnly.map(\.zone))
      for item in picture.items(in: draft) {
        for zone in item.value.options where !listed.contains(zone.id.rawValue) {
          if sheet.shows(zone.id) { continue }
          draft.report.error(
            name, at: picture.place,
            drawn.contains(zone.id)
              ? "the zone '\(zone.id)' of item '\(item.id)' has no place in the first two views"
              : "the zone '\(zone.id)' of item '\(item.id)' has no place in any view",
            "draw its letter in a mask, or name it in 'list-only'")
        }
      }
      for (zone, place) in picture.listOnly where drawn.contains(AnswerOption.ID(zone)) {
        draft.report.error(
          name, at: place, "the zone '\(zone)' is in 'list-only' and has a place in a view",
          "take it out of 'list-only', or its letter out of the masks")
      }
    }
  }
}
