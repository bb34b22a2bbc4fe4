import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Rehearsal
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

  /// R10: that answers are erased, and after how long, needs no key to be read.
  @Test(arguments: [[Walkthrough.Form.screen], [.screen, .sealed]], [false, true])
  func `the first screen is seen whole on a usual screen`(
    forms: [Walkthrough.Form], speaks: Bool
  ) {
    var policy = Walkthrough.KioskPolicy()
    (policy.forms, policy.offersSpeech) = (forms, speaks)
    let drawn = render(
      real.state(.attract, .init(), kiosk: policy), in: pack, size: Size(width: 80, height: 24),
      glyphs: .unicode)
    #expect(drawn.metrics.scrollLimit == 0, "\(drawn.frame.text)")
    let text = drawn.frame.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.lowercased().contains("no key for 3 minutes"), "\(drawn.frame.text)")
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

  /// R1: of the patients every 25th, each with an answer to all that is asked.
  @Test(arguments: [Size(width: 80, height: 24), Spacing.smallestWindow])
  func `a keypad alone is enough for a visit`(size: Size) {
    for patient in patients.enumerated().filter({ $0.offset.isMultiple(of: 25) }).map(\.element) {
      let answers = pack.questionnaire.items.reduce(into: [Item.ID: Answer]()) { all, item in
        all[item.id] = Self.whole(patient.response[item.id], to: item)
      }
      let walk = KeypadWalk(answers, on: day, in: pack, size: size)
      #expect(walk.fault == nil && walk.hasLeft, "\(patient.id): \(walk.fault ?? "")")
      for (id, answer) in walk.response.answers {
        if case .text = answers[id] { continue }
        #expect(answer == answers[id], "\(patient.id): \(id)")
      }
    }
  }

  /// The answer as a screen gives it: options in their order, and each row answered.
  private static func whole(_ answer: Answer?, to item: Item) -> Answer {
    let calm = calmAnswer(to: item)
    switch (answer, calm) {
    case (.options(let chosen), _):
      return .options(item.options.map(\.id).filter(chosen.contains))
    case (.rows(let rows), .rows(let others)): return .rows(others.merging(rows) { $1 })
    default: return answer ?? calm
    }
  }

  private static func calmAnswer(to item: Item) -> Answer {
    switch item.kind {
    case .each, .choices, .zones: break
    default:
      if item.maySkip { return .declined }
      if item.offersNotSure { return .notSure }
    }
    switch item.kind {
    case .yesNo: return .option(.no)
    case .choice(let options): return options.last.map { .option($0.id) } ?? .notSure
    case .choices, .zones: return .options([])
    case .each(let rows, let options):
      let answer = options.first { $0.id == .no }?.id ?? options.first?.id ?? .no
      return .rows(Dictionary(uniqueKeysWithValues: rows.map { ($0.id, .option(answer)) }))
    case .scale: return .scale(3)
    case .number(let range): return .number(Quantity(60, range.unit))
    default: return .declined
    }
  }

  /// Past the ninth zone there are two digits, in the picture too.
  @Test func `every zone of the knee shows its number`() throws {
    let item = try #require(
      pack.questionnaire.items.first { if case .zones = $0.kind { true } else { false } })
    for (size, glyphs) in [
      (Size(width: 80, height: 24), Glyphs.unicode), (Size(width: 80, height: 24), .ascii),
      (Size(width: 80, height: 60), .unicode), (Spacing.smallestWindow, .unicode),
    ] {
      var state = Walkthrough.State(
        day: day, region: pack.manifest.defaultRegion, kiosk: .init(),
        start: .question(item.id, isChange: false))
      state.settleFocus(in: pack)
      var text = ""
      // All sheets of the picture, and the whole list where it scrolls.
      for _ in 0..<30 {
        let drawn = render(state, in: pack, size: size, glyphs: glyphs)
        _ = reduce(&state, .drawn(drawn.metrics), in: pack)
        text += drawn.frame.text + "\n"
        if state.visit.metrics?.showsPicture == true {
          _ = reduce(&state, .viewTurned(by: 1), in: pack)
        }
        _ = reduce(&state, .moved(.down), in: pack)
      }
      for number in 1...item.options.count {
        let label = String(String(100 + number).dropFirst())
        #expect(text.contains(label), "\(label) at \(size):\n\(text)")
      }
    }
  }
}
