import Testing

@testable import Export

@Suite struct `A statement in FHIRPath` {
  private static let a = PathTest.call("a")
  private static let b = PathTest.call("b")
  private static let c = PathTest.call("c")

  @Test(
    arguments: [
      (.yes, "true"), (.no, "false"), (.call("a"), "a"),
      // What says nothing is left out, and so is what stands twice.
      (.all([]), "true"), (.any([]), "false"), (.all([a, .yes]), "a"), (.any([a, .no]), "a"),
      (.all([a, .no]), "false"), (.any([a, .yes]), "true"), (.all([a, b, a]), "a and b"),
      (.any([a, .any([b, a])]), "a or b"), (.all([.all([a]), .all([b, c])]), "a and b and c"),
      // One operator never takes another apart.
      (.all([.any([a, b]), c]), "(a or b) and c"), (.any([.all([a, b]), c]), "(a and b) or c"),
      (.not(a), "a.not()"), (.not(.any([a, b])), "(a or b).not()"), (.not(.not(a)), "a"),
      (.not(.yes), "false"), (.not(.no), "true"), (.not(.all([])), "false"),
      (.all([.not(a), b]), "a.not() and b"),
      // A part of a count counts as often as it is named.
      (.atLeast(2, [a, b, c]), "(iif(a, 1, 0) + iif(b, 1, 0) + iif(c, 1, 0)) >= 2"),
      (.atLeast(2, [a, a, b]), "(iif(a, 1, 0) + iif(a, 1, 0) + iif(b, 1, 0)) >= 2"),
      (.atLeast(2, [a, .yes, .no, b]), "(iif(a, 1, 0) + iif(b, 1, 0)) >= 1"),
      (.atLeast(0, [a]), "true"), (.atLeast(1, [.yes, a]), "true"),
      (.atLeast(2, [a, .no]), "false"),
      (.all([.atLeast(2, [a, b]), c]), "((iif(a, 1, 0) + iif(b, 1, 0)) >= 2) and c"),
    ] as [(PathTest, String)])
  func `is written without what says nothing`(test: PathTest, text: String) {
    #expect(test.simplified.text == text)
  }
}
