import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

/// An emergency stops the walk at the answer that raises it.
struct EmergencyTests {
  private let pack = FixturePack.pack

  @Test func `the answer that raises an emergency stops the walk`() {
    var state = State.question("signs")
    state.does(.digitPressed(1), .digitPressed(0))
    expect(&state, after: .pressed) {
      $0.response["signs"] = FixturePack.signs(yes: ["one"])
      $0.drafts["signs"] = nil
      $0.show(.interruption(["flag-call"]))
    }
    #expect(state.entries(in: pack) == [.stopHere, .finishForClinician, .open(.page("signs"))])
  }

  @Test func `a sign that is one only with another answer stops at that one`() {
    let answers = FixturePack.ordinaryAnswers.merging(["signs": FixturePack.signs(yes: ["two"])]) {
      _, new in new
    }
    var state = State.fixture(.checkAnswers, answers: answers)
    state.does(.chosen(.change("age")))
    expect(&state, after: .answered("age", .number(Quantity(60, .years)))) {
      $0.response["age"] = .number(Quantity(60, .years))
      $0.show(.interruption(["flag-department"]))
    }
  }

  @Test func `a number that is not known yet counts as the worse one`() {
    var state = State.question("signs")
    expect(&state, after: .answered("signs", FixturePack.signs(yes: ["two"]))) {
      $0.response["signs"] = FixturePack.signs(yes: ["two"])
      $0.show(.interruption(["flag-department"]))
    }
  }

  @Test func `two emergencies stop together, the worse first`() {
    var state = State.question("age", answers: ["signs": FixturePack.signs(yes: ["one", "two"])])
    expect(&state, after: .answered("age", .number(Quantity(80, .years)))) {
      $0.response["age"] = .number(Quantity(80, .years))
      $0.show(.interruption(["flag-call", "flag-department"]))
    }
  }

  @Test func `a red flag below an emergency stops nothing`() {
    var state = State.question("signs")
    expect(&state, after: .answered("signs", FixturePack.signs(yes: ["three"]))) {
      $0.response["signs"] = FixturePack.signs(yes: ["three"])
      $0.show(question: "age")
    }
  }

  @Test func `a sign that was not sure is asked again before any stop`() {
    let pack = urgentWhenUnsure
    var state = State.question("signs")
    let unsure = FixturePack.signs(notSure: ["one"])
    expect(&state, after: .answered("signs", unsure), in: pack) {
      $0.response["signs"] = unsure
      $0.show(question: "sign-one-again")
    }
    var other = state
    // Still not sure: now it counts.
    expect(&state, after: .answered("sign-one-again", .notSure), in: pack) {
      $0.response["sign-one-again"] = .notSure
      $0.show(.interruption(["flag-call"]))
    }
    expect(&other, after: .answered("sign-one-again", .option(.no)), in: pack) {
      $0.response["sign-one-again"] = .option(.no)
      $0.show(question: "age")
    }
  }

  @Test func `a certain sign does not wait for the question about another`() {
    let pack = urgentWhenUnsure
    var state = State.question("signs", answers: ["age": .number(Quantity(70, .years))])
    let signs = FixturePack.signs(yes: ["two"], notSure: ["one"])
    expect(&state, after: .answered("signs", signs), in: pack) {
      $0.response["signs"] = signs
      $0.show(.interruption(["flag-department"]))
    }
  }

  // MARK: After the stop

