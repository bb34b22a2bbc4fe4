import ContentCompiler
import QuestionnaireModel
import RecommendationCore
import Testing

@Suite struct CompileTests {
  @Test func `the base content has no fault`() throws {
    try expectFindings([], planting: [])
  }
}
