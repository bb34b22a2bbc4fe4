import RecommendationCore
import Testing

/// The words of the screens, looked up by place.
struct WordingAtHandTests {
  @Test func `a word's ordinal is its place among all`() {
    #expect(ScreenWord.allCases.map(\.ordinal) == Array(ScreenWord.allCases.indices))
  }

  @Test func `words at hand are those of the wording`() {
    let usual = Wording(
      Dictionary(uniqueKeysWithValues: ScreenWord.allCases.map { ($0.key, "The \($0.rawValue)") }))
    for word in ScreenWord.allCases { #expect(usual.atHand[word] == usual[word]) }
  }
}
