import QuestionnaireModel
package import RecommendationCore

/// The questions of a pack as a FHIR R4 Questionnaire.
///
/// Sections and items with rows are groups. When an item is asked stands in `enableWhen` where that
/// means the same, else in the expression of Structured Data Capture.
package struct FHIRQuestionnaire: Sendable {
  let pack: ContentPack
  let region: Region
  let packHash: String
  let names: FHIRNames
  private let asked: AskedPaths
  private(set) var json: JSON = .null

  /// The hash is that of the pack, in hexadecimal digits.
  package init(_ pack: ContentPack, region: Region, packHash: String) {
    self.pack = pack
    self.region = region
    self.packHash = packHash
    names = FHIRNames(pack.manifest)
    asked = AskedPaths(pack.questionnaire)
    json = resource
  }

  package var text: String { json.text }

  var uuid: String { FHIRNames.uuid(["questionnaire", packHash, region.id.rawValue]) }

  private var resource: JSON {
    let manifest = pack.manifest
    return .element([
      "resourceType": .string("Questionnaire"), "id": .string(uuid),
      "language": .string(manifest.language), "url": .string(names.questionnaire),
      "identifier": .array([
        .element(["system": .string(FHIRNames.packHash), "value": JSON.words(packHash)])
      ]),
      "version": .string(manifest.version), "name": .string(name),
      "title": .words(manifest.title),
      "status": .string(manifest.signedOff == nil ? "draft" : "active"),
      "subjectType": .array([.string("Patient")]),
      "date": .string(manifest.reviewed.description),
      "description": .words(filled(manifest.intendedUse)),
      "purpose": .words(filled(manifest.notADiagnosis)),
      "copyright": .words(manifest.about.licenses),
      "approvalDate": manifest.signedOff.map { .string($0.on.description) },
      "lastReviewDate": .string(manifest.reviewed.description),
      "effectivePeriod": .element(["end": .string(manifest.reviewDue.description)]),
      "item": .array(pack.questionnaire.sections.map(group)),
    ])
  }

  /// A name as programs have them: `knee` gives `Knee`.
  private var name: String {
    let words = pack.manifest.id.split(separator: "-")
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_")
  }

  private func filled(_ text: String) -> String { region.filling(text) }

  private func group(_ section: Section) -> JSON {
    .element([
      "linkId": .string(section.linkID), "text": .words(filled(section.title)),
      "type": .string("group"), "item": .array(section.items.map(item)),
    ])
  }

  // MARK: - Items

  private func item(_ item: Item) -> JSON {
    let form = form(of: item)
    let enableWhen = EnableWhen(item, of: pack.questionnaire, asked: asked, names: names)
    let behavior = enableWhen.map { $0.needsAll ? "all" : "any" }
    return .element([
      "extension": .array((enableWhen == nil ? expression(of: item) : []) + form.extensions),
      "linkId": .string(item.linkID), "text": .words(filled(item.ask)),
      "type": .string(form.type),
      "enableWhen": enableWhen.map { .array($0.tests) },
      "enableBehavior": (enableWhen?.tests.count ?? 0) > 1 ? behavior.map { .string($0) } : nil,
      "repeats": form.repeats ? .bool(true) : nil,
      "maxLength": form.longest.map { .number(Double($0)) },
      "answerOption": .array(form.options),
      "item": .array(form.items + displays(of: item)),
    ])
  }

  private func expression(of item: Item) -> [JSON] {
    guard let test = asked[item.id], test != .yes else { return [] }
    return [
      .extension(
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
        "Expression",
        .element([
          "language": .string("text/fhirpath"), "expression": .string(test.text),
        ]))
    ]
  }

  /// What is shown beside an item and not answered.
  private func displays(of item: Item) -> [JSON] {
    var shown = [(part: "hint", control: "prompt", text: item.hint), ("why", "help", item.why)]
    if case .scale(let low, let high) = item.kind {
      shown += [("low", "lower", low), ("high", "upper", high)]
    }
    return shown.compactMap { part, control, text in
      JSON.words(text.map(filled)).map { words in
        .element([
          "extension": .array([itemControl(control)]),
          "linkId": .string(item.linkID + "/" + part), "text": words, "type": .string("display"),
        ])
      }
    }
  }

  private func itemControl(_ code: String) -> JSON {
    .extension(
      "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "CodeableConcept",
      .concept([.coding("http://hl7.org/fhir/questionnaire-item-control", code)]))
  }

  // MARK: - Kinds

  private struct Form {
    let type: String
    var extensions: [JSON] = []
    var repeats = false
    var longest: Int?
    var options: [JSON] = []
    var items: [JSON] = []
  }

  private func form(of item: Item) -> Form {
    switch item.kind {
    case .yesNo: return Form(type: "boolean")
    case .choice(let options): return Form(type: "choice", options: answers(options, of: item))
    case .choices(let options), .zones(_, let options):
      let none = JSON.element([
        "extension": .array([
          .extension(
            "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "Boolean",
            .bool(true))
        ]),
        "valueCoding": names.noneOfThese(of: item, wording: pack.wording),
      ])
      return Form(type: "choice", repeats: true, options: answers(options, of: item) + [none])
    case .each(let rows, let options):
      return Form(type: "group", items: rows.map { row($0, of: item, options) })
    case .number(let range): return number(range)
    case .scale:
      return Form(
        type: "integer",
        extensions: [itemControl("slider")] + limits("Integer", least: 0, most: 10))
    case .bodySize:
      return Form(
        type: "group",
        items: [
          measure(item, .height, BodySize.height, pack.wording[.height]),
          measure(item, .weight, BodySize.weight, pack.wording[.weight]),
        ])
    case .date: return Form(type: "date")
    case .text(let longest): return Form(type: "text", longest: longest)
    }
  }

  private func answers(_ options: [AnswerOption], of item: Item) -> [JSON] {
    options.map { .element(["valueCoding": names.coding(of: $0.id, of: item, filled)]) }
  }

  private func row(_ row: AnswerOption, of item: Item, _ options: [AnswerOption]) -> JSON {
    let link = item.linkID(of: row)
    let hint = JSON.words(row.hint.map(filled)).map { words in
      JSON.element([
        "extension": .array([itemControl("prompt")]), "linkId": .string(link + "/hint"),
        "text": words, "type": .string("display"),
      ])
    }
    return .element([
      "linkId": .string(link), "text": .words(filled(row.text)),
      "type": .string(options.isEmpty ? "boolean" : "choice"),
      "answerOption": .array(answers(options, of: item)),
      "item": .array([hint].compactMap { $0 }),
    ])
  }

  private func measure(
    _ item: Item, _ part: Subject.Part, _ range: Item.NumberRange, _ name: String
  ) -> JSON {
    let form = number(range)
    return .element([
      "extension": .array(form.extensions),
      "linkId": .string(Subject(item.id, part).description), "text": .words(name),
      "type": .string(form.type),
    ])
  }

  private func number(_ range: Item.NumberRange) -> Form {
    let decimals = JSON.extension(
      "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces", "Integer",
      .number(Double(range.decimals)))
    guard range.unit.ucum != nil else {
      let isWhole = range.decimals == 0
      return Form(
        type: isWhole ? "integer" : "decimal",
        extensions: limits(isWhole ? "Integer" : "Decimal", least: range.least, most: range.most)
          + (isWhole ? [] : [decimals]))
    }
    let units = ([range.unit] + range.units).compactMap { unit in
      unit.ucum.map { JSON.coding(JSON.ucum, $0, unit.rawValue) }
    }
    let option = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
    let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
    return Form(
      type: "quantity",
      extensions: units.map {
        .extension(units.count > 1 ? option + "Option" : option, "Coding", $0)
      }
        + [
          .extension(sdc + "minQuantity", "Quantity", .measure(range.least, range.unit)),
          .extension(sdc + "maxQuantity", "Quantity", .measure(range.most, range.unit)),
          decimals,
        ])
  }

  private func limits(_ type: String, least: Double, most: Double) -> [JSON] {
    let url = "http://hl7.org/fhir/StructureDefinition/"
    return [
      .extension(url + "minValue", type, .number(least)),
      .extension(url + "maxValue", type, .number(most)),
    ]
  }
}

extension FHIRNames {
  /// An option of the item, with its words.
  func coding(
    of option: AnswerOption.ID, of item: Item, _ filled: (String) -> String
  ) -> JSON {
    let text = item.options.first { $0.id == option }?.text
    return .coding(options(of: item), option.rawValue, text.map(filled))
  }

  /// That none of the options holds, which is an answer.
  func noneOfThese(of item: Item, wording: Wording) -> JSON {
    .coding(options(of: item), "none-of-these", wording[.noneOfThese])
  }
}
