package import QuestionnaireModel
package import RecommendationCore

extension Walkthrough.State {
  /// The picture of the item on the screen, as it is meant for this person; `nil` where there is
  /// none.
  package func picture(in pack: ContentPack) -> Picture? {
    guard case .question(let id, _) = screen,
      case .zones(let name?, _) = pack.questionnaire.kind(of: id),
      let picture = pack[picture: Picture.ID(name)], !picture.views.isEmpty
    else { return nil }
    if let kept = memo.picture, kept.id == picture.id { return kept }
    return picture.mirrored(for: answers(in: pack))
  }

  /// The same, kept for the next who asks.
  private mutating func keptPicture(in pack: ContentPack) -> Picture? {
    let picture = picture(in: pack)
    memo.picture = picture
    return picture
  }

  /// Moves the focus over a picture; false, and nothing moved, where none is seen or the direction
  /// is none of the four arrows.
  mutating func moveOverPicture(
    _ direction: Walkthrough.Direction, entries: [Walkthrough.Entry], in pack: ContentPack
  ) -> Bool {
    let side: Picture.Side
    switch direction {
    case .up: side = .up
    case .down: side = .down
    case .left: side = .left
    case .right: side = .right
    case .first, .last, .pageUp, .pageDown: return false
    }
    guard visit.metrics?.showsPicture == true, let picture = keptPicture(in: pack) else {
      return false
    }
    visit.focus = picture.sheet(visit.sheet)
      .next(after: visit.focus, toward: side, among: entries.map(\.zone))
    return true
  }

  /// Shows other views of a picture, round and round.
  ///
  /// A zone that they do not show hands the focus to the first that they do.
  mutating func turnPicture(by delta: Int, in pack: ContentPack) {
    guard visit.metrics?.showsPicture == true, let picture = keptPicture(in: pack) else { return }
    let count = picture.sheetCount
    visit.sheet = ((visit.sheet + delta) % count + count) % count
    let entries = entries(in: pack)
    let before = entries.indices.contains(visit.focus) ? entries[visit.focus].zone : nil
    let sheet = picture.sheet(visit.sheet)
    if let before, picture.legend.contains(where: { $0.zone == before }), !sheet.shows(before) {
      visit.focus = entries.firstIndex { $0.zone.map(sheet.shows) ?? false } ?? visit.focus
    }
  }
}

extension Walkthrough.Entry {
  /// The zone of a picture that it may be.
  var zone: AnswerOption.ID? { if case .option(let zone) = self { zone } else { nil } }
}
