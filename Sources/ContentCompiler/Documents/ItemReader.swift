import QuestionnaireModel
import RecommendationCore

/// An item of the questionnaire, before its criterion can be read.
struct ItemDraft {
  let map: MapReader
  let id: String?
  let kind: Item.Kind?
  private let ask: String?
  private let why: String?
  private let summary: String?
  private let hint: String?
  private let clinical: String?
  private let offersNotSure: Bool
  private let maySkip: Bool
  private let isPrivate: Bool
  private let isHeadline: Bool
  private let isRisk: Bool
  private let enableWhen: YAMLValue?
  private let clarifies: YAMLValue?
  private let whenUnknown: AssumedNumber?
  private let forAnother: Item.OtherWords?
  private let explained: [(term: GlossaryTerm.ID, place: Place)]

  /// Reads every key of an item and reports every fault but those of its criterion.
  init(reading map: MapReader) {
    self.map = map
    id = map.id(declaring: .item)
    ask = map.text("ask")
    why = map.text("why", "add 'why:': whoever is asked may want to know why")
    let kindWord: KindWord? = map.choice("kind")
    kind = kindWord.flatMap { map.kind($0) }
    summary = map.text("summary")
    hint = map.optionalText("hint")
    clinical = map.clinicalText()
    offersNotSure = map.flag("not-sure")
    maySkip = map.flag("may-skip")
    isPrivate = map.flag("private")
    isHeadline = map.flag("headline")
    isRisk = map.flag("risk")
    // Whose words they are: the reading level is not theirs to keep.
    _ = map.optionalName("as-published", of: .source)
    enableWhen = map.optional("enable-when")
    clarifies = map.optional("clarifies")
    whenUnknown = map.assumedNumber(kind)
    forAnother = map.otherWords()
    explained = map.explainedTerms()
    // Without a kind there is no telling which keys belong.
    if kindWord != nil { map.finish() }
  }

  /// The item with its criterion; `nil` without an id.
  ///
  /// What else is missing is blank, so that the rest can be looked at.
  func finished(in draft: Draft) -> Placed<Item>? {
    let criterion = enableWhen.flatMap { map.read(criterion: $0) }
    let subject = clarifies.flatMap { map.clarifiedSubject($0) }
    guard let id else { return nil }
    if kind == nil { draft.unclearItems.insert(Item.ID(id)) }
    draft.explainedOnItem[Item.ID(id)] = explained
    return map.placed(
      Item(
        id: Item.ID(id), ask: ask ?? "", hint: hint, why: why ?? "", summary: summary ?? "",
        clinical: clinical,
        kind: kind ?? .yesNo, offersNotSure: offersNotSure, maySkip: maySkip, isPrivate: isPrivate,
        isHeadline: isHeadline, isRisk: isRisk,
        enableWhen: criterion, clarifies: subject, whenUnknown: whenUnknown,
        forAnother: forAnother))
  }
}

/// The kinds of items as they are written.
enum KindWord: String, CaseIterable {
  case yesNo = "yes-no"
  case choice
  case choices
  case each
  case number
  case scale
  case zones
  case bodySize = "body-size"
  case date
  case text
}

extension MapReader {
  fileprivate func otherWords() -> Item.OtherWords? {
    guard let map = optionalMap("for-another") else { return nil }
    let words = Item.OtherWords(ask: map.optionalText("ask"), hint: map.optionalText("hint"))
    map.finish()
    if map.keys.isEmpty {
      report.error(
        "CompleteKeys", at: map.place, "'for-another' of \(name) is empty",
        "write 'ask', 'hint' or both in it, or leave it out")
    }
    return words
  }

  fileprivate func assumedNumber(_ kind: Item.Kind?) -> AssumedNumber? {
    guard let map = optionalMap("when-unknown") else { return nil }
    let atLeast = map.number("at-least")
    let countsAs = map.number("counts-as")
    map.finish()
    if let kind {
      guard case .number = kind else {
        report.error(
          "AssumedNumbers", at: map.place, "\(name) is no number and cannot have 'when-unknown'",
          "remove 'when-unknown'")
        return nil
      }
    }
    guard let atLeast, let countsAs else { return nil }
    return AssumedNumber(atLeast: atLeast, countsAs: countsAs)
  }

  /// `item` or `item.row`, which must be there.
  fileprivate func clarifiedSubject(_ value: YAMLValue) -> Subject? {
    guard let text = read(word: value, "clarifies") else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let remedy = "write the sign as item.row, such as 'body-now.chest-pain'"
    func fault(_ summary: String, _ remedy: String) -> Subject? {
      report.error("ClarifiedSigns", at: value.place, summary, remedy)
      return nil
    }
    guard let shape = draft.scope.shapes[parts[0]], parts.count <= 2 else {
      if !draft.scope.isComplete { return nil }
      return fault(
        "\(name) clarifies '\(text)', which is no sign",
        suggestion(for: parts[0], among: Array(draft.scope.shapes.keys), otherwise: remedy))
    }
    switch shape {
    case .unclear: return nil
    case .rows(let rows, _):
      guard parts.count == 2, rows.contains(parts[1]) else {
        return fault(
          "\(name) clarifies '\(text)', which is no sign",
          parts.count == 2
            ? suggestion(for: parts[1], among: rows, otherwise: oneOf(rows)) : remedy)
      }
      return Subject(Item.ID(parts[0]), .row(AnswerOption.ID(parts[1])))
    default:
      if parts.count == 2 { return fault("'\(parts[0])' has no rows", remedy) }
      return Subject(Item.ID(parts[0]))
    }
  }
}
