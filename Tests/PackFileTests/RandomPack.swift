import QuestionnaireModel
import RecommendationCore

/// Packs without sense, the same for the same seed: any field empty or not, any optional there or
/// not.
struct RandomPack {
  /// How many elements a list has at most.
  let longest: Int
  private var state: UInt64

  init(seed: UInt64, longest: Int) {
    state = seed
    self.longest = longest
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func bool() -> Bool { number(below: 2) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(below: values.count)] }

  mutating func one<Value: CaseIterable>() -> Value { pick(Array(Value.allCases)) }

  mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<number(below: longest + 1)).map { _ in make(&self) }
  }

  mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    bool() ? make(&self) : nil
  }

  mutating func text() -> String {
    pick(["", "a", "zwei Wörter", "膝", "e\u{301}", "é", "\u{0}", "{nurse-line}", "🦵"])
      + String(number(below: 40))
  }

  mutating func id<Subject>() -> Identifier<Subject> { Identifier(rawValue: text()) }
  mutating func ids<Subject>() -> [Identifier<Subject>] { some { $0.id() } }

  mutating func integer() -> Int {
    pick([0, 1, -1, 7, Int(Int32.max), Int(Int32.min), number(below: 1000)])
  }

  mutating func real() -> Double {
    pick([0, -1, 0.1, 1e300, -.leastNonzeroMagnitude, .pi, Double(number(below: 1000))])
  }

  mutating func day() -> Day {
    let month = 1 + number(below: 12)
    let year = 1000 + number(below: 9000)
    let day = 1 + number(below: Day.length(ofMonth: month, year: year))
    return Day(year: year, month: month, day: day) ?? self.day()
  }

  mutating func criterion(depth: Int = 3) -> Criterion {
    switch depth == 0 ? 4 : number(below: 6) {
    case 0: .all(some { $0.criterion(depth: depth - 1) })
    case 1: .any(some { $0.criterion(depth: depth - 1) })
    case 2: .not(criterion(depth: depth - 1))
    case 3: .atLeast(integer(), some { $0.criterion(depth: depth - 1) })
    default: .test(subject(), predicate())
    }
  }

  mutating func subject() -> Subject {
    switch number(below: 5) {
    case 0: Subject(id())
    case 1: Subject(id(), .row(id()))
    case 2: Subject(id(), .height)
    case 3: Subject(id(), .weight)
    default: Subject(id(), .bmi)
    }
  }

  mutating func predicate() -> Predicate {
    switch number(below: 6) {
    case 0: .isOneOf(ids())
    case 1: .isNoneOf(ids())
    case 2: .includes(id())
    case 3: .compare(one(), real())
    case 4: .isUnknown
    default: .isAnswered
    }
  }

  mutating func option() -> AnswerOption {
    AnswerOption(
      id: id(), text: text(), hint: maybe { $0.text() }, clinical: maybe { $0.text() },
      forAnother: maybe { $0.text() })
  }

  mutating func kind() -> Item.Kind {
    switch number(below: 10) {
    case 0: .yesNo
    case 1: .choice(some { $0.option() })
    case 2: .choices(some { $0.option() })
    case 3: .each(rows: some { $0.option() }, options: some { $0.option() })
    case 4:
      .number(
        Item.NumberRange(
          unit: one(), units: some { $0.one() }, least: real(), most: real(),
          decimals: number(below: 16)))
    case 5: .scale(low: text(), high: text())
    case 6: .zones(picture: maybe { $0.text() }, some { $0.option() })
    case 7: .bodySize
    case 8: .date
    default: .text(longest: integer())
    }
  }

  mutating func item() -> Item {
    Item(
      id: id(), ask: text(), hint: maybe { $0.text() }, why: text(), summary: text(),
      clinical: maybe { $0.text() }, kind: kind(), offersNotSure: bool(), maySkip: bool(),
      isPrivate: bool(), isHeadline: bool(), isRisk: bool(), enableWhen: maybe { $0.criterion() },
      clarifies: maybe { $0.subject() },
      whenUnknown: maybe { AssumedNumber(atLeast: $0.real(), countsAs: $0.real()) },
      forAnother: maybe { .init(ask: $0.maybe { $0.text() }, hint: $0.maybe { $0.text() }) })
  }

  mutating func picture() -> Picture {
    Picture(
      id: id(), mirroredWhen: maybe { $0.criterion() },
      captions: some {
        Picture.Caption(
          when: $0.maybe { $0.criterion() }, text: $0.text(), forAnother: $0.maybe { $0.text() })
      }, legend: some { Picture.Legend(letter: $0.text(), zone: $0.id()) },
      views: some {
        Picture.View(
          title: $0.text(), left: $0.text(), right: $0.text(), drawing: $0.some { $0.text() },
          ascii: $0.some { $0.text() }, mask: $0.some { $0.text() })
      })
  }

  mutating func inline(depth: Int) -> Page.Inline {
    let inner = depth - 1
    return switch depth == 0 ? 0 : number(below: 6) {
    case 0: .text(text())
    case 1: .emphasis(some { $0.inline(depth: inner) })
    case 2: .strong(some { $0.inline(depth: inner) })
    case 3: .page(id(), some { $0.inline(depth: inner) })
    case 4: .claim(id(), some { $0.inline(depth: inner) })
    default: .source(id(), some { $0.inline(depth: inner) })
    }
  }

  mutating func block(depth: Int) -> Page.Block {
    let inner = depth - 1
    return switch depth == 0 ? 5 : number(below: 7) {
    case 0: .heading(level: integer(), some { $0.inline(depth: inner) })
    case 1: .paragraph(some { $0.inline(depth: inner) })
    case 2: .bullets(some { $0.some { $0.block(depth: inner) } })
    case 3: .numbered(from: integer(), some { $0.some { $0.block(depth: inner) } })
    case 4: .quote(some { $0.block(depth: inner) })
    case 6: .figure(id())
    default: .rule
    }
  }
}
