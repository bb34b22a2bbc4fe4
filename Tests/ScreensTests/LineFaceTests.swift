import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import WalkthroughCore
import WalkthroughTestKit

/// What a typed line means on each screen.
struct LineFaceTests {
  private let pack = FixturePack.pack

  /// The reply to the last of these lines.
  private func reply(_ lines: [String], _ state: Walkthrough.State) -> LineFace.Reply {
    var face = LineFace()
    var last = LineFace.Reply.askMore
    for line in lines {
      _ = face.lines(for: state, in: pack)
      last = face.reply(to: line, state: state, in: pack)
    }
    return last
  }

  private static func answered(_ id: Item.ID, _ answer: Answer) -> LineFace.Reply {
    .act([.answered(id, answer)])
  }

  private static func chosen(_ entry: Walkthrough.Entry) -> LineFace.Reply {
    .act([.chosen(entry)])
  }

  private static let unknown = LineFace.Reply.misunderstood("\"%\" is not an answer here.")

  /// As it is said: like the screen, under the words for a problem (R56).
  private static func problem(_ words: String) -> LineFace.Reply {
    .misunderstood("A problem: " + words)
  }

  @Test(
    arguments: [
      ("broken", ["1"], chosen(.option(.yes))), ("broken", [" 2 "], chosen(.option(.no))),
      ("broken", ["3"], chosen(.notSure)), ("broken", ["4"], unknown), ("broken", ["0"], unknown),
      ("broken", ["x"], unknown), ("broken", [""], unknown), ("broken", ["n"], unknown),
      ("place", ["7"], chosen(.option("garage"))), ("place", ["8"], chosen(.notSure)),
      ("parts", ["1"], answered("parts", .options(["alpha"]))),
      ("parts", ["3 1"], answered("parts", .options(["alpha", "gamma"]))),
      ("parts", ["1,2, 1"], answered("parts", .options(["alpha", "beta"]))),
      ("parts", ["0"], chosen(.noneOfThese)), ("parts", ["5"], chosen(.notSure)),
      ("parts", ["6"], unknown), ("parts", ["0 1"], unknown), ("map", ["0"], chosen(.noneOfThese)),
      ("parts", ["1 5"], unknown), ("parts", ["1 9"], unknown), ("parts", ["1 x"], unknown),
      ("parts", [""], .misunderstood("Mark what fits, or none of these.")),
      ("map", ["2"], answered("map", .options(["back"]))),
      ("signs", ["1"], .askMore), ("signs", ["1", "2"], .askMore), ("signs", ["4"], unknown),
      ("signs", ["1", "2", "3"], answered("signs", rows(.option(.yes), .option(.no), .notSure))),
      ("signs", ["1", "0"], answered("signs", FixturePack.signs(yes: ["one"]))),
      ("signs", ["0"], answered("signs", FixturePack.signs())), ("signs", ["x"], unknown),
      ("tried", ["0"], unknown), ("tried", ["1"], .askMore),
      (
        "tried", ["2", "4"],
        answered("tried", .rows(["thing-a": .option("no-help"), "thing-b": .notSure]))
      ),
      ("age", ["67"], answered("age", .number(Quantity(67, .years)))),
      ("age", ["n"], answered("age", .notSure)), ("age", ["S"], answered("age", .declined)),
      ("age", ["six"], .misunderstood("Type a number, such as 67.")),
      ("age", ["121"], .misunderstood("Type a number from 0 to 120 years.")),
      ("age", ["6.5"], .misunderstood("Type a whole number.")),
      ("age", ["8 months"], answered("age", .number(Quantity(8, .months)))),
      ("age", ["8MONTHS"], answered("age", .number(Quantity(8, .months)))),
      ("age", ["67 years"], answered("age", .number(Quantity(67, .years)))),
      ("age", ["67 kg"], .misunderstood("Type a number, such as 67.")),
      ("age", ["months"], .misunderstood("Type a number, such as 67.")),
      ("level", ["7"], answered("level", .scale(7))),
      ("level", ["0"], answered("level", .scale(0))),
      ("level", ["11"], .misunderstood("Type a number from 0 to 10 .")),
      ("level", ["7.5"], .misunderstood("Pick a number from 0 to 10.")),
      ("level", ["n"], .misunderstood("Pick a number from 0 to 10.")),
      ("since", ["2024-05"], answered("since", date("2024-05"))),
      ("since", ["May"], .misunderstood("Type a year or a date, such as 2024-05-31.")),
      ("note", ["It squeaks."], answered("note", .text("It squeaks."))),
      ("note", ["s"], answered("note", .declined)), ("note", [" "], answered("note", .declined)),
      ("size", ["s"], answered("size", .declined)), ("size", ["170"], .askMore),
      ("size", ["170", "80"], answered("size", size(170, .centimeters, 80, .kilograms))),
      ("size", ["5'7", "176 lb"], answered("size", size(67, .inches, 176, .pounds))),
      ("size", ["1.7 m", "80 kg"], answered("size", size(1.7, .meters, 80, .kilograms))),
      ("size", ["5 ft 7 in", "80"], answered("size", size(67, .inches, 80, .kilograms))),
      ("size", ["170", "0"], answered("size", size(170, .centimeters))),
      ("size", ["0"], .askMore), ("size", ["0", "80"], answered("size", weight(80, .kilograms))),
      ("size", ["0", "0"], .misunderstood("Type an answer.")),
      ("size", ["80 kg"], .misunderstood("Type a number, such as 67.")),
      ("size", ["17"], .misunderstood("Type a number from 50 to 250 cm.")),
      ("size", ["170", "4"], .misunderstood("Type a number from 10 to 400 kg.")),
    ] as [(Item.ID, [String], LineFace.Reply)])
  func `a line on a question`(id: Item.ID, lines: [String], expected: LineFace.Reply) {
    let typed = lines.last ?? ""
    let reply = reply(lines, .question(id))
    if expected == Self.unknown {
      #expect(reply == Self.problem("\"\(typed)\" is not an answer here."))
    } else if case .misunderstood(let words) = expected {
      #expect(reply == Self.problem(words))
    } else {
      #expect(reply == expected)
    }
  }

