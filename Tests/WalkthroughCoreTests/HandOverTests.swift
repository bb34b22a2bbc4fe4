import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

private let pack = FixturePack.pack
private let full = FixturePack.fullAnswers

/// What the person takes with them, and how.
struct HandOverTests {
  private func atEnd(
    forms: [Walkthrough.Form]? = nil, file: String = "thing.txt", answers: [Item.ID: Answer] = full
  ) -> State {
    var state = State(
      day: FixturePack.answerDay, region: "here", suggestedFile: file, forms: forms,
      start: .result(.handOver))
    state.response = QuestionnaireResponse(answers)
    state.settleFocus(in: pack)
    return state
  }

  @Test func `both pages go in, and no private answer, unless the person says otherwise`() {
    var state = atEnd()
    #expect(state.handOver.pages == .both && !state.handOver.includesPrivate)
    state.does(.chosen(.open(.handOverChoice)))
    #expect(
      state.entries(in: pack) == [
        .pages(.both), .pages(.person), .pages(.clinician), .privateAnswers, .back,
      ])
    expect(&state, after: .digitPressed(3)) {
      $0.visit.focus = 2
      $0.handOver.pages = .clinician
    }
    expect(&state, after: .digitPressed(4)) {
      $0.visit.focus = 3
      $0.handOver.includesPrivate = true
    }
    expect(&state, after: .pressed) { $0.handOver.includesPrivate = false }
    // Pressed again, what is chosen leads back.
    expect(&state, after: .digitPressed(3)) { $0.does(.backPressed) }
    #expect(state.screen == .result(.handOver))
    // Come back to, the choice stands where it was made.
    state.does(.chosen(.open(.handOverChoice)))
    #expect(state.visit.focus == 2)
  }

  @Test func `nothing private is offered where nothing private was said`() {
    let calm = full.merging(["size": .declined, "note": .declined]) { $1 }
    var state = atEnd(answers: calm)
    #expect(!state.hasPrivateAnswers(in: pack))
    state.does(.chosen(.open(.handOverChoice)))
    #expect(!state.entries(in: pack).contains(.privateAnswers))
    #expect(atEnd(answers: full).hasPrivateAnswers(in: pack))
  }

  @Test(arguments: [
    ("thing.txt", Walkthrough.Form.markdown, "thing.md"), ("thing.txt", .pdf, "thing.pdf"),
    ("thing.MD", .text, "thing.txt"), ("thing.md", .markdown, "thing.md"),
    ("thing", .pdf, "thing.pdf"), ("thing.page", .text, "thing.page"), ("a/b.PDF", .pdf, "a/b.PDF"),
  ])
  func `a form names its file`(name: String, form: Walkthrough.Form, expected: String) {
    var state = atEnd(forms: [.text, .markdown, .pdf, .screen], file: name)
    expect(&state, after: .chosen(.form(form))) {
      $0.visit.focus = $0.forms.firstIndex(of: form) ?? 0
      $0.visit.seen = Set($0.entries(in: pack).indices)
      $0.file.name = expected
      $0.lay(.save)
    }
  }

  @Test func `the form of the file that was named comes first`() {
    #expect(
      atEnd(forms: [.text, .markdown, .pdf], file: "a.pdf").forms == [.pdf, .text, .markdown])
    #expect(atEnd(forms: [.text, .markdown], file: "a.pdf").forms == [.text, .markdown])
    #expect(atEnd(file: "a").forms == [.text, .markdown, .screen])
  }

  @Test(arguments: [Walkthrough.Form.screen, .qr])
  func `a form that is no file is handed out at once`(form: Walkthrough.Form) {
    var state = atEnd(forms: [form])
    expect(&state, after: .pressed, effects: [.handOut(form)])
  }

  @Test func `a form that this place does not have does nothing`() {
    var state = atEnd(forms: [.text])
    #expect(press(&state, .form(.print), in: pack).isEmpty && state.screen == .result(.handOver))
  }

  @Test func `to print is begun once, and how it ends is shown where it was begun`() {
    var state = atEnd(forms: [.screen, .print])
    expect(&state, after: .chosen(.form(.print)), effects: [.handOut(.print)]) {
      $0.handOver.printing = .underway
      $0.visit.focus = 1
      $0.visit.seen = Set($0.entries(in: pack).indices)
      $0.lay(.printing)
    }
    #expect(state.entries(in: pack) == [.back])
    state.does(.backPressed)
    // Whoever presses again sees how far it is.
    expect(&state, after: .chosen(.form(.print))) {
      $0.visit.focus = 1
      $0.lay(.printing)
    }
    expect(&state, after: .printingEnded(.failed("It is off."))) {
      $0.handOver.printing = .failed("It is off.")
      $0.visit = Walkthrough.Visit(.printing)
      $0.settleFocus(in: pack)
    }
    #expect(state.entries(in: pack) == [.form(.print), .back] && state.visit.focus == 1)
    expect(&state, after: .chosen(.form(.print)), effects: [.handOut(.print)]) {
      $0.handOver.printing = .underway
      $0.visit = Walkthrough.Visit(.printing)
      $0.settleFocus(in: pack)
    }
    state.does(.printingEnded(.done))
    #expect(state.entries(in: pack) == [.back, .leave] && state.notice == nil)
  }

  @Test func `how printing ends is said on any screen, to the one who began it`() {
    var state = atEnd(forms: [.print])
    expect(&state, after: .printingEnded(.done))
    state.does(.chosen(.form(.print)), .helpPressed)
    let above = state.screen
    state.does(.printingEnded(.failed("It is off.")))
    #expect(state.screen == above && state.notice == .printing(.failed("It is off.")))
    state.does(.backPressed)
    #expect(state.screen == .printing && state.notice == nil)
    #expect(state.entries(in: pack)[state.visit.focus] == .back)
    state.does(.backPressed, .chosen(.form(.print)), .backPressed)
    state.does(.printingEnded(.failed("x")))
    #expect(state.screen == .result(.handOver) && state.notice == .printing(.failed("x")))
  }

  @Test func `the pages are shown over the result, and back leads there`() {
    var state = atEnd()
    expect(&state, after: .pagesShown([.heading("A"), .text("b")])) {
      $0.handOver.shown = [.heading("A"), .text("b")]
      $0.lay(.shownPages)
    }
    expect(&state, after: .pagesShown([])) { $0.handOver.shown = [] }
    expect(&state, after: .backPressed) { $0.does(.backPressed) }
    #expect(state.screen == .result(.handOver))
  }

  @Test func `a kiosk has no file, whatever it is told, and forgets what was shown`() {
    var policy = Walkthrough.KioskPolicy()
    policy.forms = [.text, .screen, .pdf, .print]
    var state = State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, forms: [.text],
      start: .result(.handOver))
    #expect(state.forms == [.screen, .print])
    state.response = QuestionnaireResponse(full)
    state.does(.pagesShown([.text("b")]), .backPressed)
    state.handOver.includesPrivate = true
    state.does(.chosen(.leave), .chosen(.leave))
    #expect(state.screen == .thanks && state.handOver == Walkthrough.HandOver())
  }

  /// Nothing of what was said, but that there may be paper.
  @Test func `a kiosk reminds of the paper at the end, where something was printed`() {
    var policy = Walkthrough.KioskPolicy()
    policy.forms = [.screen, .print]
    var state = State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: .result(.handOver))
    state.response = QuestionnaireResponse(full)
    state.does(.chosen(.form(.print)), .printingEnded(.failed("It is off.")))
    state.does(.leavePressed, .chosen(.leave))
    var erased = Walkthrough.HandOver()
    erased.printing = .done
    #expect(state.screen == .thanks && state.handOver == erased)
    expect(&state, after: .printingEnded(.failed("late")))
  }
}
