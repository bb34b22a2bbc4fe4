import ContentCompiler
import Testing

/// What each item is asked after, and what it can change.
@Suite struct MapTests {
  private func map() throws -> Listing {
    var files = baseContent
    files["pack.yaml"]?.replace("intended-use", with: "for-another-when: injury is none\nintended-use")
    let compilation = compile(ContentInMemory(files), on: try #require(testDay))
    return try #require(
      Listing(.map, of: compilation), "\(compilation.diagnostics.map(\.description))")
  }

  @Test(arguments: [
    """
    check-chest-pain
      asked-after: body-now
      asked-when: not sure of body-now.chest-pain
      red-flags: chest
    """,
    """
    fell
      asked-after: injury age
      asked-when: injury in [within-7-days, older] and age >= 18 years
    """,
  ])
  func `an item is a block of what is said of it`(block: String) throws {
    let blocks = try map().text.split(separator: "\n\n").map(String.init)
    #expect(blocks.contains { $0.hasPrefix(block) }, "\(blocks)")
  }

  @Test(arguments: [
    ("size", "  asked-when: not injury is none"), ("injury", "  opens: fell size"),
    ("words", "  clinician-page: "), ("pain-now", "  scores: pain"),
    ("tried", "  surgery: long-tried ask"),
  ])
  func `an item says what it opens and where it is used`(item: String, line: String) throws {
    let block = try #require(
      map().text.split(separator: "\n\n").first { $0.hasPrefix(item + "\n") })
    #expect(block.contains("\n" + line), "\(block)")
  }

  @Test func `as JSON every item has every key`() throws {
    let lines = try map().json.split(separator: "\n").filter { $0.hasPrefix("  {") }
    #expect(!lines.isEmpty)
    for key in ["id", "asked-when", "red-flags", "treatments", "clinician-page"] {
      #expect(lines.allSatisfy { $0.contains("\"\(key)\": ") })
    }
  }
}