  @Test(
    arguments: [
      ("b", .backPressed), ("w", .whyPressed), ("r", .reviewPressed), ("e", .emergencyPressed),
      ("?", .helpPressed), ("q", .leavePressed), ("Q", .leavePressed), ("undo", .undoPressed),
      ("Redo", .redoPressed),
    ] as [(String, Walkthrough.Action)])
  func `commands work on every question`(line: String, action: Walkthrough.Action) {
    for item in pack.questionnaire.items {
      #expect(reply([line], .question(item.id)) == .act([action]))
    }
  }

  @Test func `a row begun is begun again after a look elsewhere`() {
    var face = LineFace()
    var state = Walkthrough.State.question("signs")
    _ = face.lines(for: state, in: pack)
    #expect(face.reply(to: "1", state: state, in: pack) == .askMore)
    _ = reduce(&state, .whyPressed, in: pack)
    _ = face.lines(for: state, in: pack)
    _ = reduce(&state, .backPressed, in: pack)
    #expect(face.lines(for: state, in: pack).contains { $0.hasPrefix("1/3 ") })
  }

  @Test func `what was begun of an answer is begun again by undo`() {
    var face = LineFace()
    let state = Walkthrough.State.question("signs")
    _ = face.lines(for: state, in: pack)
    #expect(face.reply(to: "1", state: state, in: pack) == .askMore)
    #expect(face.reply(to: "undo", state: state, in: pack) == .askMore)
    #expect(face.lines(for: state, in: pack).contains { $0.hasPrefix("1/3 ") })
    #expect(face.reply(to: "undo", state: state, in: pack) == .act([.undoPressed]))
  }

  @Test func `a file may be called undo`() {
    let state = Walkthrough.State.fixture(.save, answers: FixturePack.fullAnswers)
    guard case .act(let actions) = reply(["undo"], state) else {
      Issue.record("nothing is done")
      return
    }
    #expect(actions.contains(.textPasted("undo")))
  }

  @Test func `elsewhere a number presses and an empty line goes on`() {
    let check = Walkthrough.State.fixture(.checkAnswers, answers: FixturePack.fullAnswers)
    #expect(reply([""], check) == Self.chosen(.continue))
    #expect(reply(["1"], check) == Self.chosen(.continue))
    #expect(reply(["2"], check) == Self.chosen(.change("signs")))
    #expect(reply(["99"], check) == Self.problem("\"99\" is not an answer here."))
    #expect(reply(["w"], check) == Self.problem("\"w\" is not an answer here."))
    #expect(reply([""], .fixture()) == Self.chosen(.start))
    let ladder = Walkthrough.State.fixture(.result(.ladder), answers: FixturePack.fullAnswers)
    #expect(reply([""], ladder) == Self.chosen(.continue))
  }

