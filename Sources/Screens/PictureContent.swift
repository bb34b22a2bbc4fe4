import QuestionnaireModel
import RecommendationCore
import TextUI
import WalkthroughCore

/// The picture of a question, for a window with room for it.
///
/// Beside it stand the entries that are no zones of it. The line face and smaller windows list all
/// entries, and say the same.
package struct PictureContent: Equatable, Sendable {
  let picture: Picture
  let caption: String
  /// What stands above the names of the zones that are picked.
  let picked: String
  /// The key that turns to other views; `nil` where there are none.
  let turn: KeyHint?
}

extension ScreenContent {
  /// The keys where the picture is seen: the one that turns it comes right behind the first two.
  var keysOverPicture: [KeyHint] {
    guard let turn = picture?.turn else { return keys }
    return keys.prefix(2) + [turn] + keys.dropFirst(2)
  }
}

/// The picture of the item on the screen, in the words for this person.
func pictureContent(_ scene: Scene) -> PictureContent? {
  guard let picture = scene.state.picture(in: scene.pack) else { return nil }
  return PictureContent(
    picture: picture, caption: scene.fill(picture.caption(for: scene.answers) ?? ""),
    picked: scene.word(.pictureChosen),
    turn: picture.sheetCount > 1
      ? KeyHint(scene.word(.keyTab), scene.word(.doesTurnPicture), press: .tab) : nil)
}
