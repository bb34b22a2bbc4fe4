import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// The questions of this repository, on screens of boxes to touch.
@Suite(.tags(.realContent)) struct `The questions by finger` {
  private let pack: ContentPack
  private let day: Day

  init() throws {
    let real = try RealContent()
    (pack, day) = (real.pack, real.day)
  }

  /// Scrolls by the screen's own boxes alone, as a finger does.
  ///
  /// Every answer has a box of three rows by six columns or more, on some page; no two share a
  /// cell, and none reaches beyond the screen. Whoever answers for another person has them too.
  @Test(arguments: [(80, 24), (120, 40)], ["self", "helper"])
  func `have a box for each answer`(size: (Int, Int), person: AnswerOption.ID) {
    let size = Size(width: size.0, height: size.1)
    for item in pack.questionnaire.items {
      var state = Walkthrough.State(
        day: day, region: "us", units: .us, start: .question(item.id, isChange: false))
      state.response = QuestionnaireResponse(["who-answers": .option(person)])
      state.settleFocus(in: pack)
      var wanted = wantedActions(item)
      for _ in 0..<30 {
        let drawn = render(
          state, in: pack, size: size, glyphs: .unicode, pointer: .touch)
        _ = reduce(&state, .drawn(drawn.metrics), in: pack)
        check(drawn, item)
        for target in drawn.targets { wanted.removeAll { target.meaning == .action($0) } }
        guard drawn.targets.contains(where: { $0.meaning == .action(.moved(.pageDown)) }) else {
          break
        }
        _ = reduce(&state, .moved(.pageDown), in: pack)
      }
      #expect(wanted.isEmpty, "\(item.id) at \(size): \(wanted)")
      // All of it was seen on the way, so that an answer counts.
      #expect(state.visit.seen.count == state.entries(in: pack).count, "\(item.id)")
    }
  }

  private func check(_ drawn: RenderedScreen, _ item: Item) {
    let areas = drawn.targets.flatMap(\.areas)
    #expect(areas.allSatisfy { $0.size.width >= 6 && $0.size.height >= 3 }, "\(item.id)")
    #expect(areas.allSatisfy { drawn.frame.area.intersection($0) == $0 }, "\(item.id)")
    let pairs = areas.indices.flatMap { index in areas[..<index].map { ($0, areas[index]) } }
    #expect(pairs.allSatisfy { $0.0.intersection($0.1).isEmpty }, "\(item.id)")
    #expect(drawn.targets.contains { $0.meaning == .key(.escape) })
    for key in [Key.character("?"), .function(1)] where item.isText == (key == .function(1)) {
      #expect(drawn.targets.contains { $0.meaning == .key(key) }, "\(item.id)")
    }
  }

  /// What a finger has to be able to do on the question.
  private func wantedActions(_ item: Item) -> [Walkthrough.Action] {
    Walkthrough.entriesOfQuestion(item).flatMap { entry -> [Walkthrough.Action] in
      switch entry {
      case .row(let row):
        let options = item.options.isEmpty ? [.yes, .no] : item.options.map(\.id)
        return (options.map(RowAnswer.option) + [.notSure]).map { .rowTouched(row, $0) }
      case .scale: return (0...10).map { .scaleTouched($0) }
      case .field where !item.isText:
        return "0123456789".map { .characterTyped($0) } + [.deletedBackward, .entryTouched(entry)]
      default: return [.entryTouched(entry)]
      }
    }
  }
}

extension Item {
  fileprivate var isText: Bool { if case .text = kind { true } else { false } }
}
