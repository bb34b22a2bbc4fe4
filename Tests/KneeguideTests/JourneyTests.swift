import FixturePack
import QuestionnaireModel
import RecommendationCore
import Screens
import TerminalTestKit
import Testing
import TextUI
import WalkthroughCore
import WalkthroughTestKit
import kneeguide

/// Keys through the real loop, and the last screen that came of them.
struct JourneyTests {
  // MARK: A whole walk

  @Test func `from the welcome to the check`() {
    let walk = journey(.wholeWalk)
    #expect(walk.state.response == QuestionnaireResponse(FixturePack.fullAnswers))
    #expect(walk.screen.contains("Check your answers") && walk.screen.contains("67 years"))
    #expect(walk.ending == .closed)
  }

  @Test func `through the result to a file, and out`() {
    let walk = journey(
      .wholeWalk + "<enter> <right> <right> <right> <right> <right> <right> <right> <right> <enter>"
        + "<backspace> <backspace> <backspace> <backspace> <paste:-2.txt> <enter>"
        + "<ctrl-c> 2")
    #expect(walk.saved == ["thing-2.txt"])
    #expect(walk.frames.contains { $0.text.contains("Kept as thing-2.txt") })
    #expect(walk.screen.contains("Your page is kept; the answers here will be gone."))
    #expect(walk.ending == .left)
  }

  /// It is seen before the questions and rules are decoded.
  @Test(arguments: [PointerUse.none, .mouse, .touch])
  func `the first screen is the same without a question or a rule`(pointer: PointerUse) {
    for whole in FixturePack.bilingual + [FixturePack.pack] {
      let opening = ContentPack(
        manifest: whole.manifest, wording: whole.wording,
        questionnaire: Questionnaire(sections: []), rules: whole.rules, pages: [], references: [])
      for size in [(80, 24), (40, 12), (120, 40), (10, 3)] {
        var terminal = ScriptedTerminal(size: Size(width: size.0, height: size.1), keys: "")
        var state = Walkthrough.State.fixture()
        showFirst(state, on: &terminal, pack: opening, pointer: pointer)
        #expect(state == .fixture() && terminal.frames.count == 1)
        let effects = WalkthroughEffects(save: { path, _ in .saved(at: path, note: nil) })
        _ = runLoop(&terminal, &state, pack: whole, effects: effects, pointer: pointer)
        #expect(terminal.frames.count == 2 && terminal.frames[0] == terminal.frames[1])
      }
    }
  }

  @Test func `the pages are shown on the screen, and nothing is written`() {
    let end = Walkthrough.State.fixture(.result(.handOver), answers: FixturePack.fullAnswers)
    let walk = journey("3", from: end)
    #expect(walk.screen.contains("A page.") && walk.state.screen == .shownPages)
    #expect(walk.saved.isEmpty)
    #expect(journey("3 <esc>", from: end).state.screen == .result(.handOver))
  }

