import RecommendationCore
package import Screens
import WalkthroughCore

/// Reads the screens of a visit aloud, from when that is asked for.
package final class Voice {
  package enum Order: Equatable, Sendable {
    case say(Utterance)
    case hush
  }

  private let send: (Order) -> Bool
  private let isHeard: () -> Bool
  private var face = SpokenFace()
  private var isOn = false
  private var isLost = false

  /// - Parameters:
  ///   - isHeard: whether somebody still has the voice.
  ///   - send: tells whoever has it; false when nobody listens any more.
  package init(
    isHeard: @escaping () -> Bool = { true }, send: @escaping (Order) -> Bool
  ) {
    self.isHeard = isHeard
    self.send = send
  }

  /// Says what is new since it was last asked; false when it cannot.
  func follow(_ state: Walkthrough.State, in pack: ContentPack) -> Bool {
    guard state.speaks else {
      hush()
      isOn = false
      face = SpokenFace()
      return true
    }
    isOn = true
    if let new = face.next(state, in: pack) { tell(.say(new)) }
    return !isLost && isHeard()
  }

  /// Some key was pressed, so whoever speaks is silent at once.
  func hush() { if isOn { tell(.hush) } }

  /// Says the screen once more.
  func again() { if let said = face.again() { tell(.say(said)) } }

  private func tell(_ order: Order) { if !send(order) { isLost = true } }
}
