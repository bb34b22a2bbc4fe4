import QuestionnaireModel

/// Two views and the list beside them find room in a window of 80 columns and 24 lines.
struct FittingPictures: ContentRule {
  /// What is left of 24 lines by the bars, the question, its hints, an error and the name of the
  /// zone.
  static let highest = 13
  static let widest = 36
  /// Two views side by side: what a list beside them leaves of 72 columns.
  static let widestPair = 44

  static func check(_ draft: Draft) {
    for picture in draft.pictures {
      for view in picture.views {
        let (width, height) = (view.value.width, view.value.height)
        if width > widest {
          draft.report.error(
            name, at: view.place, "the view '\(view.value.title)' is \(width) columns wide",
            "draw it in at most \(widest) columns")
        }
        if height > highest {
          draft.report.error(
            name, at: view.place, "the view '\(view.value.title)' is \(height) lines high",
            "draw it in at most \(highest) lines")
        }
      }
      for number in 0..<picture.value.sheetCount {
        let views = picture.value.sheet(number).views.map { picture.views[$0] }
        let width = views.map(\.value.width).reduce(0, +)
        if let first = views.first, width > widestPair {
          draft.report.error(
            name, at: first.place,
            "this view and the one beside it are \(width) columns wide together",
            "draw the two in at most \(widestPair) columns")
        }
      }
    }
  }
}
