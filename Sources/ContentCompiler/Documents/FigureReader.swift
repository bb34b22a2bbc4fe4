import QuestionnaireModel
import RecommendationCore

/// A number of persons in a figure, and where it stands.
struct FigureCount {
  let figure: Figure.ID
  let base: Figure.Base
  let count: Int
  let place: Place
}

extension Draft {
  /// Reads `evidence/figures.yaml`, which may be left out.
  func readFigures(_ folder: Folder) {
    let path = "evidence/figures.yaml"
    guard folder.paths.contains(path),
      let document = document(path, in: folder, declaring: [.figure])
    else { return }
    for entry in document.entries(of: "the list of figures", in: self) {
      guard let map = MapReader(entry, "figure", in: self) else { continue }
      readFigure(map)
    }
  }

  private func readFigure(_ map: MapReader) {
    let id = map.id(declaring: .figure)
    let title = map.text("title")
    let base = map.base()
    let after = map.text("after")
    let with = map.text("with")
    let without = map.text("without")
    let benefit = map.map("benefit").flatMap { readOutcome($0, of: id, base, isHarm: false) }
    let written = map.maps("harms", "a harm")
    let harms = written.compactMap { readOutcome($0, of: id, base, isHarm: true) }
    let noneKnown = map.optionalText("none-known")
    let certainty = map.text("certainty")
    let sources = map.sources()
    let isUnverified = map.flag("unverified")
    let derived = map.optionalText("derived")
    map.finish()
    guard let id, let title, let base, let after, let with, let without, let benefit,
      let certainty, harms.count == written.count
    else { return }
    figures.append(
      map.placed(
        Figure(
          id: Figure.ID(id), title: title, base: base, after: after, with: with, without: without,
          benefit: benefit, harms: harms, noneKnown: noneKnown, certainty: certainty,
          sources: sources, isUnverified: isUnverified, derived: derived)))
  }

  private func readOutcome(
    _ map: MapReader, of figure: String?, _ base: Figure.Base?, isHarm: Bool
  ) -> Figure.Outcome? {
    let what = map.text("what")
    let counts = ["with", "without"].map { key in map.persons(key, of: figure, base, isHarm: isHarm)
    }
    let after = map.optionalText("after")
    map.finish()
    guard let what, let with = counts[0], let without = counts[1] else { return nil }
    return Figure.Outcome(what: what, with: with, without: without, after: after)
  }
}

extension MapReader {
  fileprivate func base() -> Figure.Base? {
    guard let value = required("of") else { return nil }
    if let text = value.text, let base = Int(text).flatMap(Figure.Base.init) { return base }
    wrongType(
      value, "of", "100 or 1000", "write 100, or 1000 where a harm is rarer than 1 in 100")
    return nil
  }

  /// A whole number of persons.
  fileprivate func persons(
    _ key: String, of figure: String?, _ base: Figure.Base?, isHarm: Bool
  ) -> Int? {
    guard let value = required(key), let number = read(number: value, key) else { return nil }
    guard let count = Int(exactly: number) else {
      if isHarm, base == .hundred, 0 < number, number < 1 {
        FittingBase.reportRare(value, key, self)
      } else {
        wrongType(value, key, "a whole number of persons", "round it")
      }
      return nil
    }
    if let figure, let base {
      draft.figureCounts.append(
        FigureCount(figure: Figure.ID(figure), base: base, count: count, place: value.place))
    }
    return count
  }
}
