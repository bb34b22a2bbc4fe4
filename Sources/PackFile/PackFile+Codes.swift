import QuestionnaireModel
import RecommendationCore

/// A set of cases, each with a code of its own in the file.
///
/// A code is never changed and never used again, whatever order the cases stand in. None is 0.
protocol PackNumbered: PackCoded, CaseIterable {
  var packCode: UInt8 { get }
}

extension PackNumbered {
  func write(to pack: inout PackWriter) { pack.append(packCode) }

  init(from pack: inout PackReader) throws(PackFault) {
    let code = try pack.uint8()
    guard let value = Self.allCases.first(where: { $0.packCode == code }) else {
      throw pack.fault("the code \(code) is not known for \(Self.self)")
    }
    self = value
  }
}

extension Unit: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .none: 1
    case .years: 2
    case .months: 3
    case .weeks: 4
    case .days: 5
    case .hours: 6
    case .minutes: 7
    case .kilograms: 8
    case .pounds: 9
    case .grams: 10
    case .centimeters: 11
    case .meters: 12
    case .inches: 13
    case .feet: 14
    }
  }
}

extension UnitSystem: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .metric: 1
    case .us: 2
    }
  }
}

extension Comparison: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .less: 1
    case .lessOrEqual: 2
    case .greater: 3
    case .greaterOrEqual: 4
    case .equal: 5
    }
  }
}

extension Disposition: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .selfCare: 1
    case .routine: 2
    case .withinDays: 3
    case .sameDay: 4
    case .emergencyDepartment: 5
    case .emergencyCall: 6
    }
  }
}

extension Advice.Kind: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .do: 1
    case .sooner: 2
    case .question: 3
    }
  }
}

extension Score.Combination: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .mean: 1
    case .value: 2
    }
  }
}

extension Page.Group: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .start: 1
    case .urgent: 2
    case .conditions: 3
    case .treatments: 4
    case .surgery: 5
    case .article: 6
    case .living: 7
    }
  }
}

extension Reference.Kind: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .guideline: 1
    case .regulator: 2
    case .trial: 3
    case .review: 4
    case .cohort: 5
    case .instrument: 6
    case .textbook: 7
    case .court: 8
    case .insurer: 9
    case .seller: 10
    case .article: 11
    case .other: 12
    }
  }
}

extension Reference.Extent: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .whole: 1
    case .abstract: 2
    case .copy: 3
    case .memory: 4
    }
  }
}

extension GuidelineView.Direction: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .for: 1
    case .against: 2
    case .neither: 3
    case .notCovered: 4
    }
  }
}

extension GuidelineView.Strength: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .strong: 1
    case .moderate: 2
    case .conditional: 3
    case .limited: 4
    case .none: 5
    }
  }
}

extension GuidelineView.Certainty: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .high: 1
    case .moderate: 2
    case .low: 3
    case .veryLow: 4
    }
  }
}

extension Claim.Kind: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .fact: 1
    case .promise: 2
    case .testimonial: 3
    case .price: 4
    case .description: 5
    }
  }
}

extension Claim.Verdict: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .supported: 1
    case .partly: 2
    case .outdated: 3
    case .unsupported: 4
    case .contradicted: 5
    }
  }
}

extension Claim.Badge: PackNumbered {
  var packCode: UInt8 {
    switch self {
    case .articleSays: 1
    case .guidelinesAgree: 2
    case .guidelinesDiffer: 3
    case .notProven: 4
    case .wrong: 5
    }
  }
}
