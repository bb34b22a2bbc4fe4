import FixturePack
import Golden
import RecommendationCore
import Screens
import Testing
import TextUI

/// What the gallery shows.
struct GalleryTests {
  private let words = FixturePack.pack.wording

  @Test(arguments: [
    (Size(width: 80, height: 24), Glyphs.unicode), (Size(width: 40, height: 12), .unicode),
    (Size(width: 80, height: 24), .ascii),
  ])
  func `every component in every state`(size: Size, glyphs: Glyphs) {
    let samples = gallery(words, size: size, glyphs: glyphs)
    let text = samples.map { "## \($0.name)\n\($0.frame.text)\n\($0.frame.attributeMap)\n" }
    let name = "gallery-\(size.name)" + (glyphs.isASCII ? "-ascii" : "")
    expectGolden(text.joined(separator: "\n"), named: name, extension: "screen")
    #expect(!glyphs.isASCII || text.joined().unicodeScalars.allSatisfy { $0.isASCII })
  }

  /// No component is left out, and none is shown twice.
  @Test func `has a sample of each kind`() {
    let names = gallery(words, size: Size(width: 80, height: 24), glyphs: .unicode).map(\.name)
    #expect(Set(names).count == names.count)
    for component in [
      "subheading", "text body", "text hint", "text strong", "text warning", "text urgent",
      "bullet", "numbered", "quoted", "persons help", "persons harm", "bar", "radio picked focused",
      "check picked", "none focused", "row answered", "keyed focused", "field focused",
      "field typed", "scale focused", "scale picked", "button focused", "link focused",
      "item known focused", "screen", "screen error", "screen scrolled", "screen too-small",
    ] {
      #expect(names.contains(component), "\(component)")
    }
  }

  /// R55: the focus changes the look and the mark of an entry, and nothing else that it says.
  @Test(arguments: [Glyphs.unicode, .ascii]) func `a focused entry differs by mark and look`(
    glyphs: Glyphs
  ) throws {
    let samples = gallery(words, size: Size(width: 80, height: 24), glyphs: glyphs)
    for focused in samples where focused.name.hasSuffix(" focused") {
      let name = String(focused.name.dropLast(" focused".count))
      let other = try #require(samples.first { $0.name == name })
      #expect(focused.frame.text.contains(">") && !other.frame.text.contains(">"), "\(name)")
      #expect(focused.frame.attributeMap != other.frame.attributeMap, "\(name)")
      #expect(
        focused.frame.text.replacing(">", with: " ") == other.frame.text, "\(name)")
    }
  }

  /// R58: no two states of a component differ by their colors, or by their look, alone.
  @Test(arguments: [Glyphs.unicode, .ascii]) func `two states of a component differ in their text`(
    glyphs: Glyphs
  ) {
    let samples = gallery(words, size: Size(width: 80, height: 24), glyphs: glyphs)
    let kinds = Dictionary(grouping: samples) { $0.name.split(separator: " ").first ?? "" }
    // Texts and charts have no states.
    for samples in kinds.filter({ !["text", "persons"].contains($0.key) }).values {
      #expect(Set(samples.map(\.frame.text)).count == samples.count, "\(samples.map(\.name))")
    }
  }

  /// R58.
  @Test func `two verdicts differ in their sign and in their words`() {
    #expect(Set(Verdict.allCases.map(\.mark)).count == Verdict.allCases.count)
    #expect(Set(Verdict.allCases.map { words[$0.word] }).count == Verdict.allCases.count)
  }
}
