extension Item {
  /// How an item is answered.
  package enum Kind: Equatable, Sendable {
    case yesNo
    case choice([AnswerOption])
    /// Any number of options; none of them is an answer too.
    case choices([AnswerOption])
    /// Every row is answered with one of the options, or "not sure".
    ///
    /// No options: yes and no.
    case each(rows: [AnswerOption], options: [AnswerOption])
    case number(NumberRange)
    /// A whole number from 0 to 10; the words stand at its ends.
    case scale(low: String, high: String)
    /// Zones of a picture, any number of them.
    ///
    /// The picture is a file in `Content/pictures`.
    case zones(picture: String?, [AnswerOption])
    /// Height and weight, each of which may be left out.
    case bodySize
    /// A day, a month or a year.
    case date
    /// Words for the clinician; no rule reads them.
    case text(longest: Int)
  }

  package struct NumberRange: Equatable, Sendable {
    package let unit: Unit
    /// Other units in which the number may be given, of the same dimension.
    package let units: [Unit]
    /// Bounds in `unit`, both allowed.
    package let least: Double
    package let most: Double
    /// Digits allowed after the point.
    package let decimals: Int
    package init(unit: Unit, units: [Unit], least: Double, most: Double, decimals: Int) {
      self.unit = unit
      self.units = units
      self.least = least
      self.most = most
      self.decimals = decimals
    }
  }

  /// The options of a choice, of several, or of a picture; the rows of an `each` item have their
  /// own.
  ///
  /// Empty for kinds without options.
  package var options: [AnswerOption] {
    switch kind {
    case .choice(let options), .choices(let options), .zones(_, let options): options
    case .each(_, let options): options
    case .yesNo, .number, .scale, .bodySize, .date, .text: []
    }
  }

  /// The rows of an `each` item; empty for every other kind.
  package var rows: [AnswerOption] {
    if case .each(let rows, _) = kind { rows } else { [] }
  }
}
