/// A statement in FHIRPath, put together of tests that are each true or false and never empty.
indirect enum PathTest: Equatable, Sendable {
  case yes
  case no
  /// A call, which binds more closely than any operator.
  case call(String)
  case not(PathTest)
  case all([PathTest])
  case any([PathTest])
  case atLeast(Int, [PathTest])

  /// The same, without the parts that say nothing.
  var simplified: PathTest {
    switch self {
    case .yes, .no, .call: return self
    case .not(let part):
      switch part.simplified {
      case .yes: return .no
      case .no: return .yes
      case .not(let inner): return inner
      case let rest: return .not(rest)
      }
    case .all(let parts):
      let rest = Self.parts(parts, nothing: .yes) {
        if case .all(let inner) = $0 { inner } else { nil }
      }
      return rest.contains(.no) ? .no : rest.isEmpty ? .yes : rest.count == 1 ? rest[0] : .all(rest)
    case .any(let parts):
      let rest = Self.parts(parts, nothing: .no) {
        if case .any(let inner) = $0 { inner } else { nil }
      }
      return rest.contains(.yes)
        ? .yes : rest.isEmpty ? .no : rest.count == 1 ? rest[0] : .any(rest)
    case .atLeast(let count, let parts):
      // A part counts as often as it is named, so that none is left out for being named twice.
      let rest = parts.map(\.simplified).filter { $0 != .no }
      let known = rest.count { $0 == .yes }
      if known >= count { return .yes }
      if rest.count < count { return .no }
      return .atLeast(count - known, rest.filter { $0 != .yes })
    }
  }

  /// Each part once, those of the same kind in place of it.
  private static func parts(
    _ parts: [PathTest], nothing: PathTest, of kind: (PathTest) -> [PathTest]?
  ) -> [PathTest] {
    parts.map(\.simplified).flatMap { kind($0) ?? [$0] }
      .reduce(into: []) { rest, part in
        if part != nothing && !rest.contains(part) { rest.append(part) }
      }
  }

  var text: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .call(let text): text
    case .not(let part): part.closed + ".not()"
    case .all(let parts): parts.map(\.closed).joined(separator: " and ")
    case .any(let parts): parts.map(\.closed).joined(separator: " or ")
    case .atLeast(let count, let parts):
      "(" + parts.map { "iif(\($0.text), 1, 0)" }.joined(separator: " + ") + ") >= \(count)"
    }
  }

  /// In parentheses where another operator would take it apart.
  private var closed: String {
    switch self {
    case .yes, .no, .call, .not: text
    case .all, .any, .atLeast: "(" + text + ")"
    }
  }
}
