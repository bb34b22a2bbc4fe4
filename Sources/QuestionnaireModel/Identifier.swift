/// The name of a thing in the content: small letters, digits and hyphens, such as `chest-pain`.
///
/// The type parameter keeps the ids of items, rules and pages apart. Not `RawRepresentable`, whose
/// way to hash is looked up at run time for every look into a dictionary.
package struct Identifier<Subject>: Hashable, Comparable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ name: some StringProtocol) { rawValue = String(name) }
  package init(stringLiteral value: String) { rawValue = value }

  package var description: String { rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
