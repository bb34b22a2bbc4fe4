import ContentCompiler
import Testing

/// The rows that tell what was tried of a step.
@Suite struct TriedRowTests {
  private static let step = "reached-when: tried.exercise is no-help }"

  @Test func `a step takes the rows of an item`() throws {
    try expectFindings(
      [],
      planting: [
        Planted(
          "rules/ladder.yaml", Self.step,
          "reached-when: tried.exercise is no-help, tried: [tried.gel, knee-now.hot] }")
      ])
  }

  @Test(arguments: [
    ("tried.gels", "did you mean 'gel'?"), ("tied.gel", "did you mean 'tried'?"),
    ("tried.zzzzzzz", "write one of: exercise, gel"),
    ("tried", "write it as item.row, such as 'tried.exercise'"),
    ("fell.yes", "write it as item.row, such as 'tried.exercise'"),
    ("tried.gel.more", "write it as item.row, such as 'tried.exercise'"),
  ])
  func `what is no row of an item is a fault`(name: String, remedy: String) throws {
    try expectFindings(
      [
        Finding(
          "1️⃣", "KnownNames",
          "'tried' of step of the ladder 'gel' names '\(name)', which is no row of an item", remedy)
      ],
      planting: [
        Planted(
          "rules/ladder.yaml", Self.step,
          "reached-when: tried.exercise is no-help, tried: [1️⃣\(name)] }")
      ])
  }
}
