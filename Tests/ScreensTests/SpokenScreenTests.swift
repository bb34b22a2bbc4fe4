import FixturePack
import Foundation
import Screens
import Testing
import TextUI
import WalkthroughCore

/// R2: what is read aloud is all that a screen says, in its order.
struct SpokenScreenTests {
  @Test(arguments: Case.all)
  func `every text of a screen is said, one after the other`(one: Case) {
    let scene = Scene(one.state, in: FixturePack.pack)
    let content = screenContent(scene)
    let said = SpokenScreen(scene).all.joined(separator: "\n")
    for text in content.texts where !text.isEmpty {
      #expect(said.contains(text), "\(one): '\(text)' is not in:\n\(said)")
    }
    for hint in content.keys { #expect(said.contains("\(hint.key): \(hint.does)"), "\(one)") }
    var rest = said[...]
    for case .text(let text, _) in content.blocks {
      guard let place = rest.range(of: text) else {
        Issue.record("\(one): '\(text)' comes too early")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test(arguments: Case.all)
  func `a whole screen is said once, and nothing where nothing changed`(one: Case) {
    var face = SpokenFace()
    let first = face.next(one.state, in: FixturePack.pack)
    #expect(first != nil && face.next(one.state, in: FixturePack.pack) == nil)
    #expect(face.again()?.text == first?.text)
    #expect(first?.language == "en")
  }
}
