import QuestionnaireModel
import RecommendationCore
import WalkthroughCore

/// Answers that are typed: numbers with or without a unit, height and weight, dates, words.
extension LineFace {
  /// The units that a number may be in, the one of a number alone first.
  func unitLines(_ units: [Unit], _ scene: Scene) -> [String] {
    [units.map { unitText($0, scene) }.joined(separator: "; ")]
      + (units.count > 1 ? [scene.word(.lineUnits)] : [])
  }

  /// Height and then weight; one of the two can be left out.
  func sizeLines(_ scene: Scene) -> [String] {
    let isUS = scene.state.units == .us
    let isHeight = sizes.isEmpty
    let metric = unitText(isHeight ? .centimeters : .kilograms, scene)
    let us = isHeight ? scene.word(.feetAndInches) : unitText(.pounds, scene)
    let units = (isUS ? [us, metric] : [metric, us]).joined(separator: "; ")
    return [scene.word(isHeight ? .height : .weight) + " (" + units + ")"]
      + [scene.word(.lineUnits)] + (sizes == [nil] ? [] : [scene.word(.lineLeaveOut)])
  }

  /// 0 leaves one out, but not both.
  mutating func sizeReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    let isHeight = sizes.isEmpty
    if typed == "0" {
      if sizes == [nil] { return .misunderstood(faultText(.nothingChosen, item: item, scene)) }
      sizes.append(nil)
    } else {
      guard let read = LineFace.quantity(typed, isHeight: isHeight, scene.state.units) else {
        return .misunderstood(faultText(.notANumber, item: item, scene))
      }
      let range = isHeight ? BodySize.height : BodySize.weight
      if let fault = range.fault(in: read) {
        return .misunderstood(faultText(.answer(fault), item: item, scene))
      }
      sizes.append(read)
    }
    guard sizes.count == 2 else { return .askMore }
    defer { sizes = [] }
    return .act([.answered(item.id, .bodySize(height: sizes[0], weight: sizes[1]))])
  }

  func typedReply(_ typed: String, _ item: Item, _ scene: Scene) -> Reply {
    var draft = Walkthrough.Draft()
    draft.fields[0] = typed
    if case .scale = item.kind { draft.scale = Int(typed) }
    if case .number(let range) = item.kind {
      (draft.fields[0], draft.unit) = LineFace.number(typed, in: range, scene)
    }
    switch draft.answer(to: item) {
    case .success(let answer): return .act([.answered(item.id, answer)])
    case .failure(let error): return .misunderstood(faultText(error.fault, item: item, scene))
    }
  }

  /// `8` and `8 months` as the number and the index of its unit.
  private static func number(
    _ typed: String, in range: Item.NumberRange, _ scene: Scene
  ) -> (String, Int) {
    let text = typed.lowercased()
    var found = (text: typed, unit: 0, length: 0)
    for (index, unit) in ([range.unit] + range.units).enumerated() where unit != .none {
      // "kg" ends in "g" too: the longest name counts.
      for name in [unitText(unit, scene).lowercased(), unit.rawValue]
      where text.hasSuffix(name) && name.count > found.length {
        found = (String(text.dropLast(name.count)).trimmingBlanks, index, name.count)
      }
    }
    return (found.text, found.unit)
  }

  /// `170`, `170 cm`, `5'7` or `80`, `80 kg`, `176 lb`; a number alone is in the units that are
  /// asked in first.
  static func quantity(
    _ typed: String, isHeight: Bool, _ units: UnitSystem = .metric
  ) -> Quantity? {
    let text = typed.lowercased()
    for unit in [Unit.centimeters, .kilograms, .pounds, .inches, .meters]
    where text.hasSuffix(unit.rawValue) {
      guard isHeight == (unit.dimension == .length) else { return nil }
      if unit == .inches { break }
      return Walkthrough.Draft.number(String(text.dropLast(unit.rawValue.count))).map {
        Quantity($0, unit)
      }
    }
    if units == .us && !isHeight {
      return Walkthrough.Draft.number(text).map { Quantity($0, .pounds) }
    }
    if units == .metric, let plain = Walkthrough.Draft.number(text) {
      return Quantity(plain, isHeight ? .centimeters : .kilograms)
    }
    return isHeight ? Walkthrough.Draft.inches(text).map { Quantity($0, .inches) } : nil
  }
}
