import QuestionnaireModel
import RecommendationCore

/// What was said, as the items of a FHIR R4 QuestionnaireResponse.
///
/// All items that are asked stand in it, open ones without an answer; no hidden one does. "Not sure"
/// and "declined" are answers without a value, with the reason for that.
struct FHIRResponse {
  let answers: Answers
  let pack: ContentPack
  let region: Region
  let includesPrivate: Bool

  private var names: FHIRNames { FHIRNames(pack.manifest) }

  /// A group for each section of which something is asked.
  var items: [JSON] {
    pack.questionnaire.sections.compactMap { section in
      let asked = section.items.filter {
        answers.isAsked($0.id) && (includesPrivate || !$0.isPrivate)
      }
      return asked.isEmpty
        ? nil
        : .element([
          "linkId": .string(section.linkID), "text": .words(filled(section.title)),
          "item": .array(asked.map(item)),
        ])
    }
  }

  private func filled(_ text: String) -> String { region.filling(text) }

  private func item(_ item: Item) -> JSON {
    let answer = answers.response[item.id]
    let parts: [JSON] =
      switch item.kind {
      case .each(let rows, _): rows.map { row($0, of: item, answer) }
      case .bodySize:
        [
          measure(item, .height, pack.wording[.height], answer),
          measure(item, .weight, pack.wording[.weight], answer),
        ]
      default: []
      }
    return .element([
      "linkId": .string(item.linkID), "text": .words(filled(item.ask)),
      "answer": parts.isEmpty ? answer.map { .array(values($0, of: item)) } : nil,
      "item": .array(parts),
    ])
  }

  // MARK: - Answers

  private func values(_ answer: Answer, of item: Item) -> [JSON] {
    switch answer {
    case .option(let option): [value(option, of: item, isYesNo: item.kind == .yesNo)]
    case .options(let options):
      options.isEmpty
        ? [coded(names.noneOfThese(of: item, wording: pack.wording))]
        : item.options.filter { options.contains($0.id) }
          .map { coded(names.coding(of: $0.id, of: item, filled)) }
    case .number(let quantity): [value(quantity, of: item)]
    case .scale(let number): [.element(["valueInteger": .number(Double(number))])]
    case .date(let date): [.element(["valueDate": .string(date.description)])]
    case .text(let text): JSON.words(text).map { [.element(["valueString": $0])] } ?? []
    case .notSure, .declined: [absent(answer)]
    case .rows, .bodySize: []
    }
  }

  private func coded(_ coding: JSON) -> JSON { .element(["valueCoding": coding]) }

  private func value(_ option: AnswerOption.ID, of item: Item, isYesNo: Bool) -> JSON {
    isYesNo
      ? .element(["valueBoolean": .bool(option == .yes)])
      : coded(names.coding(of: option, of: item, filled))
  }

  private func value(_ quantity: Quantity, of item: Item) -> JSON {
    if quantity.unit.ucum != nil { return measured(quantity) }
    if case .number(let range) = item.kind, range.decimals == 0 {
      return .element(["valueInteger": .number(quantity.value)])
    }
    return .element(["valueDecimal": .number(quantity.value)])
  }

  private func measured(_ quantity: Quantity) -> JSON {
    .element(["valueQuantity": .measure(quantity.value, quantity.unit)])
  }

  private func absent(_ answer: Answer) -> JSON {
    .absent(answer == .declined ? "asked-declined" : "asked-unknown")
  }

  // MARK: - Parts of an item

  private func row(_ row: AnswerOption, of item: Item, _ answer: Answer?) -> JSON {
    let said: JSON? =
      switch answer {
      case .rows(let rows):
        rows[row.id].map { answer in
          switch answer {
          case .option(let option): value(option, of: item, isYesNo: item.options.isEmpty)
          case .notSure: absent(.notSure)
          }
        }
      case .some(let answer): absent(answer)
      case nil: nil
      }
    return part(item.linkID(of: row), row.text, said)
  }

  /// A measure that was left out beside one that was given is not known.
  private func measure(
    _ item: Item, _ part: Subject.Part, _ name: String, _ answer: Answer?
  ) -> JSON {
    let said: JSON? =
      switch answer {
      case .bodySize(let height, let weight):
        (part == .height ? height : weight).map(measured) ?? absent(.notSure)
      case .some(let answer): absent(answer)
      case nil: nil
      }
    return self.part(Subject(item.id, part).description, name, said)
  }

  private func part(_ link: String, _ text: String, _ value: JSON?) -> JSON {
    .element([
      "linkId": .string(link), "text": .words(filled(text)),
      "answer": value.map { .array([$0]) },
    ])
  }
}
