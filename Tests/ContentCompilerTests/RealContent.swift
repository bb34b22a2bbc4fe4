import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing
import WalkthroughCore

/// The content of this repository as the tests of its screens walk through it.
struct RealContent {
  /// Compiled once for all tests: it takes seconds.
  static let compiled: Compilation? = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
    return testDay.map { compile(ContentFolder(root + "/Content"), on: $0) }
  }()

  let pack: ContentPack
  let patients: [ExamplePatient]
  let day: Day

  init() throws {
    day = try #require(testDay)
    let content = try #require(Self.compiled)
    pack = try #require(content.pack)
    patients = content.patients
  }

  /// Somebody who has said this, on a screen.
  func state(
    _ screen: Walkthrough.Screen, _ response: QuestionnaireResponse = .init(),
    kiosk: Walkthrough.KioskPolicy? = nil
  ) -> Walkthrough.State {
    var state = Walkthrough.State(
      day: day, region: pack.manifest.defaultRegion, suggestedFile: "knee.txt", kiosk: kiosk,
      start: screen)
    state.response = response
    state.settleFocus(in: pack)
    return state
  }
}
