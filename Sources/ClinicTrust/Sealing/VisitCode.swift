/// The number that staff give a visit, so that its sealed page finds the right record.
package struct VisitCode: Hashable, Sendable, CustomStringConvertible {
  package static let lengths = 4...8

  package let description: String

  /// From digits alone, 4 to 8 of them; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    guard Self.lengths.contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    description = String(text)
  }
}
