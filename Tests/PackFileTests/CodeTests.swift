import QuestionnaireModel
import RecommendationCore
import Testing

@testable import PackFile

/// The codes of a pack's sets of cases, as they stand in packs that were written long ago.
struct CodeTests {
  @Test func `units keep their codes`() {
    #expect(
      codes(of: Unit.self) == [
        "none": 1, "years": 2, "months": 3, "weeks": 4, "days": 5, "hours": 6, "minutes": 7,
        "kg": 8, "lb": 9, "g": 10, "cm": 11, "m": 12, "in": 13, "ft": 14,
      ])
  }

  @Test func `comparisons keep their codes`() {
    #expect(
      codes(of: Comparison.self) == [
        "<": 1, "<=": 2, ">": 3, ">=": 4, "=": 5,
      ])
  }

  @Test func `dispositions keep their codes`() {
    #expect(
      codes(of: Disposition.self) == [
        "self-care": 1, "routine": 2, "within-days": 3, "same-day": 4, "emergency-department": 5,
        "emergency-call": 6,
      ])
  }

  @Test func `kinds of advice keep their codes`() {
    #expect(
      codes(of: Advice.Kind.self) == [
        "do": 1, "sooner": 2, "question": 3,
      ])
  }

  @Test func `combinations of a score keep their codes`() {
    #expect(
      codes(of: Score.Combination.self) == [
        "mean": 1, "value": 2,
      ])
  }

  @Test func `groups of pages keep their codes`() {
    #expect(
      codes(of: Page.Group.self) == [
        "start": 1, "urgent": 2, "conditions": 3, "treatments": 4, "surgery": 5, "article": 6,
        "living": 7,
      ])
  }

  @Test func `bases of figures keep their codes`() {
    #expect(Figure.Base.allCases.map(\.packCode) == [1, 2])
  }

  @Test func `kinds of references keep their codes`() {
    #expect(
      codes(of: Reference.Kind.self) == [
        "guideline": 1, "regulator": 2, "trial": 3, "review": 4, "cohort": 5, "instrument": 6,
        "textbook": 7, "court": 8, "insurer": 9, "seller": 10, "article": 11, "other": 12,
      ])
  }

  @Test func `what is known of a claim keeps its codes`() {
    #expect(
      codes(of: Claim.Kind.self) == [
        "fact": 1, "promise": 2, "testimonial": 3, "price": 4, "description": 5,
      ])
    #expect(
      codes(of: Claim.Verdict.self) == [
        "supported": 1, "partly": 2, "outdated": 3, "unsupported": 4, "contradicted": 5,
      ])
    #expect(
      codes(of: Claim.Badge.self) == [
        "article-says": 1, "guidelines-agree": 2, "guidelines-differ": 3, "not-proven": 4,
        "wrong": 5,
      ])
  }

  @Test func `systems of units keep their codes`() {
    #expect(codes(of: UnitSystem.self) == ["metric": 1, "us": 2])
  }

  @Test func `extents of reading keep their codes`() {
    #expect(
      codes(of: Reference.Extent.self) == [
        "whole": 1, "abstract": 2, "copy": 3, "memory": 4,
      ])
  }

  @Test func `directions of a guideline keep their codes`() {
    #expect(
      codes(of: GuidelineView.Direction.self) == [
        "for": 1, "against": 2, "neither": 3, "not-covered": 4,
      ])
  }

  @Test func `strengths of a guideline keep their codes`() {
    #expect(
      codes(of: GuidelineView.Strength.self) == [
        "strong": 1, "moderate": 2, "conditional": 3, "limited": 4, "none": 5,
      ])
  }

  @Test func `certainties of a guideline keep their codes`() {
    #expect(
      codes(of: GuidelineView.Certainty.self) == [
        "high": 1, "moderate": 2, "low": 3, "very-low": 4,
      ])
  }

  @Test func `kinds of criteria keep their codes`() {
    #expect(first(Criterion.all([])) == 1)
    #expect(first(Criterion.any([])) == 2)
    #expect(first(Criterion.not(.always)) == 3)
    #expect(first(Criterion.atLeast(1, [])) == 4)
    #expect(first(Criterion.test(Subject("a"), .isUnknown)) == 5)
    let parts: [Subject.Part?] = [nil, .row("b"), .height, .weight, .bmi]
    #expect(parts.map { bytes(Subject("a", $0))[4] } == [0, 1, 2, 3, 4])
    let tests: [Predicate] = [
      .isOneOf([]), .isNoneOf([]), .includes("a"), .compare(.less, 1), .isUnknown, .isAnswered,
    ]
    #expect(tests.map(first) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `kinds of items keep their codes`() {
    let kinds: [Item.Kind] = [
      .yesNo, .choice([]), .choices([]), .each(rows: [], options: []),
      .number(.init(unit: .none, units: [], least: 0, most: 1, decimals: 0)),
      .scale(low: "", high: ""), .zones(picture: nil, []), .bodySize, .date, .text(longest: 1),
    ]
    #expect(kinds.map(first) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  }

  @Test func `kinds of blocks and words keep their codes`() {
    let blocks: [Page.Block] = [
      .heading(level: 2, []), .paragraph([]), .bullets([]), .numbered(from: 1, []), .quote([]),
      .rule,
    ]
    #expect(blocks.map(first) == [1, 2, 3, 4, 5, 6])
    let words: [Page.Inline] = [
      .text(""), .emphasis([]), .strong([]), .page("a", []), .source("a", []),
      .claim("a", []),
    ]
    #expect(words.map(first) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `values keep their layout`() {
    #expect(bytes(true) == [1])
    #expect(bytes(-2) == [0xFE, 0xFF, 0xFF, 0xFF])
    #expect(bytes(1.5) == [0, 0, 0, 0, 0, 0, 0xF8, 0x3F])
    #expect(bytes(nil as Int?) == [0])
    #expect(bytes(3 as Int?) == [1, 3, 0, 0, 0])
    #expect(bytes(["a", "b", "a"]) == [3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    var writer = PackWriter()
    writer.write(["a", "bc"])
    let table = writer.bytes.count
    writer.appendStringTable()
    #expect(
      Array(writer.bytes[table...])
        == [2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0] + Array("abc".utf8))
  }

  private func bytes(_ value: some PackCoded) -> [UInt8] {
    var writer = PackWriter()
    writer.write(value)
    return writer.bytes
  }

  private func first(_ value: some PackCoded) -> UInt8? { bytes(value).first }

  private func codes<Value: PackNumbered & RawRepresentable<String>>(
    of type: Value.Type
  ) -> [String: UInt8] {
    Dictionary(Value.allCases.map { ($0.rawValue, $0.packCode) }) { first, _ in first }
  }
}
