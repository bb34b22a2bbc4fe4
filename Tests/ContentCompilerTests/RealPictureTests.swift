import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// The knee map of this repository, on the screen.
@Suite(.tags(.realContent)) struct `The knee map` {
  private let pack: ContentPack
  private let day: Day
  private let picture: Picture
  private let home = Size(width: 80, height: 24)

  init() throws {
    let real = try RealContent()
    (pack, day) = (real.pack, real.day)
    picture = try #require(pack[picture: "knee"])
  }

  private func start(_ answers: [Item.ID: Answer]) -> Walkthrough.State {
    var state = Walkthrough.State(
      day: day, region: "us", start: .question("knee-map", isChange: false))
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: pack)
    return state
  }

  private func draw(_ state: inout Walkthrough.State, _ glyphs: Glyphs = .unicode) -> RenderedScreen
  {
    let screen = render(state, in: pack, size: home, glyphs: glyphs)
    _ = reduce(&state, .drawn(screen.metrics), in: pack)
    return screen
  }

  private static let persons: [[Item.ID: Answer]] = ["right", "left", "both"].flatMap { side in
    ["self", "helper"].map { person in
      ["which-knee": .option(side), "who-answers": .option(AnswerOption.ID(person))]
    }
  }

  /// Also with an error above it, for each knee and whoever answers.
  @Test(arguments: persons) func `finds room at home size`(answers: [Item.ID: Answer]) {
    var state = start(answers)
    #expect(draw(&state).metrics.showsPicture)
    #expect(draw(&state, .ascii).metrics.showsPicture)
    for action in [Walkthrough.Action.moved(.last), .pressed] {
      _ = reduce(&state, action, in: pack)
    }
    #expect(state.drafts["knee-map"]?.fault == .nothingChosen)
    #expect(draw(&state).metrics.showsPicture)
    _ = reduce(&state, .viewTurned(by: 1), in: pack)
    #expect(draw(&state).metrics.showsPicture && state.visit.sheet == 1)
  }

  /// Who looks down at a right knee has the inner side at the left; at a left knee, at the right.
  @Test(arguments: [("right", true), ("both", true), ("left", false)])
  func `has the inner side where it is`(knee: AnswerOption.ID, isInnerLeft: Bool) throws {
    let state = start(["which-knee": .option(knee)])
    let shown = try #require(state.picture(in: pack))
    for (inner, outer) in [
      ("inner", "outer"), ("inner-thigh", "outer-thigh"), ("inner-shin", "outer-shin"),
    ] {
      let left = try #require(shown.anchor(of: AnswerOption.ID(inner), view: 0))
      let right = try #require(shown.anchor(of: AnswerOption.ID(outer), view: 0))
      #expect((left.column < right.column) == isInnerLeft)
    }
    #expect(shown.views[0].left == (isInnerLeft ? "inner" : "outer"))
    // From behind, the sides are as from above.
    #expect(shown.views[1].left == shown.views[0].left)
    // The side that is seen from the inner side has the kneecap at the left on a right knee.
    let kneecap = try #require(shown.anchor(of: "kneecap", view: 2))
    let behind = try #require(shown.anchor(of: "behind", view: 2))
    #expect((kneecap.column < behind.column) == isInnerLeft)
  }

  @Test(arguments: ["right", "left"]) func `has every zone and entry at most six keys away`(
    knee: AnswerOption.ID
  ) {
    let first = start(["which-knee": .option(knee)])
    var found: [Int: Int] = [:]
    var waiting = [(first, 0)]
    while !waiting.isEmpty {
      var (state, count) = waiting.removeFirst()
      if found[state.visit.focus] != nil { continue }
      found[state.visit.focus] = count
      _ = draw(&state)
      for key in [Key.up, .down, .left, .right] {
        var next = state
        if let action = action(for: key, in: state, pack: pack) {
          _ = reduce(&next, action, in: pack)
        }
        waiting.append((next, count + 1))
      }
    }
    let entries = first.entries(in: pack)
    for index in entries.indices {
      #expect((found[index] ?? 99) <= 6, "\(entries[index])")
    }
  }

  @Test func `leads back the way it came, between the zones in front`() {
    let sheet = picture.sheet(0)
    let pairs: [(AnswerOption.ID, Picture.Side, AnswerOption.ID)] = [
      ("above", .down, "kneecap"), ("kneecap", .down, "below-kneecap"),
      ("below-kneecap", .down, "shin"), ("inner-thigh", .down, "inner"),
      ("inner", .down, "inner-shin"), ("outer-thigh", .down, "outer"),
      ("outer", .down, "outer-shin"), ("inner-thigh", .right, "above"),
      ("above", .right, "outer-thigh"), ("inner", .right, "kneecap"), ("kneecap", .right, "outer"),
      ("outer", .right, "behind"), ("inner-shin", .right, "below-kneecap"),
      ("below-kneecap", .right, "outer-shin"),
    ]
    for (from, side, to) in pairs {
      #expect(sheet.neighbor(of: from, toward: side) == to, "\(from)")
      let back: Picture.Side = side == .down ? .up : .left
      #expect(sheet.neighbor(of: to, toward: back) == from, "\(to)")
    }
  }

  @Test func `counts places as local, regional or all over`() throws {
    let rows: [([AnswerOption.ID], String?)] = [
      ([], nil), (["groin"], nil), (["many-places", "back"], nil), (["inner"], "local"),
      (["inner", "outer-shin", "back"], "local"), (["inner", "kneecap", "shin"], "regional"),
      (["inner", "kneecap", "shin", "behind", "groin"], "regional"),
      (["inner", "kneecap", "shin", "behind", "above"], "diffuse"), (["all-over"], "diffuse"),
      (["inner", "all-over"], "diffuse"),
    ]
    for (zones, pattern) in rows {
      let answers = Answers(
        QuestionnaireResponse(["knee-map": .options(zones)]), to: pack.questionnaire, on: day)
      let holding = pack.rules.notes.filter {
        $0.id.rawValue.hasPrefix("pain-pattern-")
          && answers.truth(of: $0.when, reading: .plain) == .yes
      }
      #expect(
        holding.map(\.id.rawValue) == (pattern.map { ["pain-pattern-" + $0] } ?? []), "\(zones)")
    }
  }
}
