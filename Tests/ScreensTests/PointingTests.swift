import FixturePack
import QuestionnaireModel
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// R13: press, slide off, let go.
@Suite struct `A press` {
  private let targets: [Target]
  private let a: Target
  private let b: Target

  init() throws {
    var state = Walkthrough.State.question("place")
    targets = draw(&state, Size(width: 80, height: 24), pointer: .mouse).targets
    (a, b) = (targets[0], targets[1])
  }

  private func inside(_ target: Target) -> Point { target.areas[0].origin }
  private let nowhere = Point(x: 79, y: 0)

  /// What comes of each step.
  private func outcomes(_ steps: (Pointer.Kind, Point)...) -> [Pointing.Outcome] {
    var pointing = Pointing()
    return steps.map { pointing.take(Pointer($0.0, at: $0.1), over: targets) }
  }

  @Test func `acts when it is let go on the same target`() {
    #expect(
      outcomes((.press, inside(a)), (.release, inside(a))) == [.held(a), .acted(a)])
    // And once.
    #expect(
      outcomes((.press, inside(a)), (.release, inside(a)), (.release, inside(a))).last == .nothing)
  }

  @Test func `anywhere on it`() {
    let area = a.areas[0]
    let corner = Point(x: area.right - 1, y: area.bottom - 1)
    #expect(outcomes((.press, inside(a)), (.release, corner)) == [.held(a), .acted(a)])
  }

  @Test func `is taken back by sliding off`() {
    #expect(outcomes((.press, inside(a)), (.release, inside(b))) == [.held(a), .released])
    #expect(outcomes((.press, inside(a)), (.release, nowhere)) == [.held(a), .released])
    #expect(outcomes((.press, nowhere), (.release, inside(a))) == [.nothing, .nothing])
    let area = a.areas[0]
    let beyond = Point(x: area.left, y: area.bottom)
    #expect(outcomes((.press, inside(a)), (.release, beyond)).last == .released)
  }

  @Test func `without its end is forgotten at the next`() {
    #expect(
      outcomes((.press, inside(a)), (.press, inside(b)), (.release, inside(b)))
        == [.held(a), .held(b), .acted(b)])
    #expect(
      outcomes((.press, inside(a)), (.press, nowhere), (.release, inside(a)))
        == [.held(a), .released, .nothing])
  }

  @Test func `ends where something else happens`() {
    #expect(
      outcomes((.press, inside(a)), (.wheelDown, inside(a)), (.release, inside(a)))
        == [.held(a), .scrolled(3), .nothing])
    #expect(outcomes((.wheelUp, nowhere)) == [.scrolled(-3)])
    var pointing = Pointing()
    _ = pointing.take(Pointer(.press, at: inside(a)), over: targets)
    pointing.letGo()
    #expect(pointing.take(Pointer(.release, at: inside(a)), over: targets) == .nothing)
  }

  @Test func `does nothing where the target is gone`() {
    var pointing = Pointing()
    _ = pointing.take(Pointer(.press, at: inside(a)), over: targets)
    #expect(pointing.take(Pointer(.release, at: inside(a)), over: [b]) == .released)
  }

  @Test func `is seen on the target, and nowhere else`() {
    var state = Walkthrough.State.question("place")
    let frame = draw(&state, Size(width: 80, height: 24), pointer: .touch).frame
    let pressed = frame.pressing(b)
    #expect(pressed.text == frame.text && pressed != frame)
    for point in frame.area.points where !b.contains(point) {
      #expect(pressed[point] == frame[point])
    }
    for point in frame.area.points where b.contains(point) {
      #expect(pressed[point].style == .focus)
    }
  }
}
