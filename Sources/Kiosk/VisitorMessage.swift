/// What a visitor's process tells its supervisor over its beat.
///
/// Nothing in it is an answer.
package enum VisitorMessage: Equatable, Sendable {
  /// Something was drawn, or there is nothing to draw; and nobody has begun.
  case isAwaited
  /// The same, and somebody has, but is not on the walk.
  case isVisited
  /// The same, and somebody is.
  case isWalking
  /// What is counted of this visit, in so many bytes.
  case counted([UInt8])
  /// A number of the staff is about to be looked at.
  case pinTried
  /// An answer points to an emergency.
  case emergency
  /// What became of the visitor's pages, by the number of a `PrintOutcome`.
  case printed(UInt8)

  package static let countLength = 5

  package var bytes: [UInt8] {
    switch self {
    case .isAwaited: [1]
    case .isVisited: [2]
    case .isWalking: [3]
    case .counted(let count): [4] + count
    case .pinTried: [5]
    case .emergency: [6]
    case .printed(let outcome): [7, outcome]
    }
  }
}

/// Puts messages together from bytes, however they are cut into pieces.
package struct VisitorReader: Sendable {
  private var rest: [UInt8] = []

  package init() {}

  /// The messages that end within these bytes; `nil`: no visitor says such a thing.
  package mutating func read(_ bytes: some Sequence<UInt8>) -> [VisitorMessage]? {
    rest += bytes
    var messages: [VisitorMessage] = []
    while let kind = rest.first {
      var length = 1
      switch kind {
      case 1: messages.append(.isAwaited)
      case 2: messages.append(.isVisited)
      case 3: messages.append(.isWalking)
      case 4:
        length += VisitorMessage.countLength
        guard rest.count >= length else { return messages }
        messages.append(.counted(Array(rest[1..<length])))
      case 5: messages.append(.pinTried)
      case 6: messages.append(.emergency)
      case 7:
        length += 1
        guard rest.count > 1 else { return messages }
        messages.append(.printed(rest[1]))
      default: return nil
      }
      rest.removeFirst(length)
    }
    return messages
  }
}
