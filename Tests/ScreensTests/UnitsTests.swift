import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore

/// In which units height and weight are asked first.
@Suite struct `Height and weight` {
  private let pack = FixturePack.pack

  private func state(_ units: UnitSystem) throws -> Walkthrough.State {
    Walkthrough.State(
      day: try #require(Day("2026-11-22")), region: "here", units: units,
      start: .question("size", isChange: false))
  }

  @Test(arguments: [(UnitSystem.metric, ["cm", "kg"]), (.us, ["feet and inches", "lb"])])
  func `begin on the screen with those of the region`(units: UnitSystem, words: [String]) throws {
    let content = screenContent(Scene(try state(units), in: pack))
    let found = content.blocks.compactMap { block in
      if case .entry(_, .field(_, _, let unit)) = block { unit } else { nil }
    }
    #expect(found == words)
  }

  @Test(arguments: [
    (UnitSystem.metric, ["170", "80"], Quantity(170, .centimeters), Quantity(80, .kilograms)),
    (.metric, ["5'7", "176 lb"], Quantity(67, .inches), Quantity(176, .pounds)),
    (.us, ["5'7", "176"], Quantity(67, .inches), Quantity(176, .pounds)),
    (.us, ["67", "80 kg"], Quantity(67, .inches), Quantity(80, .kilograms)),
    (.us, ["170 cm", "176 lb"], Quantity(170, .centimeters), Quantity(176, .pounds)),
  ])
  func `are read from lines in those of the region, or in those that were typed`(
    units: UnitSystem, lines: [String], height: Quantity, weight: Quantity
  ) throws {
    var face = LineFace()
    let state = try state(units)
    var last = LineFace.Reply.askMore
    let asked =
      units == .us ? ["(feet and inches; cm)", "(lb; kg)"] : ["(cm; feet and inches)", "(kg; lb)"]
    for (line, units) in zip(lines, asked) {
      #expect(face.lines(for: state, in: pack).contains { $0.contains(units) })
      last = face.reply(to: line, state: state, in: pack)
    }
    #expect(last == .act([.answered("size", .bodySize(height: height, weight: weight))]))
  }

  @Test(arguments: [
    (0, ["9", "80"], ["50", "250", "cm"]), (0, ["170", "900"], ["10", "400", "kg"]),
    (1, ["9'9", "176"], ["1'7.7", "8'2.4", "feet and inches"]),
    (1, ["5'7", "999"], ["22", "882", "lb"]),
  ])
  func `tell their bounds in the units that are typed`(
    unit: Int, typed: [String], words: [String]
  ) throws {
    var state = try state(.metric)
    let item = try #require(pack.questionnaire["size"])
    var draft = Walkthrough.Draft()
    draft.unit = unit
    draft.fields = typed
    guard case .failure(let error) = draft.answer(to: item) else {
      Issue.record("\(typed) is taken")
      return
    }
    draft.fault = error.fault
    state.drafts["size"] = draft
    let fault = screenContent(Scene(state, in: pack)).fault ?? ""
    for word in words { #expect(fault.contains(word)) }
  }
}
