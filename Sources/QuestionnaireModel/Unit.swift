/// A unit in which numbers are asked and compared.
package enum Unit: String, CaseIterable, Sendable {
  case none
  case years
  case months
  case weeks
  case days
  case hours
  case minutes
  case kilograms = "kg"
  case pounds = "lb"
  case grams = "g"
  case centimeters = "cm"
  case meters = "m"
  case inches = "in"
  case feet = "ft"

  package enum Dimension: Sendable {
    case none
    case time
    case mass
    case length
  }

  package var dimension: Dimension {
    switch self {
    case .none: .none
    case .years, .months, .weeks, .days, .hours, .minutes: .time
    case .kilograms, .pounds, .grams: .mass
    case .centimeters, .meters, .inches, .feet: .length
    }
  }

  /// How many base units (day, kilogram, centimeter) one of this unit is.
  package var factor: Double {
    switch self {
    case .none, .days, .kilograms, .centimeters: 1
    case .years: 365.25
    case .months: 30.4375
    case .weeks: 7
    case .hours: 1 / 24
    case .minutes: 1 / 1440
    case .pounds: 0.453_592_37
    case .grams: 0.001
    case .meters: 100
    case .inches: 2.54
    case .feet: 30.48
    }
  }
}

/// A number with its unit.
package struct Quantity: Equatable, Sendable {
  package let value: Double
  package let unit: Unit

  package init(_ value: Double, _ unit: Unit = .none) {
    self.value = value
    self.unit = unit
  }

  /// The value in the base unit of its dimension (day, kilogram, centimeter).
  package var inBaseUnit: Double { value * unit.factor }

  /// The same quantity in another unit; `nil` if the dimensions differ.
  package func converted(to other: Unit) -> Quantity? {
    guard unit.dimension == other.dimension else { return nil }
    return unit == other ? self : Quantity(inBaseUnit / other.factor, other)
  }
}
