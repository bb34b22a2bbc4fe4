import FixturePack
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughTestKit

@testable import WalkthroughCore

private let pack = FixturePack.pack

/// A page that is sealed for the clinic.
struct SealingTests {
  private func atEnd(_ forms: [Walkthrough.Form] = [.screen, .sealed]) -> State {
    var policy = Walkthrough.KioskPolicy()
    policy.forms = forms
    var state = State(
      day: FixturePack.answerDay, region: "here", kiosk: policy, start: .result(.handOver))
    state.response = QuestionnaireResponse(FixturePack.fullAnswers)
    state.settleFocus(in: pack)
    return state
  }

  /// At the code, with these digits typed.
  private func atCode(_ digits: String) -> State {
    var state = atEnd()
    state.does(.chosen(.form(.sealed)))
    for digit in digits { state.does(.digitPressed(digit.wholeNumberValue ?? 0)) }
    return state
  }

  @Test func `is asked for its code first, and sent on its way then`() {
    var state = atEnd()
    #expect(reduce(&state, .chosen(.form(.sealed)), in: pack) == [])
    #expect(state.screen == .visitCode && state.visit.focus == 0)
    #expect(state.entries(in: pack) == [.field(0), .sealNow, .back])
    for digit in [4, 7, 1, 1] { #expect(reduce(&state, .digitPressed(digit), in: pack) == []) }
    #expect(state.sealing.code == "4711" && !state.sealing.isUnderWay)
    #expect(reduce(&state, .pressed, in: pack) == [.handOut(.sealed)])
    #expect(state.screen == .sealing && state.sealing.isUnderWay)
    state.does(.sealEnded(.kept))
    #expect(state.sealing.isKept && state.sealing.outcome == .kept)
    #expect(state.entries(in: pack) == [.back, .leave])
    state.does(.backPressed)
    #expect(state.screen == .result(.handOver))
  }

  @Test(arguments: ["", "1", "123"])
  func `goes nowhere without a code`(digits: String) {
    var state = atCode(digits)
    #expect(reduce(&state, .pressed, in: pack) == [])
    #expect(state.screen == .visitCode && state.sealing.isCodeBad && !state.sealing.mayBeKept)
    state.does(.digitPressed(1))
    #expect(!state.sealing.isCodeBad)
  }

  @Test func `has a code of digits alone, and of eight at most`() {
    var state = atCode("")
    state.does(.textPasted("12 ab-３4"), .characterTyped("x"), .characterTyped("5"))
    #expect(state.sealing.code == "1245")
    state.does(.textPasted("6789012"))
    #expect(state.sealing.code == "12456789")
    state.does(.deletedBackward)
    #expect(state.sealing.code == "1245678")
  }

  @Test func `is sent once, however often it is pressed`() {
    var state = atCode("4711")
    state.does(.pressed)
    #expect(reduce(&state, .chosen(.sealNow), in: pack) == [])
    #expect(pressSealNow(&state) == [])
    state.does(.backPressed)
    #expect(state.screen == .result(.handOver))
    // Pressed again while it is under way, it is looked at.
    #expect(reduce(&state, .chosen(.form(.sealed)), in: pack) == [])
    #expect(state.screen == .sealing)
  }

  @Test(arguments: Walkthrough.SealOutcome.allCases.filter { $0 != .kept })
  func `can be sent again where it was not kept`(outcome: Walkthrough.SealOutcome) {
    var state = atCode("4711")
    state.does(.pressed, .sealEnded(outcome))
    #expect(state.entries(in: pack) == [.sealNow, .back])
    #expect(state.sealing.mayBeKept == (outcome == .unsure) && !state.sealing.isKept)
    #expect(reduce(&state, .chosen(.sealNow), in: pack) == [.handOut(.sealed)])
    state.does(.sealEnded(.kept))
    #expect(state.sealing.isKept)
  }

  /// The truth may come late.
  @Test func `was kept if that is said after nobody knew`() {
    var state = atCode("4711")
    state.does(.pressed, .sealEnded(.unsure), .sealEnded(.kept))
    #expect(state.sealing.isKept && state.sealing.outcome == .kept)
    state.does(.sealEnded(.failed))
    #expect(state.sealing.outcome == .kept)
    var other = atCode("4711")
    other.does(.pressed, .sealEnded(.unsure), .sealEnded(.failed))
    #expect(!other.sealing.mayBeKept)
    // What was unsure stays so when another is lost.
    var third = atCode("4711")
    third.does(.pressed, .sealEnded(.unsure), .chosen(.sealNow), .sealEnded(.failed))
    #expect(third.sealing.mayBeKept)
  }

  @Test func `ends for nobody who has sent none`() {
    var state = atEnd()
    expect(&state, after: .sealEnded(.kept))
  }

  /// R26: the code goes with all else, and what was kept is still said.
  @Test func `leaves no code behind, and is not denied at the end`() {
    var state = atCode("4711")
    state.does(.pressed, .sealEnded(.kept), .leavePressed, .chosen(.leave))
    #expect(state.screen == .thanks && state.sealing.code.isEmpty && state.sealing.isKept)
    var under = atCode("4711")
    under.does(.pressed, .leavePressed, .chosen(.leave))
    #expect(under.screen == .thanks && under.sealing.mayBeKept && !under.sealing.isKept)
    under.does(.sealEnded(.kept))
    #expect(under.sealing.isKept)
  }

  @Test func `is not there where the clinic wants none`() {
    var state = atEnd([.screen])
    #expect(!state.entries(in: pack).contains(.form(.sealed)))
    #expect(press(&state, .form(.sealed), in: pack).isEmpty && state.screen == .result(.handOver))
    #expect(pressSealNow(&state) == [] && !state.sealing.isCodeBad)
    #expect(!State.fixture(.result(.handOver)).forms.contains(.sealed))
  }
}
