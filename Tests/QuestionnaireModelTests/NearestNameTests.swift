import QuestionnaireModel
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("kneenow", "knee-now"), ("Knee_Now", "knee-now"), ("hepler", "helper"), ("helpt", "helped"),
    ("ag", "age"), ("kneee-now", "knee-now"),
  ])
  func `a slip of the finger finds the name`(typed: String, meant: String) {
    let known = ["age", "helped", "helper", "knee-now"]
    #expect(nearestName(to: typed, among: known) == meant)
    #expect(nearestName(to: typed, among: known.reversed()) == meant)
  }

  @Test(arguments: ["", "x", "shoulder", String(repeating: "a", count: 100)])
  func `another word finds none`(typed: String) {
    #expect(nearestName(to: typed, among: ["age", "helper", "knee-now"]) == nil)
    #expect(nearestName(to: typed, among: [String]()) == nil)
  }

  @Test func `of two that are as near, the first in the alphabet is taken`() {
    #expect(nearestName(to: "hat", among: ["rat", "bat", "cat"]) == "bat")
  }
}
