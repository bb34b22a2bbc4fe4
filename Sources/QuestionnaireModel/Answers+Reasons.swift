extension Answers {
  /// The subjects whose answers give a criterion its value, in the order written, each once.
  ///
  /// For "and" that holds these are all its parts, for "or" the parts that hold; for an unknown
  /// value the parts that are unknown in that way. A criterion without tests has no reasons.
  package func reasons(for criterion: Criterion, reading: Reading) -> [Subject] {
    collect(criterion, reading: reading).eachOnce()
  }

  private func collect(_ criterion: Criterion, reading: Reading) -> [Subject] {
    let value = truth(of: criterion, reading: reading)
    switch criterion {
    case .test(let subject, _): return [subject]
    case .not(let part): return collect(part, reading: reading)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.filter { truth(of: $0, reading: reading) == value }
        .flatMap { collect($0, reading: reading) }
    }
  }
}
