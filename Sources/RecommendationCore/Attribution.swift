import QuestionnaireModel

extension ContentPack {
  /// The sentence with whose advice it is, in brackets within its end.
  ///
  /// `Walk each day.` becomes `Walk each day (NICE, ACR).`
  /// Two sources are named at most, guidelines and regulators before others, each once and by its
  /// short name; all of them stand with the details. Without a source that the pack names, and
  /// without text, it stays as it is.
  package func attributing(
    _ text: String, to sources: [Reference.ID], atMost most: Int = 2
  ) -> String {
    let names = shortNames(of: sources, atMost: most)
    guard !names.isEmpty, !text.isEmpty else { return text }
    let list = names.joined(separator: ", ")
    let isClosed = text.last.map { ".!?".contains($0) } ?? false
    let end = isClosed ? text.suffix(1) : ""
    let words = isClosed ? text.dropLast() : text[...]
    return words + " (" + list + ")" + end
  }

  /// The sources of an advice that was given.
  package func sources(of given: Recommendation.GivenAdvice) -> [Reference.ID] {
    rules.advice.first { $0.id == given.id }?.sources ?? []
  }

  /// The names that a person reads beside advice.
  private func shortNames(of sources: [Reference.ID], atMost most: Int) -> [String] {
    let known = sources.compactMap { self[reference: $0] }
    let first = known.filter(\.isOfficial) + known.filter { !$0.isOfficial }
    var names: [String] = []
    for reference in first where names.count < most {
      let name = reference.plainName
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whose verdict it is: the guidelines that speak for it, or against it where it is not advised
  /// to anybody, or else those of its reasons.
  ///
  /// Where there are none, the sources of the treatment serve.
  /// Reasons that are not told name no source.
  package func sources(
    of judged: Recommendation.JudgedTreatment,
    telling isTold: (Recommendation.JudgedTreatment.Reason) -> Bool = { _ in true }
  ) -> [Reference.ID] {
    guard let treatment = rules.treatments.first(where: { $0.id == judged.id }) else { return [] }
    func guidelines(_ direction: GuidelineView.Direction) -> [Reference.ID] {
      treatment.guidelines.filter { $0.direction == direction }.map(\.guideline)
    }
    let own =
      switch judged.verdict {
      case .suggest, .later: guidelines(.for)
      case .notAdvised where treatment.notAdvised != nil: guidelines(.against)
      case .avoid, .askFirst, .notAdvised: judged.reasons.filter(isTold).flatMap(\.sources)
      }
    return own.isEmpty ? treatment.sources : own
  }
}

extension Reference {
  /// A guideline or a regulator: it advises, where others found something out.
  fileprivate var isOfficial: Bool { kind == .guideline || kind == .regulator }

  /// The name without its year where it is a guideline's or a regulator's: the body is what people
  /// know, and the year stands with the details.
  fileprivate var plainName: String {
    guard isOfficial, let blank = name.lastIndex(of: " "), name[blank...].dropFirst().count == 4,
      name[blank...].dropFirst().allSatisfy(\.isNumber)
    else { return name }
    return String(name[..<blank])
  }
}
