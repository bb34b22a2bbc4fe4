import CoreTestKit
import QuestionnaireModel
import Testing

private let choice = Item.Kind.choice(options("a", "b"))
private let several = Item.Kind.choices(options("a", "b"))
private let zones = Item.Kind.zones(picture: "knee", options("inner", "outer"))
private let signs = Item.Kind.each(rows: options("chest", "fever"), options: [])
private let tried = Item.Kind.each(rows: options("gel"), options: options("helped", "not-tried"))
private let age = Item.Kind.number(.years, units: [.months], from: 0, to: 120, decimals: 1)

private let fits: [(Item.Kind, Answer, AnswerFault?)] = [
  (.yesNo, .yes, nil), (.yesNo, .no, nil), (.yesNo, .option("maybe"), .unknownOption("maybe")),
  (choice, .option("a"), nil), (choice, .option("c"), .unknownOption("c")),
  (choice, .yes, .unknownOption("yes")),
  (several, .options([]), nil), (several, .options(["b", "a"]), nil),
  (several, .options(["a", "a"]), .repeatedOption("a")),
  (several, .options(["a", "c"]), .unknownOption("c")),
  (zones, .options(["inner"]), nil), (zones, .options(["top"]), .unknownOption("top")),
  (signs, .rows([:]), nil), (signs, .rows(["chest": .option(.yes), "fever": .notSure]), nil),
  (signs, .rows(["leg": .notSure]), .unknownRow("leg")),
  (signs, .rows(["chest": .option("helped")]), .unknownOption("helped")),
  (tried, .rows(["gel": .option("helped")]), nil),
  (tried, .rows(["gel": .option(.yes)]), .unknownOption("yes")),
  (age, .number(Quantity(0, .years)), nil), (age, .number(Quantity(120, .years)), nil),
  (age, .number(Quantity(1.5, .years)), nil), (age, .number(Quantity(18, .months)), nil),
  (age, .number(Quantity(1.25, .years)), .tooManyDecimals(1)),
  (age, .number(Quantity(-1, .years)), .outOfRange(least: 0, most: 120, unit: .years)),
  (age, .number(Quantity(121, .years)), .outOfRange(least: 0, most: 120, unit: .years)),
  (age, .number(Quantity(1500, .months)), .outOfRange(least: 0, most: 120, unit: .years)),
  (age, .number(Quantity(9, .weeks)), .wrongUnit(.weeks)),
  (age, .number(Quantity(67)), .wrongUnit(.none)),
  (.scale, .scale(0), nil), (.scale, .scale(10), nil),
  (.scale, .scale(11), .outOfRange(least: 0, most: 10, unit: .none)),
  (.scale, .scale(-1), .outOfRange(least: 0, most: 10, unit: .none)),
  (.bodySize, .bodySize(height: nil, weight: nil), nil),
  (.bodySize, .bodySize(height: Quantity(5.9, .feet), weight: Quantity(180, .pounds)), nil),
  (
    .bodySize, .bodySize(height: Quantity(49, .centimeters), weight: nil),
    .outOfRange(least: 50, most: 250, unit: .centimeters)
  ),
  (
    .bodySize, .bodySize(height: nil, weight: Quantity(401, .kilograms)),
    .outOfRange(least: 10, most: 400, unit: .kilograms)
  ),
  (.bodySize, .bodySize(height: nil, weight: Quantity(80, .grams)), .wrongUnit(.grams)),
  (.text(longest: 3), .text(""), nil), (.text(longest: 3), .text("äöü"), nil),
  (.text(longest: 3), .text("four"), .tooLong(3)),
  (.text(longest: 9), .text("a\u{1B}[2J"), .unprintable),
  (.text(longest: 9), .text("a\nb"), .unprintable),
  (.text(longest: 9), .text("a\u{202E}b"), .unprintable),
]

@Suite struct `The fault of an answer` {
  @Test(arguments: fits)
  func `follows the kind of its item`(kind: Item.Kind, answer: Answer, expected: AnswerFault?) {
    #expect(item("it", kind).fault(in: answer) == expected)
  }

  /// An answer of each shape, with the kinds that take it.
  static let shapes: [(Answer, fits: [Int])] = [
    (.option("a"), [1]), (.options(["a"]), [2]), (.options(["inner"]), [3]),
    (.rows(["chest": .notSure]), [4]), (.number(Quantity(5, .years)), [5]), (.scale(5), [6]),
    (.bodySize(height: nil, weight: nil), [7]), (.text("a"), [9]),
  ]

  @Test(arguments: shapes)
  func `is of the wrong kind for every other item`(answer: Answer, fits: [Int]) {
    let kinds: [Item.Kind] = [
      .yesNo, choice, several, zones, signs, age, .scale, .bodySize, .date, .text(longest: 9),
    ]
    for (index, kind) in kinds.enumerated() {
      let fault = item("it", kind).fault(in: answer)
      #expect(
        (fault == nil) == fits.contains(index), "\(answer) to \(kind): \(String(describing: fault))"
      )
    }
  }

  @Test func `is found where not sure or skipping is not offered`() {
    let strict = item("it", notSure: false, maySkip: false)
    #expect(strict.fault(in: .notSure) == .notSureNotOffered)
    #expect(strict.fault(in: .declined) == .skipNotOffered)
    #expect(item("it").fault(in: .notSure) == nil && item("it").fault(in: .declined) == nil)
  }

  @Test func `is found in one not sure for all rows`() {
    #expect(item("it", signs).fault(in: .notSure) == .wrongKind)
    #expect(item("it", signs).fault(in: .declined) == nil)
  }
}
