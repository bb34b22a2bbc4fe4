import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Screens
import Testing
import TextUI
import WalkthroughCore

/// The words of the content on its screens.
@Suite(.tags(.realContent)) struct RealGlossaryTests {
  private let real: RealContent
  private var pack: ContentPack { real.pack }
  private var patients: [ExamplePatient] { real.patients }
  private var day: Day { real.day }

  init() throws { real = try RealContent() }

  private func state(
    _ screen: Walkthrough.Screen, _ response: QuestionnaireResponse
  ) -> Walkthrough.State {
    real.state(screen, response)
  }

  /// Every page, question and stage, and what lies behind the result of many patients.
  private var screens: [Walkthrough.State] {
    let nothing = QuestionnaireResponse()
    let other = QuestionnaireResponse(["who-answers": .option("helper")])
    var screens: [Walkthrough.State] = []
    for screen in [Walkthrough.Screen.welcome, .help, .emergencyHelp, .pageList, .leave, .save] {
      screens.append(state(screen, nothing))
    }
    screens += pack.pages.map { state(.page($0.id), nothing) }
    for item in pack.questionnaire.items {
      for response in [nothing, other] {
        screens.append(state(.question(item.id, isChange: false), response))
      }
      screens.append(state(.why(item.id), nothing))
    }
    for patient in patients.enumerated().filter({ $0.offset % 200 == 0 }).map(\.element) {
      let said = patient.response
      screens.append(state(.checkAnswers, said))
      screens += Walkthrough.ResultPart.allCases.map { state(.result($0), said) }
      screens += pack.rules.treatments.map { state(.treatment($0.id), said) }
      screens += pack.rules.conditions.map { state(.pattern($0.id), said) }
      screens += pack.rules.redFlags.map { state(.flag($0.id), said) }
    }
    return screens
  }

  /// R155.
  @Test func `every term on a screen is told there by the key, on both faces`() {
    let terms = pack.glossary.words.terms
    let finder = TermFinder(terms)
    var told: Set<GlossaryTerm.ID> = []
    var count = 0
    for state in screens {
      let content = screenContent(Scene(state, in: pack))
      let seen = Set(finder.terms(in: LineFace.plainLines(content)).map { terms[$0].id })
      let action = action(for: .function(5), in: state, pack: pack)
      let isNamed = content.keys.contains { ["M", "F5"].contains($0.key) }
      #expect(isNamed == !seen.isEmpty, "on \(state.screen)")
      guard case .wordsPressed(let found) = action else {
        #expect(action == nil && seen.isEmpty, "on \(state.screen): \(seen)")
        continue
      }
      #expect(Set(found) == seen, "on \(state.screen)")
      #expect(found.count == seen.count)
      var face = LineFace()
      var below = state
      if state.screen != .save {
        #expect(face.reply(to: "m", state: state, in: pack) == .act([.wordsPressed(found)]))
      }
      _ = reduce(&below, .wordsPressed(found), in: pack)
      let lines = face.lines(for: below, in: pack)
      for id in found {
        let term = pack.glossary.words[id]
        #expect(lines.contains("- \(term?.term ?? ""): \(term?.means ?? "")."))
      }
      told.formUnion(found)
      count += 1
    }
    #expect(count > 300)
    #expect(Set(terms.map(\.id)).subtracting(told) == [])
  }

  @Test func `the glossary is large, and a question never spends more than two lines on words`() {
    #expect(pack.glossary.count >= 90)
    for item in pack.questionnaire.items {
      let content = screenContent(
        Scene(state(.question(item.id, isChange: false), QuestionnaireResponse()), in: pack))
      let glosses = content.blocks.filter { block in
        pack.glossary.words.terms.contains {
          block == .text("\($0.term): \($0.means).", .hint)
        }
      }
      #expect(glosses.count <= 2, "on \(item.id)")
    }
  }
}
