/// How far a criterion holds: Kleene's three values, with "unknown" told apart by its cause.
///
/// The four values stand in order, `no < open < unsure < yes`; "and" is the least of its parts,
/// "or" the greatest. So a criterion that hangs on an item not yet answered is `open`, even if
/// another part of it is `unsure`, while one that an unsure answer alone could make true is
/// `unsure`.
package enum Truth: Int, CaseIterable, Comparable, Sendable {
  case no
  /// Unknown, since an item was not reached or was left out.
  case open
  /// Unknown, since the person said "not sure" or would not say.
  case unsure
  case yes

  package static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

  package init(_ holds: Bool) { self = holds ? .yes : .no }

  package var isUnknown: Bool { self == .open || self == .unsure }

  /// "No" of yes and the reverse; what is unknown stays so, with its cause.
  package var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .open, .unsure: self
    }
  }

  /// Whether at least `count` of the values hold.
  ///
  /// A count of 0 or less always holds.
  static func atLeast(_ count: Int, of values: [Truth]) -> Truth {
    if count <= 0 { return .yes }
    if count > values.count { return .no }
    return values.sorted(by: >)[count - 1]
  }
}