  /// R74: the loop leaves it to the terminal, and draws nothing by itself.
  @Test func `Ctrl-Z gives the terminal to the shell`() {
    var terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: "<ctrl-z> <ctrl-z>")
    var state = Walkthrough.State.fixture()
    let effects = WalkthroughEffects(save: { path, _ in .saved(at: path, note: nil) })
    let ending = runLoop(&terminal, &state, pack: FixturePack.pack, effects: effects)
    #expect(ending == .closed)
    #expect(terminal.suspensions == 2)
    #expect(terminal.frames.count == 1)
  }

  @Test func `enter alone reads all of the result`() {
    let start = Walkthrough.State.fixture(.result(.now), answers: FixturePack.fullAnswers)
    for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
      let walk = journey(
        Keys(Array(repeating: .enter, count: 40)), from: start, size: size)
      for heading in [
        "A visit", "When to get help sooner", "What may be going on", "Your ladder",
        "What needs care", "A new thing", "Questions to ask", "Read more", "Keep your page",
      ] {
        #expect(walk.frames.contains { $0.text.contains(heading) }, "\(heading) at \(size)")
      }
      #expect(!walk.saved.isEmpty)
    }
  }

  @Test func `in a small window every option is seen first`() {
    let small = Size(width: 40, height: 12)
    let walk = journey("1 <enter>", from: .question("place"), size: small)
    #expect(walk.answer("place") == nil)
    #expect(walk.screen.contains("There is more below"))
    let rest = journey("<end> <pageup> 1 <enter>", from: walk.state, size: small)
    #expect(rest.answer("place") == .option("attic"))
  }

  // MARK: Emergency

  @Test func `a sign stops the walk, and the result has no ladder`() {
    let stop = journey("<enter> 1 0 <enter>")
    #expect(stop.screen.contains("Call 111 now."))
    #expect(stop.screen.contains("Do not drive."))
    let result = journey("1", from: stop.state)
    #expect(result.screen.contains("Call now"))
    let all = journey("<right> <right> <right> <right>", from: result.state)
    #expect(!all.frames.contains { $0.text.contains("Your ladder") })
    #expect(!all.frames.contains { $0.text.contains("Thing ") })
  }

  @Test func `after a stop the page for the clinician is finished without another`() {
    let walk = journey(
      "<enter> 1 0 <enter> 2 67 <enter> 1 <enter> <end> <up> <enter> <enter> <enter>")
    #expect(!walk.frames.suffix(9).contains { $0.text.contains("Call 111 now.") })
    #expect(walk.state.acknowledged == ["flag-call"])
    #expect(walk.answer("size") == .declined)
  }

  // MARK: Back and change

  @Test func `back and forth loses nothing`() {
    let there = journey("<enter> 0 <enter> 67 <enter> 4 <esc> <esc>")
    #expect(there.screen.contains("Do you have any of these signs now?"))
    let back = journey("<end> <enter> <enter>", from: there.state)
    #expect(back.answer("age") == .number(Quantity(67, .years)))
    #expect(back.screen.contains("(•) In a drawer"))
    #expect(journey("<enter>", from: back.state).answer("place") == .option("drawer"))
  }

  @Test func `an answer is changed from the check and straight back`() {
    let check = Walkthrough.State.fixture(.checkAnswers, answers: FixturePack.fullAnswers)
    let walk = journey("<down> <down> <down> <enter> 3 <enter>", from: check)
    #expect(walk.answer("place") == .option("cellar"))
    #expect(walk.state.screen == .checkAnswers)
    #expect(walk.screen.contains("In the cellar"))
  }

  @Test func `a change that hides a question is looked at first`() {
    let check = Walkthrough.State.fixture(
      .checkAnswers,
      answers: FixturePack.fullAnswers.merging([
        "broken": .option(.yes), "broken-how": .option("fell"),
      ]) { $1 })
    let look = journey(
      Keys(Array(repeating: .down, count: 9)) + "<enter> 2 <enter>", from: check,
      size: Size(width: 80, height: 40))
    #expect(look.screen.contains("This hides 1 question: How it broke."))
    #expect(look.answer("broken") == .option(.yes))
    #expect(journey("1", from: look.state).answer("broken") == .option(.no))
    #expect(journey("2", from: look.state).answer("broken") == .option(.yes))
  }

  @Test func `steps are taken back and done again, and leaving forgets them`() {
    let there = journey("<enter> 0 <enter> 67 <enter> 4 <enter>")
    let back = journey("<f6> z z", from: there.state)
    #expect(back.state.response.answers.isEmpty)
    #expect(back.screen.contains("Undone: Signs"))
    let again = journey("<f7> y y", from: back.state)
    #expect(again.state.response == there.state.response)
    #expect(again.state.screen == there.state.screen)
    let left = journey("q 2", from: again.state)
    #expect(left.ending == .left && left.state.history == Walkthrough.History())
  }

  @Test func `why, help and help now come and go`() {
    let walk = journey(
      "w <esc> ? <esc> e <esc> <f1> <enter> <f2> <enter>", from: .question("level"))
    let texts = walk.frames.map(\.text)
    #expect(texts.contains { $0.contains("The level says how soon.") })
    #expect(texts.contains { $0.contains("How this works") })
    #expect(texts.contains { $0.contains("Call 111.") })
    #expect(walk.screen.contains("How bad is it now?"))
  }

  // MARK: Leaving

  @Test func `leaving asks first, and may be thought better of`() {
    let walk = journey("q", from: .question("place"))
    #expect(walk.screen.contains("Your answers will be gone."))
    #expect(walk.ending == .closed)
    #expect(
      journey("q <enter>", from: .question("place")).state.screen
        == .question("place", isChange: false))
    #expect(journey("q 2", from: .question("place")).ending == .left)
    #expect(journey("<ctrl-c> <ctrl-c>", from: .question("place")).ending == .left)
  }

  @Test func `who has said nothing leaves without being asked`() {
    #expect(journey("q").ending == .left)
    #expect(journey("<ctrl-c>").ending == .left)
  }

  @Test func `what could not be written keeps the person once`() {
    let end = Walkthrough.State.fixture(.result(.handOver), answers: FixturePack.fullAnswers)
    let kept = journey("q 2", from: end, obstacle: .saveFailed("Not kept: there is a file."))
    #expect(kept.ending == .closed)
    #expect(kept.screen.contains("Not kept: there is a file."))
    #expect(kept.screen.contains("Where should the file go?"))
    let gone = journey(
      "<ctrl-c> 2", from: kept.state, obstacle: .saveFailed("Not kept: there is a file."))
    #expect(gone.ending == .left)
  }

  @Test func `a save that failed says why, and another name is taken`() {
    let end = Walkthrough.State.fixture(.result(.handOver), answers: FixturePack.fullAnswers)
    let walk = journey("<enter> <enter>", from: end) { _ in .saveFailed("Not kept: no room.") }
    #expect(walk.screen.contains("Not kept: no room."))
    let again = journey("2 <enter>", from: walk.state)
    #expect(again.saved == ["thing.txt2"])
    #expect(again.screen.contains("Kept as thing.txt2"))
  }

  // MARK: The terminal

  @Test func `the loop ends as the terminal says`() {
    #expect(journey([.signal(15)]).ending == .signal(15))
    #expect(journey([.closed]).ending == .closed)
    #expect(journey([TerminalEvent]()).ending == .closed)
  }

  @Test func `only what changes is drawn`() {
    #expect(journey([.idle, .idle]).frames.count == 1)
    #expect(journey([.key(.function(9)), .key(.insert)]).frames.count == 1)
    #expect(journey([.resized(Size(width: 40, height: 12))]).frames.count == 2)
  }

  @Test func `windows of every size lose no answer`() {
    var random = SeededGenerator(seed: 3)
    var events = Keys.wholeWalk.keys.prefix(12).map { TerminalEvent.key($0) }
    let before = journey(events).state
    for _ in 0..<200 { events.append(.resized(random.size())) }
    events.append(.resized(Size(width: 1, height: 1)))
    events.append(.resized(Size(width: 80, height: 24)))
    let walk = journey(events)
    #expect(walk.state.response == before.response && walk.state.drafts == before.drafts)
    #expect(walk.state.screen == before.screen)
    #expect(walk.screen == journey(Array(events.prefix(12))).screen)
  }
}
