import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// The content of this repository on the smallest screen of a kiosk.
@Suite(.tags(.realContent)) struct RealKioskTests {
  private let real: RealContent
  private var pack: ContentPack { real.pack }
  private var patients: [ExamplePatient] { real.patients }
  private var day: Day { real.day }

  init() throws { real = try RealContent() }

  private func frame(
    _ screen: Walkthrough.Screen, _ response: QuestionnaireResponse = .init()
  ) -> Frame {
    var policy = Walkthrough.KioskPolicy()
    policy.clinic = "North Street Clinic"
    policy.deskWords = "Ring the bell at window 2."
    let state = real.state(screen, response, kiosk: policy)
    return render(state, in: pack, size: Spacing.smallestWindow, glyphs: .unicode).frame
  }

  @Test func `the first screen shows how to start without a key`() throws {
    let frame = frame(.attract)
    let line = frame.line(try #require(frame.cursor).y)
    #expect(line.contains(pack.wording[.welcomeStart]), "\(frame.text)")
    #expect(frame.text.contains(pack.wording[.attractStaff]), "\(frame.text)")
  }

  @Test func `every question names the way out`() {
    for item in pack.questionnaire.items {
      let text = frame(.question(item.id, isChange: false)).text
      #expect(text.contains(pack.wording[.kioskDoesLeave]), "\(item.id):\n\(text)")
    }
  }

  /// R8: the emergency text needs no scrolling.
  @Test func `every emergency sends to the desk without a key`() {
    var seen: Set<[RedFlag.ID]> = []
    for patient in patients {
      let answers = Answers(patient.response, to: pack.questionnaire, on: day)
      let flags = raisedFlags(answers, rules: pack.rules, atLeast: .leastEmergency).map(\.id)
      guard !flags.isEmpty, seen.insert(flags).inserted else { continue }
      let text = frame(.interruption(flags), patient.response).text
      #expect(text.contains(pack.wording[.tellDesk]), "\(patient.id):\n\(text)")
      #expect(text.contains("Ring the bell at window 2."), "\(patient.id):\n\(text)")
    }
    #expect(seen.count > 20)
  }
}
