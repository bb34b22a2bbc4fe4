/// A value, or the way to get it.
///
/// What is seldom looked at in a walkthrough is decoded where it is asked for.
package struct Deferred<Value: Equatable & Sendable>: Equatable, Sendable {
  private let source: Source

  private enum Source: Sendable {
    case value(Value)
    case decoder(@Sendable () -> Value)
  }

  package init(_ value: Value) { source = .value(value) }

  /// - Parameter decoder: gives the same value whenever it is called.
  package init(decoder: @escaping @Sendable () -> Value) { source = .decoder(decoder) }

  package var value: Value {
    switch source {
    case .value(let value): value
    case .decoder(let decode): decode()
    }
  }

  package static func == (a: Deferred, b: Deferred) -> Bool { a.value == b.value }
}
