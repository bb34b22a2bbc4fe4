import FixturePack
import Golden
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// What can be pointed at, on the screens as they are and on those of boxes.
struct TargetTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 12),
    Size(width: 200, height: 60),
  ]
  private let pack = FixturePack.pack

  @Test(arguments: Case.all, [PointerUse.mouse, .touch])
  func `targets lie apart, inside of the screen`(one: Case, use: PointerUse) {
    for size in Self.sizes {
      var state = one.state
      let drawn = draw(&state, size, pointer: use)
      let areas = drawn.targets.flatMap(\.areas)
      #expect(!areas.isEmpty)
      #expect(areas.allSatisfy { !$0.isEmpty && drawn.frame.area.intersection($0) == $0 })
      let points = areas.flatMap(\.points)
      #expect(Set(points).count == points.count, "at \(size)")
    }
  }

  @Test(arguments: Case.all) func `nobody points, nothing can be pointed at`(one: Case) {
    var state = one.state
    #expect(draw(&state, Self.sizes[0]).targets.isEmpty)
  }

  /// For a mouse the screens are the same; for a finger too, where boxes find no room.
  @Test(arguments: Case.all) func `a mouse changes no screen`(one: Case) {
    for size in Self.sizes {
      var (state, other) = (one.state, one.state)
      #expect(draw(&state, size).frame == draw(&other, size, pointer: .mouse).frame)
    }
    for size in [Size(width: 79, height: 24), Size(width: 80, height: 23)] {
      var (state, other) = (one.state, one.state)
      #expect(draw(&state, size).frame == draw(&other, size, pointer: .touch).frame)
    }
  }

  /// R13: page after page, every entry can be touched; each of its targets is a box that is seen
  /// whole.
  @Test(arguments: Case.all, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `each entry has a box, and none is too small`(one: Case, size: Size) {
    var state = one.state
    var touched: [Walkthrough.Action] = []
    _ = reduce(&state, .moved(.first), in: pack)
    for _ in 0..<60 {
      let drawn = draw(&state, size, pointer: .touch)
      #expect(
        drawn.targets.allSatisfy {
          $0.areas.count == 1 && $0.areas[0].size.width >= 6 && $0.areas[0].size.height >= 3
        })
      for target in drawn.targets {
        if case .action(let action) = target.meaning { touched.append(action) }
      }
      guard drawn.targets.contains(where: { $0.meaning == .action(.moved(.pageDown)) }) else {
        break
      }
      _ = reduce(&state, .moved(.pageDown), in: pack)
    }
    for entry in one.state.entries(in: pack) {
      #expect(touched.contains { $0.presses(entry) }, "\(entry)")
    }
  }

  /// Each but the arrows; what Enter and Space press is touched itself.
  ///
  /// On the screens as they are, each that found room.
  @Test(
    arguments: Case.all,
    [(PointerUse.mouse, sizes[1]), (.touch, sizes[0]), (.touch, sizes[1])])
  func `each key that is named can be pressed`(one: Case, way: (PointerUse, Size)) {
    var state = one.state
    let drawn = draw(&state, way.1, pointer: way.0)
    for hint in screenContent(Scene(one.state, in: pack)).keys {
      guard let key = hint.press else {
        #expect(["Left/Right", "Up/Down"].contains(hint.key))
        continue
      }
      #expect(action(for: key, in: one.state, pack: pack) != nil, "\(hint.key)")
      let isNamed = drawn.frame.text.contains("\(hint.key) \(hint.does)")
      let isTouched = key == .enter || key == .character(" ")
      if way.0 == .touch ? isTouched : !isNamed { continue }
      #expect(drawn.says(hint), "\(hint.key) \(hint.does)")
    }
  }

  /// Where their words are long the keys have more lines, and where even those are too few the
  /// words are cut: no key is without a box, and no box too small.
  @Test(
    arguments: Case.all,
    [("", 2, true), (" too", 3, true), (" and much more than fits", 3, false)])
  func `keys with long words have boxes`(one: Case, way: (String, Int, Bool)) {
    let (more, lines, isWhole) = way
    var words = FixturePack.pack.wording.words
    for word in ScreenWord.allCases where word.key.hasPrefix("screen.does-") {
      words[word.key]? += more
    }
    let pack = FixturePack.variant(wording: Wording(words))
    let size = Self.sizes[0]
    let drawn = render(one.state, in: pack, size: size, glyphs: .unicode, pointer: .touch)
    let boxes = drawn.targets.filter { if case .key = $0.meaning { true } else { false } }
      .flatMap(\.areas)
    #expect(boxes.allSatisfy { $0.size.width >= 6 && $0.size.height >= 3 })
    #expect(boxes.allSatisfy { drawn.frame.area.intersection($0) == $0 })
    #expect(boxes.allSatisfy { $0.top >= size.height - 3 * lines })
    for hint in screenContent(Scene(one.state, in: pack)).keys {
      guard let key = hint.press, key != .enter, key != .character(" ") else { continue }
      #expect(drawn.targets.contains { $0.meaning == .key(key) }, "\(hint.key)")
      if isWhole { #expect(drawn.says(hint), "\(hint.does)") }
    }
  }

  @Test func `a zone is touched wherever it is drawn`() throws {
    var state = Walkthrough.State.question("map")
    let drawn = draw(&state, Size(width: 80, height: 24), pointer: .mouse)
    #expect(drawn.metrics.showsPicture)
    let picture = try #require(state.picture(in: pack))
    // The drawing begins below the question and the words above it; the second view is right of the
    // first.
    let top = try #require((0..<24).first { drawn.frame.line($0).contains(".─────────.") })
    let second = 2 + picture.views[0].width + 3
    var found: [AnswerOption.ID: Int] = [:]
    for target in drawn.targets {
      guard case .action(.entryTouched(.option(let zone))) = target.meaning else { continue }
      for point in target.areas.flatMap(\.points) {
        let view = point.x < second ? 0 : 1
        let column = point.x - (view == 0 ? 2 : second)
        #expect(picture.zone(view: view, row: point.y - top, column: column) == zone)
        found[zone, default: 0] += 1
      }
    }
    let drawnZones = (0...1).flatMap { picture.zones(view: $0) }.joined().compactMap(\.self)
    #expect(found == Dictionary(drawnZones.map { ($0, 1) }, uniquingKeysWith: +))
  }

  @Test func `a number of the scale is touched where it stands`() {
    for (use, value) in [(PointerUse.mouse, 10), (.mouse, nil), (.touch, 3)] as [(_, Int?)] {
      var state = Walkthrough.State.question("level")
      if let value { _ = reduce(&state, .scaleTouched(value), in: pack) }
      let drawn = draw(&state, Size(width: 80, height: 24), pointer: use)
      for number in 0...10 {
        let target = drawn.targets.first { $0.meaning == .action(.scaleTouched(number)) }
        let text = (target?.areas ?? []).flatMap(\.points).map { drawn.frame[$0].character }
        #expect(String(text.filter(\.isNumber)) == String(number))
      }
    }
  }

  @Test func `digits, a sign and a way back are touched beside a field`() {
    let rows: [(Item.ID, String)] = [
      ("age", "1234567890"), ("size", "123456789.0"), ("since", "123456789-0"),
    ]
    for (id, signs) in rows {
      var state = Walkthrough.State.question(id)
      let targets = draw(&state, Size(width: 80, height: 24), pointer: .touch).targets
      let typed = targets.compactMap { target in
        if case .action(.characterTyped(let character)) = target.meaning { character } else { nil }
      }
      #expect(String(typed) == signs)
      #expect(targets.contains { $0.meaning == .action(.deletedBackward) })
    }
  }

  @Test func `words need a keyboard, and it is said`() {
    var state = Walkthrough.State.question("note")
    let drawn = draw(&state, Size(width: 80, height: 24), pointer: .touch)
    #expect(drawn.frame.text.contains("Keys are needed here."))
    #expect(drawn.targets.contains { $0.meaning == .action(.entryTouched(.skip)) })
  }

  // MARK: Pictures

  private static let pictured: Set<String> = [
    "welcome", "question-each-some", "question-number-fault", "question-choice-picked",
    "question-size-us", "question-text-typed", "question-scale-picked", "question-choices-marked",
    "question-rows", "question-zones-picked", "undone", "stop", "check", "result-ladder", "step",
    "page-long", "page-found", "page-forward", "search-found", "sections", "help", "sources",
    "save", "leave", "hand-over-choice", "codes",
  ]

  /// The kinds of screens without a picture of their own, and which picture shows the same.
  private static let shownElsewhere = [
    "date": "question-number-fault", "yesNo": "question-choice-picked",
    "why": "help", "words": "help", "glossary": "help", "emergencyHelp": "help",
    "pageList": "search-found", "headings": "sections", "claim": "sources", "grounds": "sources",
    "flag": "page-long", "pattern": "page-long", "treatment": "page-long",
    "changeEffect": "stop", "saved": "leave", "shownPages": "page-long", "printing": "leave",
  ]

  /// The kind of the screen; of a question, that of its item.
  private static func kind(of state: Walkthrough.State) -> String {
    let kind = state.item(in: FixturePack.pack).map { "\($0.kind)" } ?? "\(state.screen)"
    return String(kind.prefix { $0 != "(" })
  }

  @Test func `every kind of screen is pictured, or shown by another picture`() {
    #expect(Self.pictured.isSubset(of: Case.all.map(\.name)))
    let kinds = Set(
      Case.all.filter { Self.pictured.contains($0.name) }.map { Self.kind(of: $0.state) })
    #expect(kinds.isDisjoint(with: Self.shownElsewhere.keys))
    #expect(kinds.union(Self.shownElsewhere.keys) == Set(Case.all.map { Self.kind(of: $0.state) }))
    #expect(Self.pictured.isSuperset(of: Self.shownElsewhere.values))
  }

  @Test(arguments: Case.all.filter { pictured.contains($0.name) })
  func `boxes at home size`(one: Case) { expectBoxes(one, Size(width: 80, height: 24)) }

  @Test(arguments: Case.all.filter { ["check", "question-each-some"].contains($0.name) })
  func `boxes in a large window`(one: Case) { expectBoxes(one, Size(width: 120, height: 40)) }

  @Test(arguments: Case.all.filter { $0.name == "question-choices-marked" })
  func `boxes in ASCII`(one: Case) {
    expectBoxes(one, Size(width: 80, height: 24), glyphs: .ascii)
  }

  private func expectBoxes(_ one: Case, _ size: Size, glyphs: Glyphs = .unicode) {
    var state = one.state
    let drawn = draw(&state, size, glyphs: glyphs, pointer: .touch)
    let cursor = drawn.frame.cursor.map { "cursor at column \($0.x), line \($0.y)" } ?? "no cursor"
    let name = "touch-\(one.name)-\(size.name)" + (glyphs == .ascii ? "-ascii" : "")
    expectGolden(drawn.frame.text + "\n" + cursor + "\n", named: name, extension: "screen")
  }
}

extension RenderedScreen {
  /// Whether what presses the key has its words, whole.
  fileprivate func says(_ hint: KeyHint) -> Bool {
    targets.contains { target in
      target.meaning == hint.press.map { .key($0) }
        && String(target.areas.flatMap(\.points).map { frame[$0].character }).contains(hint.does)
    }
  }
}

extension Walkthrough.Action {
  fileprivate func presses(_ entry: Walkthrough.Entry) -> Bool {
    switch (self, entry) {
    case (.entryTouched(let touched), _): touched == entry
    case (.rowTouched(let touched, _), .row(let row)): touched == row
    case (.scaleTouched, .scale): true
    default: false
    }
  }
}
