import QuestionnaireModel

/// No zone of a picture is more than six keys away from where the focus begins.
struct ReachableZones: ContentRule {
  static let most = 6

  static func check(_ draft: Draft) {
    for picture in draft.pictures {
      let sheet = picture.value.sheet(0)
      for item in picture.items(in: draft) {
        guard case .zones(_, let options) = item.value.kind, !options.isEmpty else { continue }
        // Behind the zones: none of these, not sure, and the way on.
        let zones =
          options.map { Optional($0.id) }
          + Array(repeating: nil, count: item.value.offersNotSure ? 3 : 2)
        let distances = distances(over: sheet, among: zones)
        for (index, option) in options.enumerated()
        where sheet.shows(option.id) && (distances[index] ?? .max) > most {
          draft.report.error(
            name, at: picture.place,
            "the zone '\(option.id)' is "
              + (distances[index].map { "\($0) keys away" } ?? "not reached by the arrows"),
            "draw it so that \(most) arrow keys lead from '\(options[0].id)' to it")
        }
      }
    }
  }

  /// How many arrow keys lead from the first entry to each.
  private static func distances(
    over sheet: Picture.Sheet, among zones: [AnswerOption.ID?]
  ) -> [Int: Int] {
    var distances = [0: 0]
    var waiting = [0]
    while !waiting.isEmpty {
      let index = waiting.removeFirst()
      for side in Picture.Side.allCases {
        let next = sheet.next(after: index, toward: side, among: zones)
        if distances[next] == nil {
          distances[next] = (distances[index] ?? 0) + 1
          waiting.append(next)
        }
      }
    }
    return distances
  }
}