  private func stopped() -> State {
    var state = State.question("signs")
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])))
    return state
  }

  @Test func `stopping leads to the result, without a ladder or a treatment`() {
    var state = stopped()
    expect(&state, after: .pressed) {
      $0.acknowledged = ["flag-call"]
      $0.reaches(.now, focus: 1)
    }
    #expect(state.parts(in: pack) == [.now, .handOver])
    #expect(state.recommendation(in: pack).treatments.isEmpty)
  }

  @Test func `finishing for the clinician goes on with the questions, and does not stop again`() {
    var state = stopped()
    expect(&state, after: .digitPressed(2)) {
      $0.acknowledged = ["flag-call"]
      $0.show(question: "age")
    }
    expect(&state, after: .answered("age", .number(Quantity(50, .years)))) {
      $0.response["age"] = .number(Quantity(50, .years))
      $0.show(question: "place")
    }
  }

  @Test func `finishing leads to the check where nothing is open`() {
    var state = State.fixture(.checkAnswers, answers: FixturePack.ordinaryAnswers)
    state.does(.chosen(.change("signs")), .answered("signs", FixturePack.signs(yes: ["one"])))
    #expect(state.screen == .interruption(["flag-call"]))
    expect(&state, after: .chosen(.finishForClinician)) {
      $0.acknowledged = ["flag-call"]
      $0.show(.checkAnswers)
    }
  }

  @Test func `a changed answer that raises a new emergency stops again, for that one`() {
    var state = stopped()
    state.does(.chosen(.finishForClinician))
    state.does(.answered("age", .number(Quantity(70, .years))), .reviewPressed)
    state.does(.chosen(.change("signs")))
    expect(&state, after: .answered("signs", FixturePack.signs(yes: ["one", "two"]))) {
      $0.response["signs"] = FixturePack.signs(yes: ["one", "two"])
      $0.show(.interruption(["flag-department"]))
    }
    state.does(.chosen(.finishForClinician))
    #expect(state.acknowledged == ["flag-call", "flag-department"])
  }

  @Test func `an emergency that was taken back and comes again stops again`() {
    var state = stopped()
    state.does(.chosen(.finishForClinician), .reviewPressed, .chosen(.change("signs")))
    state.does(.answered("signs", FixturePack.signs()), .chosen(.keepChange))
    #expect(state.acknowledged.isEmpty)
    state.does(.reviewPressed, .chosen(.change("signs")))
    state.does(.answered("signs", FixturePack.signs(yes: ["one"])))
    #expect(state.screen == .interruption(["flag-call"]))
  }

  @Test func `back from the stop is the answer that raised it`() {
    var state = State.question("age", answers: ["signs": FixturePack.signs(yes: ["two"])])
    state.does(.answered("age", .number(Quantity(60, .years))))
    #expect(state.screen == .interruption(["flag-department"]))
    expect(&state, after: .backPressed) { $0.show(question: "age") }
    #expect(state.acknowledged.isEmpty)
    state = stopped()
    expect(&state, after: .backPressed) { $0.show(question: "signs") }
  }

  @Test func `review does not get past a stop that was not answered`() {
    var state = stopped()
    state.does(.reviewPressed)
    #expect(state.screen == .checkAnswers)
    // On from there it stops at the next answer.
    state.does(.pressed)
    state.does(.answered("age", .number(Quantity(50, .years))))
    #expect(state.screen == .interruption(["flag-call"]))
  }

  @Test func `the page of the stop is read and left`() {
    var state = stopped()
    expect(&state, after: .digitPressed(3)) {
      $0.visit.focus = 2
      $0.lay(.page("signs"))
    }
    expect(&state, after: .backPressed) { $0.does(.backPressed) }
    #expect(state.screen == .interruption(["flag-call"]))
    #expect(state.visit.focus == 2)
  }

  /// The fixture pack with a first sign that is as urgent when it is not sure.
  private var urgentWhenUnsure: ContentPack {
    let rules = pack.rules
    let flags = rules.redFlags.map { flag in
      RedFlag(
        id: flag.id, title: flag.title, disposition: flag.disposition, within: flag.within,
        when: flag.when, unsure: flag.id == "flag-call" ? .emergencyDepartment : flag.unsure,
        action: flag.action, inClinic: flag.inClinic, whenClosed: flag.whenClosed, why: flag.why,
        doNot: flag.doNot, getHelpSooner: flag.getHelpSooner, page: flag.page,
        sources: flag.sources)
    }
    return ContentPack(
      manifest: pack.manifest, wording: pack.wording, questionnaire: pack.questionnaire,
      rules: Rules(
        dispositions: rules.dispositions, redFlags: flags, conditions: rules.conditions,
        ladder: rules.ladder, treatments: rules.treatments, surgery: rules.surgery,
        advice: rules.advice, scores: rules.scores), pages: pack.pages, references: pack.references)
  }
}