  @Test func `the sources of a page are asked for by letter, and only there`() {
    for page: Page.ID in ["said", "signs"] {
      #expect(reply(["s"], .fixture(.page(page))) == .act([.sourcesPressed]))
    }
    let unknown = Self.problem("\"s\" is not an answer here.")
    #expect(reply(["s"], .fixture(.page("thing-a"))) == unknown)
    #expect(reply(["s"], .fixture(.pageList)) == unknown)
  }

  /// The line face names the letter where the footer of the screen names the key.
  @Test(arguments: Case.all) func `both faces offer the sources at the same places`(one: Case) {
    var face = LineFace()
    let said = face.lines(for: one.state, in: pack)
    let words = [pack.wording[.lineSources], pack.wording[.lineGrounds]]
    let isOffered = said.contains(where: words.contains)
    let keys = screenContent(Scene(one.state, in: pack)).keys
    #expect(isOffered == keys.contains { $0.does == pack.wording[.doesSources] })
    var state = one.state
    _ = reduce(&state, .sourcesPressed, in: pack)
    #expect((state.screen != one.state.screen) == isOffered)
  }

  @Test func `a file name takes the place of the one suggested`() {
    var state = Walkthrough.State.fixture(.save, answers: FixturePack.fullAnswers)
    guard case .act(let actions) = reply(["other.txt"], state) else {
      Issue.record("nothing is done")
      return
    }
    let effects = actions.flatMap { reduce(&state, $0, in: pack) }
    #expect(effects == [.save(to: "other.txt")])
    #expect(reply([""], state) == Self.chosen(.saveNow))
    #expect(reply(["b"], state) == .act([.backPressed]))
  }

  @Test(arguments: Case.all) func `a screen says all of its words`(one: Case) {
    var face = LineFace()
    let lines = face.lines(for: one.state, in: pack)
    let content = screenContent(Scene(one.state, in: pack))
    #expect(lines.contains { $0.contains(content.heading) })
    for line in lines {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
    if let fault = content.fault { #expect(lines.contains("! " + fault)) }
    if let notice = content.notice { #expect(lines.first == notice) }
  }

  /// R55: what was answered before is said, and an empty line keeps it, as Enter does on the screen.
  @Test(
    arguments: [
      ("place", .option("drawer"), "In a drawer"), ("parts", .options([]), "None of these"),
      ("age", .notSure, "Not sure"), ("size", size(170, .centimeters, 80, .kilograms), "170 cm"),
      ("signs", FixturePack.signs(yes: ["two"]), "Sign two: Yes"), ("level", .scale(3), "3"),
      ("note", .text("It squeaks."), "It squeaks."),
    ] as [(Item.ID, Answer, String)])
  func `an answer given before is said and can be kept`(
    id: Item.ID, answer: Answer, words: String
  ) {
    let state = Walkthrough.State.question(id, answers: [id: answer])
    var face = LineFace()
    let said = face.lines(for: state, in: pack).filter { $0.hasPrefix("Now: ") }
    #expect(said.count == 1 && said.allSatisfy { $0.contains(words) }, "\(said)")
    #expect(face.reply(to: "", state: state, in: pack) == Self.answered(id, answer))
    let fresh = Walkthrough.State.question(id)
    #expect(!face.lines(for: fresh, in: pack).contains { $0.hasPrefix("Now: ") })
  }

  @Test func `what was left out is not kept by an empty line once a part was given`() {
    let state = Walkthrough.State.question(
      "size", answers: ["size": Self.size(170, .centimeters, 80, .kilograms)])
    #expect(reply(["160", ""], state) == Self.problem("Type a number, such as 67."))
  }

  private static func rows(_ answers: RowAnswer...) -> Answer {
    .rows(["one": answers[0], "two": answers[1], "three": answers[2]])
  }

  private static func date(_ text: String) -> Answer {
    PartialDate(text).map { .date($0) } ?? .declined
  }

  private static func size(_ height: Double, _ tall: Unit) -> Answer {
    .bodySize(height: Quantity(height, tall), weight: nil)
  }

  private static func weight(_ weight: Double, _ heavy: Unit) -> Answer {
    .bodySize(height: nil, weight: Quantity(weight, heavy))
  }

  private static func size(_ height: Double, _ tall: Unit, _ weight: Double, _ heavy: Unit)
    -> Answer
  {
    .bodySize(height: Quantity(height, tall), weight: Quantity(weight, heavy))
  }
}
