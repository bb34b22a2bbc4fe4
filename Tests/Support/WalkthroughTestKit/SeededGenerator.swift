package import QuestionnaireModel
package import TextUI

/// The same random numbers at every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  package mutating func bool() -> Bool { Bool.random(using: &self) }

  /// An element; the list must not be empty.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[number(in: 0...values.count - 1)]
  }

  /// Keys as a person in a hurry presses them: often Enter and the arrows, seldom anything else.
  package mutating func key() -> Key {
    switch number(in: 0...39) {
    case 0..<10: .enter
    case 10..<18: .down
    case 18..<20: .up
    case 20: .left
    case 21..<23: .right
    case 23..<26: .character(" ")
    case 26..<31: .character(Character(String(number(in: 0...9))))
    case 31: pick([.escape, .backspace, .delete, .insert])
    case 32: pick([.pageDown, .pageUp, .home, .end])
    case 33: pick([.paste("12é\u{202E}x"), .paste(""), .paste("2024-05")])
    case 34: .function(number(in: 1...12))
    case 35: pick([.control("c"), .alt("x"), .tab, .backTab])
    default: .character(pick(Array("bwreu?zy'.,-7xélfh/")))
    }
  }

  package mutating func size() -> Size {
    switch number(in: 0...5) {
    case 0: Size(width: 40, height: 12)
    case 1: Size(width: 80, height: 24)
    case 2: Size(width: number(in: 0...3), height: number(in: 0...3))
    default: Size(width: number(in: 1...130), height: number(in: 1...45))
    }
  }

  /// An answer that the item takes, as a person can give it on a screen.
  package mutating func answer(to item: Item) -> Answer {
    if item.offersNotSure, !isEach(item), number(in: 0...9) == 0 { return .notSure }
    if item.maySkip, number(in: 0...9) == 0 { return .declined }
    switch item.kind {
    case .yesNo: return .option(bool() ? .yes : .no)
    case .choice(let options): return .option(pick(options).id)
    case .choices(let options), .zones(_, let options):
      return .options(options.map(\.id).filter { _ in bool() })
    case .each(let rows, let options):
      let said = (options.isEmpty ? [.yes, .no] : options.map(\.id)).map(RowAnswer.option)
      return .rows(
        Dictionary(
          rows.map { ($0.id, pick(said + [.notSure])) }, uniquingKeysWith: { first, _ in first }))
    case .number(let range):
      let unit = pick([range.unit] + range.units)
      let factor = range.unit.factor / unit.factor
      let least = Int((range.least * factor).rounded(.up))
      let most = Int((range.most * factor).rounded(.down))
      return .number(Quantity(Double(number(in: least...most)), unit))
    case .scale: return .scale(number(in: 0...10))
    case .bodySize: return bodySize()
    case .date:
      let month = bool() ? number(in: 1...12) : nil
      let day = month != nil && bool() ? number(in: 1...28) : nil
      let date = PartialDate(year: number(in: 1900...2026), month: month, day: day)
      return date.map { .date($0) } ?? .declined
    case .text: return .text(pick(["It squeaks.", "Größe 3", "膝", "a b"]))
    }
  }

  /// Height and weight to one digit after the point, in metric or in US units, one of them missing
  /// at times.
  private mutating func bodySize() -> Answer {
    let isUS = bool()
    let height = isUS ? number(in: 200...980) : number(in: 500...2500)
    let weight = isUS ? number(in: 230...8800) : number(in: 100...4000)
    let missing = number(in: 0...5)
    return .bodySize(
      height: missing == 0 ? nil : Quantity(Double(height) / 10, isUS ? .inches : .centimeters),
      weight: missing == 1 ? nil : Quantity(Double(weight) / 10, isUS ? .pounds : .kilograms))
  }

  private func isEach(_ item: Item) -> Bool { !item.rows.isEmpty }
}
