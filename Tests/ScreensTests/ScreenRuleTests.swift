import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit

/// What holds on every screen at every size.
struct ScreenRuleTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 120, height: 40),
    Size(width: 41, height: 13), Size(width: 44, height: 18), Size(width: 200, height: 60),
  ]
  private let pack = FixturePack.pack

  @Test(arguments: Case.all) func `the entries drawn are those that can be pressed`(one: Case) {
    let content = screenContent(Scene(one.state, in: pack))
    #expect(content.entries == one.state.entries(in: pack))
    for size in Self.sizes {
      var state = one.state
      #expect(draw(&state, size).metrics.entries.count == content.entries.count)
    }
  }

  @Test(arguments: Case.all, sizes)
  func `a frame has its size, and a cursor inside`(one: Case, size: Size) throws {
    var state = one.state
    let frame = draw(&state, size).frame
    #expect(frame.size == size)
    #expect(frame.area.contains(try #require(frame.cursor)))
    for y in 0..<size.height { #expect(displayWidth(frame.line(y)) <= size.width) }
  }

  @Test(arguments: Case.all)
  func `no size is too small, and none loses an answer`(one: Case) {
    for size in [(0, 0), (1, 1), (2, 1), (39, 12), (40, 11), (1, 50), (50, 1), (400, 2)] {
      var state = one.state
      let size = Size(width: size.0, height: size.1)
      let drawn = draw(&state, size)
      #expect(drawn.frame.size == size)
      #expect(state.response == one.state.response && state.drafts == one.state.drafts)
      #expect(state.visit.focus == one.state.visit.focus && state.screen == one.state.screen)
      // What is not drawn has not been seen.
      #expect(drawn.metrics.entries.isEmpty && state.visit.seen == one.state.visit.seen)
    }
  }

  @Test func `a sign that was not sure is never said as a fact`() {
    let answers = FixturePack.fullAnswers.merging(
      ["signs": FixturePack.signs(notSure: ["two"]), "age": .number(Quantity(67, .years))]
    ) { _, new in new }
    let stop = texts(of: .interruption(["flag-department"]), answers)
    #expect(stop.contains("You were not sure of this sign."))
    let now = texts(of: .result(.now), answers)
    #expect(now.contains("Not sure: Sign two at an age (Things, Doe and Roe 2021)"))
    // The flag's own action is for those who are sure.
    for texts in [stop, now] {
      #expect(texts.contains { $0.hasPrefix("Stop here.") })
      #expect(!texts.contains("Go to the big house now."))
    }
  }

  @Test func `two flags with one page give one link to it`() {
    let both: [RedFlag.ID] = ["flag-call", "flag-department"]
    #expect(Set(both.map { pack[flag: $0]?.page }) == ["signs"])
    let scene = Scene(
      .fixture(.interruption(both), answers: FixturePack.fullAnswers), in: pack)
    #expect(screenContent(scene).entries.count { $0 == .open(.page("signs")) } == 1)
  }

  @Test func `a reason that is not known is never said as a fact`() {
    let answers = FixturePack.fullAnswers.merging(["parts": .notSure]) { _, new in new }
    let cautions = texts(of: .result(.cautions), answers)
    let clash = "Part gamma and thing D clash (Things, Doe and Roe 2021)"
    #expect(cautions.contains("Not known: " + clash))
    #expect(!cautions.contains(clash))
  }

  private func texts(of screen: Walkthrough.Screen, _ answers: [Item.ID: Answer]) -> [String] {
    screenContent(Scene(.fixture(screen, answers: answers), in: pack)).blocks.flatMap(\.texts)
  }

  /// What a renderer remembers of one screen never stands on another.
  @Test func `a renderer that goes on draws what a new one draws`() {
    var renderer = Renderer(pack)
    let size = Size(width: 80, height: 24)
    for one in Case.all {
      for action in [Walkthrough.Action.moved(.down), .pressed, .spacePressed, .digitPressed(1)] {
        var state = one.state
        for _ in 0..<3 {
          let drawn = renderer.render(state, size: size, glyphs: .unicode)
          #expect(drawn == render(state, in: pack, size: size, glyphs: .unicode))
          _ = reduce(&state, action, in: pack)
        }
      }
    }
  }

  /// All that a screen says stands in a frame that is tall enough, at 40 columns too.
  @Test(arguments: Case.all, [40, 80])
  func `nothing is clipped`(one: Case, width: Int) {
    let content = screenContent(Scene(one.state, in: pack))
    var state = one.state
    let drawn = draw(&state, Size(width: width, height: 600))
    let frame = drawn.frame
    // A picture shows the name of the zone that has the focus; `PictureOfZonesTests` asks for all.
    let blocks = content.blocks.filter { block in
      if case .entry(.option, _) = block { !drawn.metrics.showsPicture } else { true }
    }
    // The bar before a line of a box is none of its words.
    let seen = (0..<600).map(frame.line).joined()
      .filter { !$0.isWhitespace && $0 != Glyphs.unicode.vertical }
    for text in [content.heading, content.notice ?? "", content.fault ?? ""]
      + blocks.flatMap(\.texts)
    {
      #expect(seen.contains(text.filter { !$0.isWhitespace }), "\(text)")
    }
  }

  /// R50.
  @Test(arguments: Case.all, [Size(width: 40, height: 12), Size(width: 80, height: 24)])
  func `every entry can be gone to, and then the cursor stands on it`(one: Case, size: Size) throws
  {
    let content = screenContent(Scene(one.state, in: pack))
    var state = one.state
    var found: Set<Int> = []
    let list = [Walkthrough.Direction.up, .down]
    // Sideways only where that is left to try: elsewhere it changes answers and screens.
    for direction in list + [.left, .right]
    where found.count < content.entries.count || list.contains(direction) {
      for _ in 0..<150 {
        let drawn = draw(&state, size)
        let lines = drawn.metrics.entries
        if lines.indices.contains(state.visit.focus),
          (drawn.metrics.scroll..<(drawn.metrics.scroll + drawn.metrics.height))
            .contains(lines[state.visit.focus].lowerBound)
        {
          found.insert(state.visit.focus)
          let cursor = try #require(drawn.frame.cursor)
          let head = content.entryTexts[state.visit.focus].firstWord
          // The name of a zone stands below the picture.
          let isZone =
            if case .option = content.entries[state.visit.focus] { true } else { false }
          let line =
            drawn.metrics.showsPicture && isZone ? drawn.frame.text : drawn.frame.line(cursor.y)
          #expect(line.contains(head), "\(head) is not in \(line)")
        }
        let before = state
        _ = reduce(&state, .moved(direction), in: pack)
        // At the end, or once around.
        if state == before || found.count == content.entries.count { break }
      }
    }
    #expect(found == Set(content.entries.indices))
  }

  /// However it is scrolled, the text is seen from its first line to its last.
  @Test(arguments: Case.all) func `all of a screen can be read`(one: Case) {
    let size = Size(width: 40, height: 12)
    var state = one.state
    _ = draw(&state, size)
    _ = reduce(&state, .moved(.first), in: pack)
    var seen: Set<Int> = []
    for _ in 0..<150 {
      let metrics = draw(&state, size).metrics
      seen.formUnion(metrics.scroll..<min(metrics.contentHeight, metrics.scroll + metrics.height))
      let before = state
      _ = reduce(&state, .moved(.pageDown), in: pack)
      if state == before { break }
    }
    #expect(seen == Set(0..<(state.visit.metrics?.contentHeight ?? -1)))
  }

  @Test(arguments: Case.all) func `a key that is named does something`(one: Case) throws {
    let content = screenContent(Scene(one.state, in: pack))
    #expect(!content.keys.isEmpty)
    for hint in content.keys {
      let keys = try #require(Self.keys[hint.key], "no key is called \(hint.key)")
      // Which of the arrows moves depends on where one stands, and on how much there is to read.
      if hint.key == "Up/Down" { continue }
      // A fault is said again, in the same words.
      if hint.key == "Enter", content.fault != nil { continue }
      let did = keys.contains { key in
        guard let action = action(for: key, in: one.state, pack: pack) else { return false }
        var state = one.state
        return !reduce(&state, action, in: pack).isEmpty || state != one.state
      }
      #expect(did, "\(hint.key) \(hint.does)")
    }
  }

  @Test(arguments: Case.all) func `the way back and the way out are always named`(one: Case) {
    let keys = screenContent(Scene(one.state, in: pack)).keys.map(\.key)
    #expect(keys.contains("Esc") || one.state.screen == .welcome)
    #expect(keys.contains("Q") || keys.contains("Ctrl-C") || one.state.screen == .leave)
  }

  /// R150.
  @Test(arguments: FixturePack.pack.questionnaire.items)
  func `the heading of a question is the question`(item: Item) {
    let state = Walkthrough.State.question(item.id)
    #expect(screenContent(Scene(state, in: pack)).heading == item.ask)
    for size in Self.sizes.prefix(3) {
      var state = state
      #expect(draw(&state, size).frame.text.contains(item.ask.prefix(20)))
    }
  }

  @Test(arguments: Case.all) func `the numbers to call are those of the region`(one: Case) {
    var state = one.state
    let frame = draw(&state, Size(width: 80, height: 600)).frame
    #expect(!frame.text.contains("{") && !frame.text.contains("}"), "\(frame.text)")
    #expect(!frame.text.contains(" 999") && !frame.text.contains("the other desk"))
  }

  /// The boxes of the answers are as wide as the widest of them on the screen.
  @Test func `an answer in wide letters stands in a box of its columns`() {
    let options = [AnswerOption(id: "yes", text: "はいはい"), AnswerOption(id: "no", text: "いいえ")]
    let item = Item(
      id: "wide", ask: "?", why: "", summary: "",
      kind: .each(rows: [AnswerOption(id: "one", text: "One")], options: options),
      offersNotSure: false, maySkip: false, isPrivate: false)
    let pack = FixturePack.variant(
      wording: Wording(
        FixturePack.pack.wording.words.merging([ScreenWord.notSure.key: "?"]) { $1 }),
      questionnaire: Questionnaire(
        sections: [Section(id: "wide", title: "", isEmergency: false, items: [item])]))
    let state = Walkthrough.State.fixture(.question("wide", isChange: false))
    let drawn = render(state, in: pack, size: Self.sizes[0], glyphs: .unicode)
    #expect(drawn.frame.text.contains("[        ] One"))
  }

  /// R55.
  @Test(arguments: Case.all) func `ASCII is ASCII`(one: Case) {
    var state = one.state
    let text = draw(&state, Size(width: 80, height: 600), glyphs: .ascii).frame.text
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  private static let keys: [String: [Key]] = [
    "Enter": [.enter], "Space": [.character(" ")], "Esc": [.escape], "W": [.character("w")],
    "?": [.character("?")], "E": [.character("e")], "R": [.character("r")],
    "S": [.character("s")], "A": [.character("a")],
    "Q": [.character("q")], "Ctrl-C": [.control("c")], "F1": [.function(1)],
    "F2": [.function(2)], "F3": [.function(3)], "F4": [.function(4)], "F5": [.function(5)],
    "M": [.character("m")],
    "Z": [.character("z")], "F6": [.function(6)], "Y": [.character("y")], "F7": [.function(7)],
    "L": [.character("l")], "F8": [.function(8)], "/": [.character("/")], "H": [.character("h")],
    "F": [.character("f")], "Left/Right": [.left, .right], "Up/Down": [.up, .down],
  ]
}

extension ScreenContent {
  var entryTexts: [EntryText] {
    blocks.compactMap { if case .entry(_, let text) = $0 { text } else { nil } }
  }
}

extension ScreenContent.Block {
  /// The pieces of text that have to be seen, each of which may be wrapped.
  var texts: [String] {
    switch self {
    case .text(let text, _), .subheading(let text), .bullet(let text), .numbered(_, let text),
      .quoted(let text):
      [text]
    case .entry(_, let entry): entry.texts
    case .persons(let chart): [chart.sentence]
    case .bar(let text, _): [text]
    case .gap: []
    }
  }
}

extension EntryText {
  var texts: [String] {
    switch self {
    case .radio(let text, let hint, _), .check(let text, let hint, _): [text, hint ?? ""]
    case .row(let text, let hint, let answer, _): [text, hint ?? "", answer ?? ""]
    case .field(let label, let text, let unit): [label, text, unit]
    case .scale(let value, let low, let high): [value.map(String.init) ?? "0", low, high]
    case .none(let text, _), .button(let text), .keyed(_, let text), .link(let text): [text]
    case .item(let text, let detail): [text, detail]
    case .described(let text, _, let detail, let notes): [text, detail] + notes
    case .rung(let rung): rung.texts
    }
  }

  /// What the line of the cursor shows of the entry.
  ///
  /// A field may be long: it shows its end.
  var firstWord: String {
    switch self {
    case .field(let label, let text, _): text.isEmpty ? label : String(text.suffix(2))
    case .scale(let value, _, _): value.map(String.init) ?? "0"
    default: texts[0].split(separator: " ").first.map(String.init) ?? ""
    }
  }
}
